import {DataError, formatNumber, type HeaderMatch, type SourceFile} from "@observatoire/catalog";
import {guessCause} from "./guess-cause.ts";
import type {Measure} from "./inspect-file.ts";

/** Refuses an empty file and one larger than any edition could be. */
export function refuseRows(where: string, file: SourceFile, rows: number): void {
  if (rows === 0) {
    throw new DataError("EMPTY", {
      where,
      expected: "au moins une ligne de données",
      found: "un en-tête sans données",
      action: "relancer la collecte, puis signaler au producteur"
    });
  }
  if (rows > file.rows.max) {
    throw new DataError("SIZE", {
      where,
      expected: `au plus ${formatNumber(file.rows.max)} lignes`,
      found: `${formatNumber(rows)} lignes`,
      action: "vérifier que c'est le bon fichier, ou relever « rows.max » dans source.ts"
    });
  }
}

/** Refuses a file that says nothing of the perimeter. */
export function refuseCoverage(where: string, covered: number | null, communes: number): void {
  if (covered !== 0 || communes === 0) return;
  throw new DataError("COVERAGE", {
    where,
    expected: `au moins une des ${communes} communes du périmètre`,
    found: "aucune",
    action: "vérifier le département du fichier et le périmètre de data/territoire.yaml"
  });
}

/** Refuses codes that a typed file holds as numbers: their leading zeros are gone. */
export function refuseNumericCodes(
  where: string,
  file: SourceFile,
  {columns}: HeaderMatch,
  types: Readonly<Record<string, string>>
): void {
  for (const [name, {type, pattern}] of Object.entries(file.columns)) {
    const header = columns[name];
    const isCode = type === "texte" && (pattern !== undefined || name === file.communeColumn);
    const found = header ? (types[header] ?? "") : "";
    if (!isCode || !/INT|DOUBLE|FLOAT|DECIMAL/.test(found)) continue;
    throw new DataError("TYPE", {
      where,
      expected: `des codes en texte dans « ${name} »`,
      found: `des nombres (${found}), cause probable : zéros de tête perdus à la conversion`,
      action: "reprendre le fichier du producteur, ou lui signaler le changement de type"
    });
  }
}

/**
 * Refuses codes that a spreadsheet shortened (« 7,88E+13 », a lost zero) in a file of which staging keeps a slice: their rows
 * would be left out as those of elsewhere, without a word.
 */
export async function refuseDamagedCodes(
  where: string,
  {columns, reduced}: SourceFile,
  match: HeaderMatch,
  firstShort: Measure["firstShort"]
): Promise<void> {
  if (reduced === undefined) return;
  const codes = Object.entries(columns).flatMap(([name, {type, pattern}]) => {
    const header = match.columns[name];
    const length = pattern === undefined ? 0 : digitsOf(pattern);
    return type === "texte" && header && length > 0 ? [{name, header, length, pattern}] : [];
  });
  const found = codes.length === 0 ? null : await firstShort(codes);
  if (found === null) return;
  const {name, length, pattern} = codes[found.rank]!;
  const {code, cause} = guessCause(found.value, {column: name, type: "texte", pattern});
  throw new DataError(code, {
    where,
    expected: `${length} caractères dans « ${name} »`,
    found: `« ${found.value} », cause probable : ${cause}`,
    action: "reprendre le fichier du producteur, sans l'ouvrir dans un tableur"
  });
}

/** Number of digits of a code that may begin with a zero; 0 when the pattern is of another kind. */
function digitsOf(pattern: string): number {
  const lengths = Array.from({length: 14}, (_, index) => index + 1);
  return (
    lengths.find((length) => length > 3 && new RegExp(pattern, "u").test("1".padStart(length, "0"))) ?? 0
  );
}
