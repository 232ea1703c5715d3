import {
  DataError,
  formatNumber,
  listForms,
  type Snapshot,
  type SourceFile,
  type SourceModule
} from "@observatoire/catalog";
import {latestEditions, latestSnapshot} from "./latest-snapshot.ts";

/** What is known of a file that was read and is not archived yet. */
export type Sized = Pick<
  Snapshot,
  "kind" | "form" | "rows" | "unpackedBytes" | "vintage" | "vintageDate" | "simulated" | "header"
>;

export interface SizeContext {
  module: SourceModule;
  file: SourceFile;
  where: string;
  /** Archived versions of every file of the source. */
  archived: readonly Snapshot[];
  /** What sums are compared with (`sizeBaseline`). */
  before: readonly Snapshot[];
}

/** A file in its former version and as it comes. */
type Pair = readonly [Snapshot, Sized, SourceFile];

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
  const about = `${where}, comparé au millésime ${former.vintage}`;
  for (const change of changesOf([[former, next, file]])) {
    requireChange(change, sizeChange.file ?? 0.25, about, source);
  }

  const pairs = files.flatMap((one): Pair[] =>
    editionsOf(context.before, source, one).flatMap((old): Pair[] => {
      const isThis = one.id === file.id && (!one.series || yearOf(old) === yearOf(next));
      const now = isThis
        ? next
        : editionsOf(context.archived, source, one).find(
            (edition) => !one.series || yearOf(edition) === yearOf(old)
          );
      return now && !isGain(now, old, one) ? [[old, now, one]] : [];
    })
  );
  if (pairs.length < 2) return;
  for (const sum of changesOf(pairs)) {
    requireChange(sum, sizeChange.source ?? 0.15, `${source}, ses ${pairs.length} fichiers ensemble`, source);
  }
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

/**
 * In rows when all are counted, and in unpacked bytes: alone when rows are not counted, unless other forms make them say
 * nothing; beside the rows for text whose columns are the same. Parquet packs the same rows in very different sizes, and a
 * year more in the columns is no other size.
 */
function changesOf(pairs: readonly Pair[]): Change[] {
  const sum = (side: 0 | 1, read: (one: Sized) => number) =>
    pairs.reduce((total, pair) => total + read(pair[side]), 0);
  const changeIn = (unit: Change["unit"], read: (one: Sized) => number): Change => ({
    from: sum(0, read),
    to: sum(1, read),
    unit
  });
  const areCounted = pairs.every(([old, now]) => old.rows !== null && now.rows !== null);
  const isWeighed = areCounted ? pairs.every(isSameText) : pairs.every(isSameForm);
  return [
    ...(areCounted ? [changeIn("lignes", ({rows}) => rows ?? 0)] : []),
    ...(isWeighed ? [changeIn("octets", ({unpackedBytes}) => unpackedBytes)] : [])
  ];
}

const isSameForm = ([old, now]: Pair) => (old.form ?? 0) === (now.form ?? 0);

function isSameText(pair: Pair): boolean {
  const [old, now, file] = pair;
  const format = listForms(file)[now.form ?? 0]?.dialect.format;
  const columnsOf = ({header = []}: Sized) => header.join("\n");
  return (
    isSameForm(pair) && format !== "parquet" && columnsOf(old) !== "" && columnsOf(old) === columnsOf(now)
  );
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
