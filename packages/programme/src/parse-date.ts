import type {ParsedCell} from "./parse-cell.ts";

const expected = "une date comme 31/12/2026";

/** Reads 31/12/2026, or 2026-12-31, as an ISO date; names what Excel makes of a date. */
export function parseDate(text: string): ParsedCell {
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (french) {
    const [day, month, year] = [Number(french[1]), Number(french[2]), Number(french[3])];
    const value = isoDate(year, month, day);
    if (value) return {value};
    if (isoDate(year, day, month))
      return {fault: {kind: "date-excel", expected, action: "écrire le jour avant le mois"}};
    return {fault: {kind: "date-impossible", expected, action: "corriger la date, qui n'existe pas"}};
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const value = iso && isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (value) return {value};
  if (/^\d{5}(,\d+)?$/.test(text))
    return {fault: {kind: "date-excel", expected, action: "mettre la colonne au format Date"}};
  if (/^\d{1,2}\/\d{1,2}\/\d{2}$/.test(text))
    return {fault: {kind: "date-excel", expected, action: "écrire l'année en quatre chiffres"}};
  return {fault: {kind: "date", expected, action: "corriger la date"}};
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 1900 ? date.toISOString().slice(0, 10) : null;
}
