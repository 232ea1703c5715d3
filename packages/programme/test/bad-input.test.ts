import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import type {PlanFaultKind} from "../src/plan-fault.ts";
import {readPlan} from "../src/read-plan.ts";
import {context, fileOf, planFiles, rowOf} from "./plan-files.ts";

const action = (cells: Record<string, string>) => ({
  "actions.csv": fileOf("actions", rowOf("actions", cells))
});
const at = (column: string) => `actions.csv, ligne 2, colonne « ${column} » : `;

/** Each kind of bad input, the files that show it, and the sentence a person reads. */
const cases: readonly [PlanFaultKind, Record<string, string | Uint8Array | null>, string][] = [
  [
    "date",
    action({date_fin: "décembre 2026"}),
    `${at("date_fin")}attendu une date comme 31/12/2026, trouvé « décembre 2026 » ; corriger la date.`
  ],
  [
    "date-excel",
    action({date_fin: "46387"}),
    `${at("date_fin")}attendu une date comme 31/12/2026, trouvé « 46387 » ; mettre la colonne au format Date.`
  ],
  [
    "date-impossible",
    action({date_fin: "31/02/2026"}),
    `${at("date_fin")}attendu une date comme 31/12/2026, trouvé « 31/02/2026 » ; corriger la date, qui n'existe pas.`
  ],
  [
    "indicateur",
    action({indicateurs: "part_industries"}),
    `${at("indicateurs")}attendu un indicateur de l'observatoire, trouvé « part_industries » ; écrire peut-être « part_industrie ».`
  ],
  [
    "fichier-inattendu",
    {"Copie de actions.csv": "id"},
    "Copie de actions.csv : attendu un fichier parmi partenaires.csv, financeurs.csv, actions.csv, etapes.csv, budgets.csv, aides.csv, projets_industriels.csv, instances.csv, decisions.csv, objectifs.csv, commentaires.csv, trouvé « Copie de actions.csv » ; le renommer, ou l'ôter du dossier."
  ],
  [
    "fichier-absent",
    {"actions.csv": null},
    "actions.csv : attendu la liste des actions, trouvé rien ; déposer ce fichier dans le dossier du plan."
  ],
  [
    "fichier-vide",
    {"actions.csv": " "},
    "actions.csv : attendu une ligne d'en-tête, trouvé rien ; remettre la ligne d'en-tête."
  ],
  [
    "encodage",
    {"actions.csv": Buffer.from("id;titre;Réalisé", "latin1")},
    "actions.csv : attendu un texte en UTF-8, trouvé un autre encodage, sans doute windows-1252 ; enregistrer en CSV UTF-8."
  ],
  [
    "encodage",
    {"actions.csv": Buffer.from("\ufeffid;titre", "utf16le")},
    "actions.csv : attendu un texte en UTF-8, trouvé de l'UTF-16 ; enregistrer en CSV UTF-8."
  ],
  [
    "separateur",
    {"actions.csv": "id,titre\nA1,x"},
    "actions.csv, ligne 1 : attendu le séparateur « ; », trouvé « , » ; enregistrer en CSV avec le point-virgule comme séparateur."
  ],
  [
    "colonne-absente",
    {"actions.csv": fileOf("actions").replace(";visibilite", "")},
    "actions.csv, ligne 1 : attendu la colonne « visibilite », trouvé rien ; ajouter la colonne, même vide."
  ],
  [
    "colonne-inconnue",
    {"actions.csv": `${fileOf("actions")};couleur`},
    "actions.csv, ligne 1, colonne « couleur » : attendu une colonne du plan, trouvé « couleur » ; supprimer la colonne."
  ],
  [
    "colonne-inconnue",
    {"actions.csv": fileOf("actions").replace(";statut", ";statuts")},
    "actions.csv, ligne 1, colonne « statuts » : attendu la colonne « statut », trouvé « statuts » ; la renommer « statut »."
  ],
  [
    "colonne-double",
    {"actions.csv": `${fileOf("actions")};titre`},
    "actions.csv, ligne 1, colonne « titre » : attendu une seule colonne de ce nom, trouvé 2 colonnes ; supprimer celle qui est de trop."
  ],
  [
    "champs-de-trop",
    {"financeurs.csv": fileOf("financeurs", [...rowOf("financeurs"), "de trop"])},
    "financeurs.csv, ligne 2 : attendu 4 champs, trouvé 5 champs ; mettre entre guillemets le texte qui contient un point-virgule."
  ],
  [
    "champs-manquants",
    {"financeurs.csv": `${fileOf("financeurs")}\r\nF1;Région`},
    "financeurs.csv, ligne 2 : attendu 4 champs, trouvé 2 champs ; compléter la ligne."
  ],
  [
    "guillemet",
    {"financeurs.csv": `${fileOf("financeurs")}\r\nF1;"Région;public;public`},
    "financeurs.csv, ligne 2 : attendu des guillemets fermés, et doublés dans un texte, trouvé un guillemet isolé ; fermer ou doubler le guillemet."
  ],
  ["obligatoire", action({titre: ""}), `${at("titre")}attendu une valeur, trouvé rien ; remplir la cellule.`],
  [
    "liste-fermee",
    action({axe: "énergie"}),
    `${at("axe")}attendu l'une des valeurs « innovation », « transition », « competences », « foncier », trouvé « énergie » ; choisir dans la liste.`
  ],
  [
    "booleen",
    action({amelioration_continue: "vrai"}),
    `${at("amelioration_continue")}attendu « oui » ou « non », trouvé « vrai » ; écrire oui ou non.`
  ],
  [
    "formule",
    action({titre: '=HYPERLINK("http://x")'}),
    `${at("titre")}attendu une valeur, non une formule, trouvé « =HYPERLINK("http://x") » ; coller la valeur à la place de la formule.`
  ],
  [
    "erreur-excel",
    action({titre: "#REF!"}),
    `${at("titre")}attendu une valeur, trouvé « #REF! » ; corriger la formule du tableur ou vider la cellule.`
  ],
  [
    "trop-long",
    action({titre: "x".repeat(301)}),
    `${at("titre")}attendu 300 caractères au plus, trouvé 301 caractères ; raccourcir le texte.`
  ],
  [
    "identifiant",
    action({id: "A 1"}),
    `${at("id")}attendu 30 lettres sans accent, chiffres ou tirets au plus, trouvé « A 1 » ; écrire un identifiant comme A-01.`
  ],
  [
    "visibilite",
    action({visibilite: "privé"}),
    `${at("visibilite")}attendu l'une des valeurs « public », « comite », trouvé « privé » ; choisir qui peut lire la ligne.`
  ],
  [
    "dates-inversees",
    action({date_debut: "31/12/2027"}),
    `${at("date_fin")}attendu une date à partir du 31/12/2027, trouvé « 31/12/2026 » ; corriger l'une des deux dates.`
  ],
  [
    "parent",
    action({parent_id: "A1"}),
    `${at("parent_id")}attendu une action qui ne dépend pas de celle-ci, trouvé « A1 » ; corriger ou vider la cellule.`
  ],
  [
    "epci",
    action({epci: "247700065"}),
    `${at("epci")}attendu le SIREN d'un EPCI du territoire, trouvé « 247700065 » ; vérifier le SIREN.`
  ],
  [
    "reference",
    action({pilotes: "P9"}),
    `${at("pilotes")}attendu un identifiant de partenaires.csv, trouvé « P9 » ; corriger l'identifiant ou ajouter la ligne.`
  ],
  [
    "id-double",
    {"financeurs.csv": fileOf("financeurs", rowOf("financeurs"), rowOf("financeurs", {id: "f1"}))},
    "financeurs.csv, ligne 3, colonne « id » : attendu un identifiant absent de la ligne 2, trouvé « f1 » ; changer l'un des deux."
  ],
  [
    "montant",
    {"budgets.csv": fileOf("budgets", rowOf("budgets", {previsionnel: "12 k€"}))},
    "budgets.csv, ligne 2, colonne « previsionnel » : attendu un nombre comme 12 500,50, trouvé « 12 k€ » ; écrire le montant en chiffres."
  ],
  [
    "montant-negatif",
    {"budgets.csv": fileOf("budgets", rowOf("budgets", {paye: "-5"}))},
    "budgets.csv, ligne 2, colonne « paye » : attendu un nombre positif ou nul, trouvé « -5 » ; corriger le montant."
  ],
  [
    "annee",
    {"budgets.csv": fileOf("budgets", rowOf("budgets", {annee: "25"}))},
    "budgets.csv, ligne 2, colonne « annee » : attendu une année comme 2026, trouvé « 25 » ; écrire l'année en quatre chiffres."
  ],
  [
    "reference",
    {"budgets.csv": fileOf("budgets", rowOf("budgets", {action_id: "A9"}))},
    "budgets.csv, ligne 2, colonne « action_id » : attendu un identifiant de actions.csv, trouvé « A9 » ; corriger l'identifiant ou ajouter la ligne."
  ],
  [
    "cle-double",
    {"budgets.csv": fileOf("budgets", rowOf("budgets"), rowOf("budgets", {id: "B2"}))},
    "budgets.csv, ligne 3, colonne « action_id » : attendu une ligne différente de la ligne 2 (action, type, unité, année, financeur), trouvé « A1, investissement, HT, 2025, F1 » ; réunir les deux lignes."
  ],
  [
    "nombre-entier",
    {"etapes.csv": fileOf("etapes", rowOf("etapes", {ordre: "1,5"}))},
    "etapes.csv, ligne 2, colonne « ordre » : attendu un nombre entier comme 12, trouvé « 1,5 » ; écrire un nombre entier."
  ],
  [
    "siret",
    {
      "projets_industriels.csv": fileOf(
        "projets_industriels",
        rowOf("projets_industriels", {siret: "73282932000075"})
      )
    },
    "projets_industriels.csv, ligne 2, colonne « siret » : attendu un SIRET de 14 chiffres dont la clé est juste, trouvé « 73282932000075 » ; vérifier le numéro."
  ],
  [
    "siret-excel",
    {
      "projets_industriels.csv": fileOf(
        "projets_industriels",
        rowOf("projets_industriels", {siret: "7,32829E+13"})
      )
    },
    "projets_industriels.csv, ligne 2, colonne « siret » : attendu un SIRET de 14 chiffres, trouvé « 7,32829E+13 » ; mettre la colonne au format Texte, puis ressaisir le numéro."
  ],
  [
    "siren",
    {"partenaires.csv": fileOf("partenaires", rowOf("partenaires", {siren: "123456789"}))},
    "partenaires.csv, ligne 2, colonne « siren » : attendu un SIREN de 9 chiffres dont la clé est juste, trouvé « 123456789 » ; vérifier le numéro."
  ],
  [
    "cible",
    {"commentaires.csv": fileOf("commentaires", rowOf("commentaires", {cible: "action:A9"}))},
    "commentaires.csv, ligne 2, colonne « cible » : attendu une action du plan, trouvé « action:A9 » ; corriger l'identifiant de l'action."
  ]
];

