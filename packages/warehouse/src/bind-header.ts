import {closestName, DataError, type HeaderMatch, matchHeader, type SourceFile} from "@observatoire/catalog";

/** `matchHeader`, and the same periods in every family: models unfold them side by side. */
export function bindHeader(where: string, file: SourceFile, header: readonly string[]): HeaderMatch {
  const match = matchHeader(where, file, header);
  for (const {name} of file.families ?? []) {
    const own = match.families.filter(({family}) => family === name);
    const missing = match.periods.find((period) => !own.some((member) => member.period === period));
    if (missing) {
      const expected = own.map((member) => member.header.replace(member.period, missing)).slice(0, 1);
      const renamed = closestName(expected, match.unknown);
      throw new DataError(renamed ? "DRIFT_RENAME" : "DRIFT_MISSING", {
        where,
        expected: `la colonne « ${name} » de ${missing}, comme dans les autres familles`,
        found: renamed
          ? `« ${renamed} », peut-être la même sous un autre nom`
          : `${own.length} périodes sur ${match.periods.length}`,
        action: "retélécharger le fichier, ou signaler la colonne au producteur"
      });
    }
  }
  return match;
}
