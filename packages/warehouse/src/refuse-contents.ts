import {DataError, formatNumber, type SourceFile} from "@observatoire/catalog";

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
