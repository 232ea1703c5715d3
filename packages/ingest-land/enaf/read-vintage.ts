import {DataError, type OpenedFile} from "@observatoire/catalog";

/**
 * The 1 January at which the last flow ends. Throws DRIFT_MISSING when the yearly columns are not all there: the widest
 * total of the file must span them exactly, and no flow or total may lie outside.
 */
export function readVintage({name, header, periods}: OpenedFile): {vintage: string; vintageDate: string} {
  const first = Number(periods[0]);
  const end = Number(periods.at(-1)) + 1;
  if (!Number.isInteger(first) || !Number.isInteger(end)) {
    throw refusal(name, "des colonnes annuelles « nafAAartBB »", "aucune année");
  }
  const spans = header.flatMap((column) => {
    const [, from, to] =
      /^(?:naf(?=\d\dart)|art(?=\d\d[a-z]))(\d\d)[a-z]{3}(\d\d)$/iu.exec(column.trim()) ?? [];
    return from === undefined ? [] : [{column: column.trim(), from: Number(from), to: Number(to)}];
  });
  const stray = spans.find(({from, to}) => from >= to || from < first || to > end);
  if (stray) {
    throw refusal(
      name,
      `des flux annuels et des totaux entre le 1er janvier 20${pad(first)} et le 1er janvier 20${pad(end)}`,
      `« ${stray.column} »`
    );
  }
  if (!spans.some(({column, from, to}) => /^naf/iu.test(column) && from === first && to === end)) {
    throw refusal(
      name,
      `le total de la période, « naf${pad(first)}art${pad(end)} »`,
      "aucune colonne de ce nom"
    );
  }
  return {vintage: `1er janvier 20${pad(end)}`, vintageDate: `20${pad(end)}-01-01`};
}

const pad = (year: number): string => String(year).padStart(2, "0");

function refusal(where: string, expected: string, found: string): DataError {
  return new DataError("DRIFT_MISSING", {
    where,
    expected,
    found,
    action: "retélécharger le fichier ; si le producteur a changé ses colonnes, corriger yearly-columns.ts"
  });
}
