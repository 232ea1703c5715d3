import {type Action, type Plan, tablesPlan, type Visibilite, writePlan} from "@observatoire/programme";

/** Day of the session frozen before the trials: it says version 0 for ever. */
export const session = "2026-11-03";
export const frozenVersion = 0;

/** Titles that carry the version of the plan: one for everybody, one for the committee alone. */
const titles: Record<Visibilite, string> = {public: "Atelier commun", comite: "Halle en confidence"};

/** Versions that a text tells by the titles of the plan, each once; those of the frozen session, which name it, do not count. */
export const planVersionsIn = (text: string, visibilite: Visibilite): number[] => [
  ...new Set(
    [...text.replace(/&nbsp;|[\u00a0\u202f]/g, " ").matchAll(titlesOf[visibilite])].map(([, version]) =>
      Number(version)
    )
  )
];
const titlesOf = {
  public: new RegExp(`${titles.public} numéro (\\d+)(?!\\d| \\(séance)`, "g"),
  comite: new RegExp(`${titles.comite} numéro (\\d+)(?!\\d| \\(séance)`, "g")
};

/** Money planned for each action: what `derived.action` tells of a version. */
const plannedOf = (version: number): number => 1000 + 10 * version;
export const versionOfPlanned = (planned: number): number => (planned - 1000) / 10;
const publicAction = "A-ATELIER";
const reservedAction = "A-HALLE";

/** The files of a version of the plan: all the same but two titles and two amounts. */
export function planFiles(version: number): Map<string, string> {
  const empty = Object.fromEntries(tablesPlan.map((table) => [table, []])) as unknown as Plan;
  const action = (id: string, visibilite: Visibilite): Action => ({
    id,
    parent_id: null,
    titre: `${titles[visibilite]} numéro ${version}`,
    axe: "innovation",
    description: "Une action fictive de l'essai",
    objectifs: "Être lue par tous les lecteurs",
    statut: "En cours",
    priorite: "Moyen",
    date_debut: "2025-01-15",
    date_fin: "2027-12-31",
    date_creation: "2025-01-10",
    amelioration_continue: false,
    pilotes: ["P-1"],
    referents: [],
    structures: [],
    partenaires: [],
    industriel_referent: null,
    epci: [],
    indicateurs: ["effectif_prive"],
    blocage_cause: null,
    blocage_condition: null,
    blocage_a_qui: null,
    note: null,
    note_date: null,
    visibilite
  });
  const budget = (id: string, action_id: string, visibilite: Visibilite): Plan["budgets"][number] => ({
    id,
    action_id,
    type: "investissement",
    unite: "HT",
    annee: 2026,
    previsionnel: plannedOf(version),
    engage: null,
    paye: null,
    financeur_id: null,
    visibilite
  });
  return writePlan({
    ...empty,
    partenaires: [
      {
        id: "P-1",
        nom: "Partenaire fictif de l'essai",
        type: "autre",
        siren: null,
        contact: null,
        visibilite: "public"
      }
    ],
    actions: [action(publicAction, "public"), action(reservedAction, "comite")],
    budgets: [budget("B-1", publicAction, "public"), budget("B-2", reservedAction, "comite")]
  });
}