test.each(cases)("%s", (kind, changed, sentence) => {
  const {faults} = readPlan(planFiles(changed), context);
  const found = faults.filter((fault) => fault.kind === kind);
  expect(found.map((fault) => fault.sentence)).toContain(sentence);
});

test("a folder without file is told with what to do", () => {
  const [fault] = readPlan(new Map(), context).faults;
  expect([fault?.kind, fault?.sentence]).toEqual([
    "dossier-absent",
    "programme : attendu les fichiers CSV du plan d'actions, trouvé rien ; corriger « programme » dans territoire.yaml, ou lancer « npx observatoire programme init »."
  ]);
});

test("a right plan has no fault, and every fault of a wrong one is told at once", () => {
  expect(readPlan(planFiles(), context).faults).toEqual([]);
  const {faults} = readPlan(planFiles(action({titre: "", axe: "x", statut: "y", date_fin: "z"})), context);
  expect(faults.map(({column}) => column)).toEqual(["titre", "axe", "statut", "date_fin"]);
});

test("a refused cell of the key makes no collision of keys", () => {
  const twice = (cells: Record<string, string>) => ({
    "budgets.csv": fileOf("budgets", rowOf("budgets", cells), rowOf("budgets", {...cells, id: "B2"}))
  });
  const kinds = (cells: Record<string, string>) =>
    readPlan(planFiles(twice(cells)), context).faults.map(({kind}) => kind);
  expect(kinds({financeur_id: "F 1"})).toEqual(["identifiant", "identifiant"]);
  expect(kinds({type: "achat"})).toEqual(["liste-fermee", "liste-fermee"]);
  expect(kinds({annee: "25"})).toEqual(["annee", "annee"]);
  expect(kinds({})).toEqual(["cle-double"]);
});

test("a file too many hides no fault of the others", () => {
  const changed = {...action({parent_id: "A9"}), "Copie de actions.csv": "id"};
  const kinds = readPlan(planFiles(changed), context).faults.map(({kind}) => kind);
  expect(kinds).toEqual(["fichier-inattendu", "reference"]);
});

test("every kind of fault has its case", () => {
  const declared = readFileSync(new URL("../src/plan-fault.ts", import.meta.url), "utf8");
  const kinds = [...declared.matchAll(/^ {2}\| "([^"]+)"/gm)].map(([, kind]) => kind!);
  const tested = readFileSync(new URL(import.meta.url), "utf8");
  expect(kinds.length).toBeGreaterThan(30);
  // Those of a workbook have theirs in workbook.test.ts.
  const ofWorkbook = ["classeur", "feuille-absente", "feuille-inconnue"];
  expect(kinds.filter((kind) => !tested.includes(`"${kind}"`))).toEqual([]);
  expect(ofWorkbook.every((kind) => kinds.includes(kind))).toBe(true);
});
