import {DataError, type HeaderMatch, matchHeader, type SourceFile} from "@observatoire/catalog";

/** `matchHeader`, and the same periods in every family: models unfold them side by side. */
export function bindHeader(where: string, file: SourceFile, header: readonly string[]): HeaderMatch {
  const match = matchHeader(where, file, header);
  for (const {name} of file.families ?? []) {
    const periods = new Set(match.families.filter(({family}) => family === name).map(({period}) => period));
    const missing = match.periods.find((period) => !periods.has(period));
    if (missing) {
      throw new DataError("DRIFT_MISSING", {
        where,
        expected: `la colonne « ${name} » de ${missing}, comme dans les autres familles`,
        found: `${periods.size} périodes sur ${match.periods.length}`,
        action: "retélécharger le fichier, ou signaler la colonne manquante au producteur"
      });
    }
  }
  return match;
}
