import {expect, test} from "vitest";
import writeExcelFile from "write-excel-file/universal";
import {importDeveco} from "../src/import-deveco.ts";
import {importTet} from "../src/import-tet.ts";
import {readPlan} from "../src/read-plan.ts";
import {writePlan} from "../src/write-plan.ts";
import {context, rightPlan} from "./plan-files.ts";

const tet = {file: "fiches.xlsx", axe: "transition" as const};
const deveco = {file: "deveco.csv", axe: "foncier" as const};
const faultsOf = (plan: ReturnType<typeof rightPlan>) =>
  readPlan(new Map([...writePlan(plan)].map(([name, text]) => [name, Buffer.from(text)])), context).faults;

test("fiches of Territoires en Transitions: known ones change where the export speaks, others are appended", async () => {
  const plan = rightPlan();
  const rows = [
    [
      "N°",
      "TITRE",
      "statut",
      "Date de fin",
      "Élu.e référent.e",
      "Personne pilote",
      "Étapes",
      "Budget",
      "Couleur"
    ],
    [
      "A1",
      "Ouvrir un plateau",
      "réalisé",
      "",
      "Mme le Maire",
      "CFA du Multien (exemple), J. Martin",
      "Étude : non réalisé\nTravaux : réalisé ",
      "1",
      "bleu"
    ],
    ["412", "Récupérer la chaleur", "à discuter", "31/12/2027", "", "", "", "", ""]
  ];
  const {plan: merged, faults, notes} = await importTet(rows, {...tet, plan});
  expect(faults).toEqual([]);
  expect(merged.actions).toEqual([
    {...plan.actions[0]!, titre: "Ouvrir un plateau", statut: "Réalisé", referents: ["Mme le Maire"]},
    expect.objectContaining({
      id: "T-412",
      axe: "transition",
      statut: "A discuter",
      date_fin: "2027-12-31",
      visibilite: "comite"
    })
  ]);
  expect(merged.etapes.map(({id, nom, ordre, realise}) => [id, nom, ordre, realise])).toEqual([
    ["E1", "Étude", 1, false],
    ["A1-E2", "Travaux", 2, true]
  ]);
  expect(notes).toEqual([
    "fiches.xlsx : la colonne « Budget » n'est pas reprise : ni le type, ni l'unité, ni l'année des montants ne sont dits ; les saisir dans Budgets ou Aides.",
    "fiches.xlsx : la colonne « Couleur » n'est pas reprise : elle n'est pas connue.",
    "fiches.xlsx, ligne 2 : « J. Martin » : pas dans Partenaires, donc pas repris dans « pilotes » ; ajouter l'organisation (jamais un particulier), puis refaire l'import."
  ]);
  expect(faultsOf({...plan, ...merged})).toEqual([]);
  expect((await importTet(rows, {...tet, plan: {...plan, ...merged}})).plan).toEqual(merged);
});

