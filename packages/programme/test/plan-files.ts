import {planColumns} from "../src/columns.ts";
import {type Plan, type TablePlan, tablesPlan} from "../src/plan.ts";
import {readPlan} from "../src/read-plan.ts";

/** One right row of each table, as cells; the others of a test change a cell or two. */
const rightRows: Record<TablePlan, Record<string, string>> = {
  partenaires: {id: "P1", nom: "CFA du Multien (exemple)", type: "formation", visibilite: "public"},
  financeurs: {id: "F1", nom: "Région (exemple)", nature: "public", visibilite: "public"},
  actions: {
    id: "A1",
    titre: "Ouvrir un plateau technique",
    axe: "competences",
    statut: "En cours",
    date_debut: "01/02/2024",
    date_fin: "31/12/2026",
    amelioration_continue: "non",
    pilotes: "P1",
    epci: "200072130",
    indicateurs: "part_industrie",
    visibilite: "public"
  },
  etapes: {id: "E1", action_id: "A1", ordre: "1", nom: "Étude", realise: "oui", visibilite: "public"},
  budgets: {
    id: "B1",
    action_id: "A1",
    type: "investissement",
    unite: "HT",
    annee: "2025",
    previsionnel: "12 500,50",
    financeur_id: "F1",
    visibilite: "public"
  },
  aides: {
    id: "D1",
    dispositif: "Fonds (exemple)",
    operateur: "État",
    statut: "déposée",
    visibilite: "public"
  },
  projets_industriels: {
    id: "I1",
    nom: "Extension (exemple)",
    siret: "73282932000074",
    axe: "foncier",
    stade: "étude",
    visibilite: "comite"
  },
  instances: {id: "C1", type: "COPIL", nom: "COPIL 1", date: "12/03/2025", visibilite: "public"},
  decisions: {id: "X1", instance_id: "C1", texte: "Lancer l'étude", realise: "non", visibilite: "public"},
  objectifs: {
    id: "O1",
    axe: "competences",
    libelle: "Apprentis accueillis",
    sens: "hausse",
    cible_valeur: "120",
    cible_date: "31/12/2027",
    visibilite: "public"
  },
  commentaires: {
    id: "M1",
    cible: "axe:competences",
    texte: "À suivre",
    date: "01/10/2026",
    visibilite: "public"
  }
};

/** A row of a table with some cells changed. */
export const rowOf = (table: TablePlan, cells: Record<string, string> = {}): string[] =>
  planColumns[table].map(({name}) => cells[name] ?? rightRows[table][name] ?? "");

/** Text of a file: header, then rows. */
export const fileOf = (table: TablePlan, ...rows: string[][]): string =>
  [planColumns[table].map(({name}) => name), ...rows].map((row) => row.map(quote).join(";")).join("\r\n");

const quote = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The files of a right plan, some of which are given. */
export function planFiles(
  changed: Partial<Record<string, string | Uint8Array | null>> = {}
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const table of tablesPlan)
    files.set(`${table}.csv`, Buffer.from(`\ufeff${fileOf(table, rowOf(table))}`));
  for (const [name, content] of Object.entries(changed)) {
    if (content === null || content === undefined) files.delete(name);
    else files.set(name, typeof content === "string" ? Buffer.from(content) : content);
  }
  return files;
}

/** What the observatory knows in the tests. */
export const context = {
  folder: "programme",
  epcis: new Set(["200072130", "200033090"]),
  indicateurs: new Set(["part_industrie", "effectif_prive"])
};

/** The plan of the right rows, every cell as it should be. */
export const rightPlan = (): Plan => readPlan(planFiles(), context).plan;

export type {Plan};
