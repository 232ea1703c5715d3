import type {ColumnType, ErrorCode} from "@observatoire/catalog";

/** What a value should have been. */
export interface ExpectedValue {
  column: string;
  type: ColumnType;
  pattern?: string | undefined;
}

/** Why a value probably does not read as declared, and the code of the refusal. */
export interface Cause {
  code: Extract<ErrorCode, "TYPE" | "DIALECT">;
  cause: string;
}

const number = String.raw`[+-]?\d[\d \u00A0\u202F]*`;
const scientific = /^[+-]?\d+(?:[.,]\d+)?E\+?\d+$/i;
const decimalComma = new RegExp(`^${number},\\d+$`, "u");
const spaced = new RegExp(`^${number}(?:[.,]\\d+)?$`, "u");
const missing = /^(?:n\.?[dcas]\.?|n\/a|null?|nan|none|s|c|x|secret|nr|\*+|-+|\.+|#\S+)$/i;

/** Words for the accidents that files meet most: spreadsheets, other conventions, values that stand for a missing one. */
export function guessCause(value: string, expected: ExpectedValue): Cause {
  const text = value.trim();
  const {type, pattern} = expected;
  const as = (cause: string, code: Cause["code"] = "TYPE"): Cause => ({code, cause});
  if (pattern !== undefined || type === "texte") return as(guessCode(text, expected));
  if (type === "date") return as(guessDate(text));
  if (missing.test(text)) return as("une valeur manquante ou secrète écrite en lettres, que rien ne déclare");
  if (type === "booleen") return as("vrai et faux écrits autrement");
  if (scientific.test(text)) return as("Excel a changé ces nombres en écriture scientifique");
  if (decimalComma.test(text)) return as("une virgule décimale au lieu du point", "DIALECT");
  if (type === "entier" && /^[+-]?\d+\.\d+$/.test(text)) return as("des décimales dans des nombres entiers");
  if (/\s/.test(text) && spaced.test(text)) return as("une espace entre les milliers");
  return as("du texte dans une colonne de nombres, ou une colonne décalée");
}

function guessCode(text: string, {column, pattern}: ExpectedValue): string {
  const fits = (candidate: string) => pattern !== undefined && new RegExp(pattern, "u").test(candidate);
  const codes = /siret/i.test(column) ? "SIRET" : /siren/i.test(column) ? "SIREN" : "codes";
  if (scientific.test(text)) return `Excel a changé les ${codes}`;
  if (/^\d+$/.test(text) && [1, 2, 3, 4, 5].some((zeros) => fits("0".repeat(zeros) + text))) {
    return "zéro de tête perdu, sans doute dans un tableur";
  }
  if (/^\d+[.,]0+$/.test(text)) return `un tableur a lu les ${codes} comme des nombres`;
  if (fits(text.replace(/[\s\u00A0\u202F.]/g, ""))) return "des espaces ou des points ajoutés à l'intérieur";
  return "une valeur mal saisie, ou une colonne décalée";
}

function guessDate(text: string): string {
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(text)) return "des dates au format jj/mm/aaaa";
  if (/^\d{8}$/.test(text)) return "des dates au format aaaammjj, sans tirets";
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return "un tableur a changé les dates en nombres";
  return "une date mal écrite, ou une colonne décalée";
}