test("the sheet that the tool writes: sections above the labels, axes as rows, notes by year, budgets in words", async () => {
  const plan = rightPlan();
  plan.budgets.push({
    ...plan.budgets[0]!,
    id: "B2",
    annee: null,
    financeur_id: null,
    previsionnel: 5,
    paye: null
  });
  const labels =
    "Axe (x)|Sous-axe (x.x)|Titre de la fiche action|Confidentialité de la fiche|Statut|L'action se répète tous les ans|Nom et statut de l'étape|2025|2024|Budgets d'investissement|Financeur 1|Montant (TTC)|Financeur 2|Montant (TTC)|Calendrier|Créé par";
  const sections = ["Présentation de l'action", "", "", "Gestion des accès", "Modalités de mise en œuvre"];
  const rows = [
    sections,
    labels.split("|"),
    ["Axe 1", "", "", "Non"],
    [
      "Plan",
      "Foncier",
      "Ouvrir un plateau technique",
      "Oui",
      "En pause",
      "Oui",
      "Étude : réalisé\nPermis : non réalisé",
      "",
      "Terrain choisi",
      "2025 :\n  - 900 € HT prévisionnels\n2026 :\n  - 1000.5 € HT prévisionnels\n  - 200 € HT dépensés\nTotal en € HT (non étalé dans le temps):\n  - 7000 € HT prévisionnels\nà voir"
    ]
  ];
  const {plan: merged, faults, notes} = await importTet(rows, {...tet, plan});
  expect(faults).toEqual([]);
  expect(merged.actions).toEqual([
    {
      ...plan.actions[0]!,
      axe: "foncier",
      statut: "En pause",
      amelioration_continue: true,
      note: "Terrain choisi",
      visibilite: "comite"
    }
  ]);
  expect(merged.etapes.map(({nom, realise}) => [nom, realise])).toEqual([
    ["Étude", true],
    ["Permis", false]
  ]);
  expect(merged.budgets.map(({id, annee, previsionnel, paye}) => [id, annee, previsionnel, paye])).toEqual([
    ["B1", 2025, 12_500.5, null],
    ["B2", null, 7000, null],
    ["A1-B1", 2026, 1000.5, 200]
  ]);
  expect(notes).toEqual([
    "fiches.xlsx : les colonnes « Financeur 1 », « Montant (TTC) », « Financeur 2 », « Montant (TTC) » ne sont pas reprises : ni le type, ni l'unité, ni l'année des montants ne sont dits ; les saisir dans Budgets ou Aides.",
    "fiches.xlsx : les colonnes « Calendrier », « Créé par » ne sont pas reprises : le plan n'a pas cette information.",
    "fiches.xlsx : lignes sans fiche, non reprises : 1.",
    "fiches.xlsx, ligne 4 : le jour de la note n'est pas dans l'export ; l'écrire dans « note_date ».",
    "fiches.xlsx, ligne 4 : « à voir » n'est pas un montant lisible ; le saisir dans Budgets.",
    "fiches.xlsx, ligne 4 : le budget (investissement, HT, 2025) est déjà donné par financeur dans le plan ; il est laissé tel quel."
  ]);
  expect(faultsOf({...plan, ...merged})).toEqual([]);
});

test("without identifiers a fiche is known by its title; a parent is found; what is closed stays closed", async () => {
  const plan = rightPlan();
  plan.actions[0]!.visibilite = "comite";
  const rows = [
    ["Titre", "Statut", "Fiche parente", "Axe", "Restreint"],
    ["ouvrir un PLATEAU technique", "En pause", "", "Axe 3 : Compétences", "non"],
    ["Former les tuteurs", "À venir", "A1", "", ""]
  ];
  const {plan: merged} = await importTet(rows, {...tet, plan, visibilite: "public"});
  expect(
    merged.actions.map(({id, parent_id, axe, statut, visibilite}) => [id, parent_id, axe, statut, visibilite])
  ).toEqual([
    ["A1", null, "competences", "En pause", "comite"],
    ["T-2", "A1", "transition", "À venir", "public"]
  ]);
});

test("a workbook and a CSV say the same; a missing column lists what was found and expected", async () => {
  const plan = rightPlan();
  const data = [
    ["id", "Titre", "Statut", "Date de début"],
    ["7", "Audit énergétique", "En cours", {value: new Date("2026-03-01T00:00:00Z"), format: "dd/mm/yyyy"}]
  ];
  const book = new Uint8Array(await (await writeExcelFile(data).toBlob()).arrayBuffer());
  const csv = Buffer.from(
    "id,Titre,Statut,Date de début\n7,Audit énergétique,En cours,2026-03-01\n",
    "latin1"
  );
  const [one, other] = [await importTet(book, {...tet, plan}), await importTet(csv, {...tet, plan})];
  expect(one.faults).toEqual([]);
  expect(one.plan.actions[1]).toMatchObject({id: "T-7", date_debut: "2026-03-01"});
  expect(other).toEqual(one);

  const {plan: same, faults} = await importTet(
    [
      ["Intitulé de la fiche", "Statut"],
      ["x", "En cours"]
    ],
    {...tet, plan}
  );
  expect(same).toEqual({actions: plan.actions, etapes: plan.etapes, budgets: plan.budgets});
  expect(faults.map(({sentence}) => sentence)).toEqual([
    "fiches.xlsx, ligne 1 : attendu une colonne nommée « Titre de la fiche action » ou « Titre » ou « Titre de la fiche » ou « Titre de l'action » ou « Intitulé », trouvé les colonnes « Intitulé de la fiche », « Statut » ; nommer « Titre de la fiche action » la colonne qui convient (peut-être « Intitulé de la fiche »)."
  ]);
});

