import type {ErrorCode} from "@observatoire/catalog";
import type {Contract} from "./contract.ts";
import type {GeneratedColumn} from "./generate-table.ts";
import type {StagingWorld} from "./staging-world.ts";

/** A value of another kind, the code of its refusal, and the words that tell the likely cause. */
export interface Accident {
  value: string;
  code: ErrorCode;
  cause: string;
}

const accident = (value: string, cause: string, code: ErrorCode = "TYPE"): Accident => ({value, code, cause});
const numbers = [
  accident("nd", "manquante ou secrète"),
  accident("s", "manquante ou secrète"),
  accident("***", "manquante ou secrète"),
  accident("1\u202f234", "espace entre les milliers"),
  accident("12 rue", "du texte"),
  accident("12,5", "virgule décimale", "DIALECT")
];

/** Accidents that may befall a column. */
export function listAccidents({type, pattern, name}: GeneratedColumn): readonly Accident[] {
  if (type === "entier" || type === "decimal") return numbers;
  if (type === "date") return [accident("31/12/2025", "jj/mm/aaaa"), accident("46022", "tableur")];
  if (type === "booleen") return [accident("oui", "vrai et faux")];
  if (pattern === undefined) return [];
  const length = [4, 5, 9, 14].find((digits) => new RegExp(pattern).test("0".padEnd(digits, "1")));
  if (length === undefined) return [accident("?9", "mal saisie")];
  const codes = name.includes("siret") ? "les SIRET" : name.includes("siren") ? "les SIREN" : "les codes";
  return [
    accident("7,88E+13", `Excel a changé ${codes}`),
    accident("1".repeat(length - 1), "zéro de tête perdu")
  ];
}

/** Columns that the staging converts: a bad cell that nobody reads is nobody's business. */
export function isRead(world: StagingWorld, contract: Contract, {name, family}: GeneratedColumn): boolean {
  return (
    contract.file.dialect.format !== "csv" ||
    world.readers(contract).some(({sql}) => new RegExp(`\\b${family ?? name}\\b|\\^${family}`).test(sql))
  );
}

const unreadable = {entier: "12 rue", decimal: "12 rue", date: "31/12/2025", booleen: "oui"} as const;

/** A value that no conversion to the type of the column accepts; null for a text, which accepts all. */
export const writeUnreadable = ({type}: GeneratedColumn): string | null =>
  type === "texte" ? null : unreadable[type];
