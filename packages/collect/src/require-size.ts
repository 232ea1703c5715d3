import {
  DataError,
  formatNumber,
  type Snapshot,
  type SourceFile,
  type SourceModule
} from "@observatoire/catalog";
import {latestEditions, latestSnapshot} from "./latest-snapshot.ts";

/** What is known of a file that was read and is not archived yet. */
export type Sized = Pick<
  Snapshot,
  "kind" | "form" | "rows" | "unpackedBytes" | "vintage" | "vintageDate" | "simulated"
>;

export interface SizeContext {
  module: SourceModule;
  file: SourceFile;
  where: string;
  /** Archived versions of every file of the source. */
  archived: readonly Snapshot[];
  /** What was archived when the collection of the source began: what sums are compared with. */
  before: readonly Snapshot[];
}

interface Change {
  from: number;
  to: number;
  unit: "lignes" | "octets";
}

/**
 * Refuses a file whose size moved too much since the version in service (SIZE): by `sizeChange.file` for itself, by
 * `sizeChange.source` for the sum of the files, or of the years, that had a former version. Simulated files are not compared.
 */
export function requireSize(next: Sized, context: SizeContext): void {
  const {module, file, where} = context;
  const {id: source, files, sizeChange = {}} = module.source;
  if (next.simulated) return;
  const former = formerOf(next, context.archived, source, file);
  if (former === null || isGain(next, former, file)) return;
  const change = changeOf([[former, next]]);
  if (change)
    requireChange(
      change,
      sizeChange.file ?? 0.25,
      `${where}, comparé au millésime ${former.vintage}`,
      source
    );

  const pairs = files.flatMap((one): [Snapshot, Sized][] =>
    editionsOf(context.before, source, one).flatMap((old): [Snapshot, Sized][] => {
      const isThis = one.id === file.id && (!one.series || yearOf(old) === yearOf(next));
      const now = isThis
        ? next
        : editionsOf(context.archived, source, one).find(
            (edition) => !one.series || yearOf(edition) === yearOf(old)
          );
      return now && !isGain(now, old, one) ? [[old, now]] : [];
    })
  );
  const sum = pairs.length > 1 ? changeOf(pairs) : null;
  if (sum)
    requireChange(sum, sizeChange.source ?? 0.15, `${source}, ses ${pairs.length} fichiers ensemble`, source);
}

/** The version in service; of a series, the same year's, else the year before. */
function formerOf(
  next: Sized,
  archived: readonly Snapshot[],
  source: string,
  file: SourceFile
): Snapshot | null {
  if (!file.series) return latestSnapshot(archived, source, file.id, {demo: false});
  const years = editionsOf(archived, source, file);
  return (
    years.find((edition) => yearOf(edition) === yearOf(next)) ??
    years.find((edition) => Number(yearOf(edition)) === Number(yearOf(next)) - 1) ??
    null
  );
}

/** After an extract, a whole file, or another extract given by a person, may have any size. */
function isGain(next: Sized, former: Snapshot, {rows: {min}}: SourceFile): boolean {
  const isPartial = former.rows !== null && former.rows < min;
  return isPartial && (next.kind === "fourni" || (next.rows !== null && next.rows >= min));
}

/** In rows when all are counted, else in unpacked bytes; null when other forms make bytes say nothing. */
function changeOf(pairs: readonly (readonly [Snapshot, Sized])[]): Change | null {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const sides = [pairs.map(([old]) => old), pairs.map(([, now]) => now)] as const;
  if (sides.every((side) => side.every(({rows}) => rows !== null))) {
    const [from, to] = sides.map((side) => sum(side.map(({rows}) => rows ?? 0))) as [number, number];
    return {from, to, unit: "lignes"};
  }
  if (pairs.some(([old, now]) => (old.form ?? 0) !== (now.form ?? 0))) return null;
  const [from, to] = sides.map((side) => sum(side.map(({unpackedBytes}) => unpackedBytes))) as [
    number,
    number
  ];
  return {from, to, unit: "octets"};
}

function requireChange({from, to, unit}: Change, limit: number, where: string, source: string): void {
  const share = from === 0 ? 0 : (to - from) / from;
  if (Math.abs(share) <= limit) return;
  const percent = formatNumber(share * 100, {decimals: 1, signed: true});
  throw new DataError("SIZE", {
    where,
    expected: `${formatNumber(from)} ${unit} à ${formatNumber(limit * 100)}\u00a0% près`,
    found: `${formatNumber(to)} ${unit}, soit ${percent}\u00a0%`,
    action: `regarder le fichier du producteur puis, s'il est juste, relancer avec --accepter-taille ${source}`
  });
}

const editionsOf = (archived: readonly Snapshot[], source: string, file: SourceFile) =>
  latestEditions(archived, source, file, {demo: false});

const yearOf = ({vintageDate}: Pick<Snapshot, "vintageDate">) => vintageDate.slice(0, 4);
