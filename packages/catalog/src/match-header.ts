import {DataError} from "./data-error.ts";
import type {Dialect, SourceFile} from "./source.ts";

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

const normalize = (name: string): string => name.trim().toLowerCase();

/**
 * Binds a header to a declaration by name (case folded, accents kept), through aliases and family patterns.
 * Throws a `DataError` when a required column is missing, renamed or doubled, or when a family has a gap in its years.
 */
export function matchHeader(where: string, file: SourceFile, header: readonly string[]): HeaderMatch {
  const byName = new Map<string, string>();
  for (const name of header) {
    if (byName.has(normalize(name))) {
      throw new DataError("DRIFT_DUPLICATE", {
        where,
        expected: "chaque colonne une seule fois",
        found: `deux fois « ${name.trim()} »`,
        action: "demander au producteur laquelle des deux colonnes fait foi"
      });
    }
    byName.set(normalize(name), name);
  }
  const used = new Set<string>();
  const columns: Record<string, string | null> = {};
  const missing: string[] = [];
  for (const [name, column] of Object.entries(file.columns)) {
    const found = [name, ...(column.aliases ?? [])]
      .map((candidate) => byName.get(normalize(candidate)))
      .find((candidate) => candidate !== undefined && !used.has(candidate));
    if (found !== undefined) used.add(found);
    else if (!column.optional) missing.push(name);
    columns[name] = found ?? null;
  }
  const families = matchFamilies(where, file, header, used);
  const unknown = header.filter((name) => !used.has(name));
  if (missing.length > 0) throw missingColumns(where, missing, unknown, header);
  const periods = [...new Set(families.map(({period}) => period))].sort();
  return {columns, families, periods, unknown};
}

function matchFamilies(where: string, file: SourceFile, header: readonly string[], used: Set<string>) {
  return (file.families ?? []).flatMap((family) => {
    const patterns = [family.pattern, family.aliasPattern]
      .filter((pattern) => pattern !== undefined)
      .map((pattern) => new RegExp(pattern, "iu"));
    const members = header
      .map((name) => ({
        name,
        period: patterns.map((pattern) => pattern.exec(name.trim())?.[1]).find(Boolean)
      }))
      .filter((member): member is {name: string; period: string} => member.period !== undefined)
      .sort((a, b) => a.period.localeCompare(b.period));
    if (members.length === 0) throw missingColumns(where, [`${family.name}_…`], [], header);
    members.forEach(({period}, index) => {
      const previous = members[index - 1]?.period;
      const step = previous === undefined ? 1 : Number(period) - Number(previous);
      if (Number.isInteger(step) && step !== 1) {
        throw new DataError("DRIFT_MISSING", {
          where,
          expected: `une colonne « ${family.name} » par année, sans trou`,
          found: step === 0 ? `deux colonnes pour ${period}` : `${previous} puis ${period}`,
          action: "retélécharger le fichier, ou signaler l'année manquante au producteur"
        });
      }
    });
    for (const {name} of members) used.add(name);
    return members.map(({name, period}) => ({family: family.name, period, header: name}));
  });
}

function missingColumns(
  where: string,
  missing: readonly string[],
  unknown: readonly string[],
  header: readonly string[]
): DataError {
  const suggestion = missing.length === 1 ? closest(missing[0]!, unknown) : undefined;
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

/** The unknown header nearest to a missing name, if it is near enough to be a renaming. */
function closest(name: string, candidates: readonly string[]): string | undefined {
  const scored = candidates
    .map((candidate) => ({candidate, score: bigramSimilarity(normalize(name), normalize(candidate))}))
    .sort((a, b) => b.score - a.score);
  return scored[0] && scored[0].score >= 0.5 ? scored[0].candidate.trim() : undefined;
}

function bigramSimilarity(a: string, b: string): number {
  const grams = (text: string) =>
    new Set(Array.from({length: Math.max(0, text.length - 1)}, (_, i) => text.slice(i, i + 2)));
  const left = grams(a);
  const right = grams(b);
  const common = [...left].filter((gram) => right.has(gram)).length;
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
}

/** How the unpacked file is read: a sheet becomes a plain CSV when it is archived, package JSON stays JSON. */
export function readDialect(file: SourceFile): Dialect {
  return file.dialect.format === "xlsx"
    ? {format: "csv", delimiter: ",", encoding: "utf-8", quote: '"'}
    : file.dialect;
}