test("cells that the plan refuses are told by line and header, and nothing is merged", async () => {
  const plan = rightPlan();
  const rows = [
    ["id", "Titre", "Statut", "Date de début", "Date de fin"],
    ["1", "A", "Fini", "", ""],
    ["1", "B", "En cours", "", ""],
    ["2", "C", "En cours", "01/02/2027", "01/01/2027"]
  ];
  const {plan: same, faults} = await importTet(rows, {...tet, plan});
  expect(same.actions).toEqual(plan.actions);
  expect(faults.map(({kind, line, column}) => [kind, line, column])).toEqual([
    ["liste-fermee", 2, "Statut"],
    ["id-double", 3, "id"],
    ["dates-inversees", 4, "Date de fin"]
  ]);
});

test("establishments of Deveco: a known SIRET is not doubled, a new one is a project for the committee", async () => {
  const plan = rightPlan();
  const csv = Buffer.from(
    "Siret;Nom de l'établissement;Code INSEE;Effectif\n73282932000074;SARL Multien;77284;12\n35600000000048;La Poste;;\n356 000 000 00048;La Poste;;\n"
  );
  const {plan: merged, faults, notes} = await importDeveco(csv, {...deveco, plan});
  expect(faults).toEqual([]);
  expect(merged.projets_industriels).toEqual([
    {...plan.projets_industriels[0]!, code_commune: "77284"},
    expect.objectContaining({
      id: "PI-2",
      nom: "La Poste",
      siret: "35600000000048",
      stade: "idée",
      axe: "foncier",
      visibilite: "comite"
    })
  ]);
  expect(notes).toEqual([
    "deveco.csv : la colonne « Effectif » n'est pas reprise : ce n'est pas un emploi annoncé ; l'observatoire lit les effectifs dans SIRENE.",
    "deveco.csv, ligne 2 : « SARL Multien » est déjà le projet I1 « Extension (exemple) », dont le nom est gardé.",
    "deveco.csv, ligne 4 : le SIRET 35600000000048 est déjà à la ligne 3 ; il n'est compté qu'une fois."
  ]);
  expect(faultsOf({...plan, ...merged})).toEqual([]);
});

test("a SIRET that a spreadsheet broke, a file that is no table: one sentence each", async () => {
  const plan = rightPlan();
  const broken = await importDeveco(Buffer.from("siret;nom\n7,32829E+13;X\n"), {...deveco, plan});
  expect(broken.faults.map(({sentence}) => sentence)).toEqual([
    "deveco.csv, ligne 2, colonne « siret » : attendu un SIRET de 14 chiffres, trouvé « 7,32829E+13 » ; mettre la colonne au format Texte, puis ressaisir le numéro."
  ]);
  for (const bytes of [
    new Uint8Array(),
    new Uint8Array([0x50, 0x4b, 3, 4]),
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])
  ]) {
    const {faults} = await importDeveco(bytes, {...deveco, plan});
    expect(faults).toHaveLength(1);
    expect(faults[0]!.sentence).toMatch(/^deveco\.csv : attendu un classeur Excel \(\.xlsx\) ou un CSV/);
  }
});
