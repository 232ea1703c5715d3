import {DataError} from "./data-error.ts";
import {closestName} from "./match-header-closest.ts";
import type {ColumnFamily, Dialect, SourceFile} from "./source.ts";

/** How the declared columns of a file are found in its actual header. */
export interface HeaderMatch {
  /** Declared column → actual header; null for a missing optional column. */
  columns: Readonly<Record<string, string | null>>;
  /** Columns of the families, sorted by family then period: {family, period, header}. */
  families: readonly {family: string; period: string; header: string}[];
  /** Periods of the families, ascending. */
  periods: readonly string[];
  /** Headers nobody declared: kept in raw, reported. */
  unknown: readonly string[];
}

/** A header as names are compared: spaces around and case forgotten, accents kept. */
export const normalizeHeader = (name: string): string => name.trim().toLowerCase();

/** The period that a header bears when it belongs to a family; null when it does not. */
export function matchFamily({pattern, aliasPattern}: ColumnFamily, header: string): string | null {
  return (
    [pattern, aliasPattern]
      .filter((one) => one !== undefined)
      .map((one) => new RegExp(one, "iu").exec(header.trim())?.[1])
      .find(Boolean) ?? null
  );
}

/**
 * Binds a header to a declaration by name (case folded, accents kept), through aliases and family patterns.
 * Throws a `DataError` when a required column is missing, renamed or doubled, or when a family has a gap in its years.
 */
export function matchHeader(where: string, file: SourceFile, header: readonly string[]): HeaderMatch {
  const byName = readNames(where, header);
  const used = new Set<string>();
  const columns: Record<string, string | null> = {};
  const missing: string[] = [];
  for (const [name, column] of Object.entries(file.columns)) {
    const found = [name, ...(column.aliases ?? [])]
      .map((candidate) => byName.get(normalizeHeader(candidate)))
      .find((candidate) => candidate !== undefined && !used.has(candidate));
    if (found !== undefined) used.add(found);
    else if (!column.optional) missing.push(name);
    columns[name] = found ?? null;
  }
  const members = (file.families ?? []).flatMap((family) => listMembers(family, header));
  for (const {header: name} of members) used.add(name);
  const unknown = header.filter((name) => !used.has(name));
  if (missing.length > 0) {
    const aliases = missing.flatMap((name) => file.columns[name]?.aliases ?? []);
    // The shape of a GeoJSON feature is no renamed column.
    const strangers = unknown.filter((name) => file.dialect.format !== "geojson" || name !== "geometry");
    throw missingColumns(where, missing, {aliases, unknown: strangers, header});
  }
  for (const {name} of file.families ?? []) {
    const own = members.filter(({family}) => family === name);
    if (own.length === 0) throw missingColumns(where, [`${name}_…`], {unknown, header});
    refuseGap(where, own, unknown);
  }
  const periods = [...new Set(members.map(({period}) => period))].sort();
  return {columns, families: members, periods, unknown};
}

function readNames(where: string, header: readonly string[]): Map<string, string> {
  const byName = new Map<string, string>();
  for (const name of header) {
    if (byName.has(normalizeHeader(name))) {
      throw new DataError("DRIFT_DUPLICATE", {
        where,
        expected: "chaque colonne une seule fois",
        found: name.trim() === "" ? "deux colonnes sans nom" : `deux fois « ${name.trim()} »`,
        action: "demander au producteur laquelle des deux colonnes fait foi"
      });
    }
    byName.set(normalizeHeader(name), name);
  }
  return byName;
}

type Member = HeaderMatch["families"][number];

function listMembers(family: ColumnFamily, header: readonly string[]): Member[] {
  return header
    .flatMap((name) => {
      const period = matchFamily(family, name);
      return period === null ? [] : [{family: family.name, period, header: name}];
    })
    .sort((a, b) => a.period.localeCompare(b.period));
}

function refuseGap(where: string, members: readonly Member[], unknown: readonly string[]): void {
  for (const [index, {family, period, header}] of members.entries()) {
    const previous = members[index - 1]?.period;
    const step = previous === undefined ? 1 : Number(period) - Number(previous);
    if (!Number.isInteger(step) || step === 1) continue;
    const absent = String(Number(previous) + 1).padStart(period.length, "0");
    const renamed = step === 0 ? undefined : closestName([header.replace(period, absent)], unknown);
    throw new DataError(step === 0 ? "DRIFT_DUPLICATE" : renamed ? "DRIFT_RENAME" : "DRIFT_MISSING", {
      where,
      expected: `une colonne « ${family} » par année, sans trou`,
      found:
        step === 0
          ? `deux colonnes pour ${period}`
          : renamed
            ? `« ${renamed} », peut-être celle de ${absent} sous un autre nom`
            : `${previous} puis ${period}`,
      action: "retélécharger le fichier, ou signaler la colonne au producteur"
    });
  }
}

function missingColumns(
  where: string,
  missing: readonly string[],
  found: {aliases?: readonly string[]; unknown: readonly string[]; header: readonly string[]}
): DataError {
  const {aliases = [], unknown, header} = found;
  const suggestion = missing.length === 1 ? closestName([missing[0]!, ...aliases], unknown) : undefined;
  const shown = header.slice(0, 6).map((name) => `« ${name.trim()} »`);
  return new DataError(suggestion ? "DRIFT_RENAME" : "DRIFT_MISSING", {
    where,
    expected: `${missing.length > 1 ? "les colonnes" : "la colonne"} ${missing.map((name) => `« ${name} »`).join(", ")}`,
    found: suggestion
      ? `« ${suggestion} », peut-être la même sous un autre nom`
      : `${header.length} colonnes (${shown.join(", ")}${header.length > 6 ? ", …" : ""})`,
    action: suggestion
      ? "si le producteur a renommé la colonne, ajouter ce nom à ses alias dans source.ts"
      : "vérifier que c'est le bon fichier, sinon comparer avec source.ts"
  });
}

/** How the unpacked file is read: a sheet becomes a plain CSV when it is archived, package JSON stays JSON. */
export function readDialect(file: SourceFile): Dialect {
  return file.dialect.format === "xlsx"
    ? {format: "csv", delimiter: ",", encoding: "utf-8", quote: '"'}
    : file.dialect;
}
