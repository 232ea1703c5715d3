import {DataError, type Dialect, type SourceFile} from "@observatoire/catalog";
import {readHead} from "./read-head.ts";
import {readEncoding, refuseBytes, refuseEncoding} from "./refuse-bytes.ts";
import {splitRecords} from "./split-records.ts";

type CsvDialect = Extract<Dialect, {format: "csv"}>;

const sampleSize = 20;
const separators = [",", ";", "\t", "|"] as const;
const names = {
  ",": "la virgule",
  ";": "le point-virgule",
  "\t": "la tabulation",
  "|": "la barre verticale"
} as const;

/** Header and first records of a CSV, read as declared; refuses other formats, encodings and separators. */
export async function openCsv(
  path: string,
  where: string,
  file: SourceFile,
  dialect: CsvDialect
): Promise<{header: string[]; sample: string[][]}> {
  const {bytes} = await readHead(path);
  refuseBytes(where, bytes, "csv");
  refuseEncoding(where, dialect.encoding, readEncoding(bytes));
  const text = bytes.toString(dialect.encoding === "latin-1" ? "latin1" : "utf8").replace(/^\uFEFF/, "");
  refuseImpostor(text, where, file);
  refuseEscape(text, where, dialect);
  refuseSeparator(text, where, file, dialect);
  const [header = [], ...sample] = splitRecords(text, dialect, sampleSize + 1);
  refuseApostrophes(header, where);
  return {header, sample};
}

function refuseImpostor(text: string, where: string, file: SourceFile): void {
  const [line = ""] = text.split(/\r?\n/, 1);
  const known = file.impostors?.find(({firstLine}) => new RegExp(firstLine, "iu").test(line));
  if (!known) return;
  const {found, action} = known;
  throw new DataError("NOT_DATA", {where, expected: `« ${file.title} »`, found, action});
}

/** A quote after a backslash that ends no field: the quotes inside fields are not doubled. */
function refuseEscape(text: string, where: string, {quote, delimiter, escape: declared}: CsvDialect): void {
  if (quote === "" || declared !== undefined) return;
  const ends = new Set([delimiter, quote, "\r", "\n", undefined]);
  const isEscaped = [...text.matchAll(/\\"/g)].some(({index}) => !ends.has(text[index + 2]));
  if (!isEscaped) return;
  throw new DataError("DIALECT", {
    where,
    expected: "des guillemets doublés à l'intérieur des champs",
    found: "des guillemets précédés d'une barre oblique inverse",
    action: "si le producteur a changé de convention, ajouter « escape » dans source.ts"
  });
}

/** Names held by apostrophes: those of the whole file are read as part of the values. */
function refuseApostrophes(header: readonly string[], where: string): void {
  const held = header.filter((name) => /^'.*'$/.test(name.trim())).length;
  if (held * 2 <= header.length) return;
  throw new DataError("DIALECT", {
    where,
    expected: "des champs nus ou entre guillemets",
    found: `des apostrophes autour des champs (${header[0]?.trim()})`,
    action: "reprendre le fichier du producteur, sans l'enregistrer avec un autre programme"
  });
}

function refuseSeparator(text: string, where: string, file: SourceFile, dialect: CsvDialect): void {
  const declared = new Set(
    Object.entries(file.columns).flatMap(([name, {aliases = []}]) => [name, ...aliases].map(normalize))
  );
  const score = (delimiter: string): number =>
    (splitRecords(text, {...dialect, delimiter}, 1)[0] ?? []).filter((name) => declared.has(normalize(name)))
      .length;
  const width = (delimiter: string): number => splitRecords(text, {...dialect, delimiter}, 1)[0]?.length ?? 0;
  const expected = score(dialect.delimiter);
  const better = separators.find(
    (other) =>
      other !== dialect.delimiter &&
      (score(other) > Math.max(1, expected) ||
        (width(dialect.delimiter) === 1 && expected === 0 && width(other) > 1))
  );
  if (better) {
    throw new DataError("DIALECT", {
      where,
      expected: `${names[dialect.delimiter]} entre les colonnes`,
      found: names[better],
      action: "si le producteur a changé de séparateur, corriger « delimiter » dans source.ts"
    });
  }
}

const normalize = (name: string): string => name.trim().toLowerCase();
