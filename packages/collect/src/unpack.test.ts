import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {crc32, gzipSync} from "node:zlib";
import {DataError, type SourceFile} from "@observatoire/catalog";
import {TextReader, Uint8ArrayWriter, ZipWriter} from "@zip.js/zip.js";
import {expect, test} from "vitest";
import writeXlsxFile from "write-excel-file/node";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {villagesModule} from "../test/villages.ts";
import {unpack} from "./unpack.ts";

const csv = `code_commune,annee\n${Array.from({length: 5000}, (_, i) => `77${i % 1000},${2000 + (i % 25)}\n`).join("")}`;
const [plain] = villagesModule({kind: "http", url: ""}).source.files;
const zipped: SourceFile = {...plain, wrapping: [{kind: "zip", entry: "_data\\.csv$"}]};
const gzipped: SourceFile = {...plain, wrapping: [{kind: "gzip"}]};
const workbook: SourceFile = {...plain, dialect: {format: "xlsx", sheet: "txcho_ze", headerCell: "ZE2020"}};

async function zip(entries: Record<string, string>): Promise<Buffer> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {useWebWorkers: false});
  for (const [name, text] of Object.entries(entries)) await writer.add(name, new TextReader(text));
  return Buffer.from(await writer.close());
}

/** Unpacks bytes; returns the text read or the code of the refusal, and what is left in the folder. */
async function open(bytes: Buffer, file: SourceFile, name = "recu", limits = {}) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), bytes);
  const result = await unpack(join(folder, name), file, folder, {limits}).then(
    (path) => readFileSync(path, "utf8"),
    (error: unknown) => (error instanceof DataError ? error.code : error)
  );
  return {result, left: readdirSync(folder).filter((entry) => entry !== name)};
}

const flip = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at);
  return copy;
};

test("sans emballage, le fichier est lu tel quel", async () => {
  expect(await open(Buffer.from(csv), plain)).toEqual({result: csv, left: []});
});

test.each([
  ["F04 page web", "<!doctype html><title>Maintenance</title>", "NOT_DATA"],
  ["F04 page web précédée d'un BOM", "\ufeff\n <html>", "NOT_DATA"],
  ["F05 erreur JSON", '{"error": "quota"}', "NOT_DATA"],
  ["F06 vide", "", "EMPTY"],
  ["F06 blancs", "\n\n", "EMPTY"],
  ["archive à la place du CSV", "PK\u0003\u0004", "NOT_DATA"]
])("%s : refusé avant lecture", async (_, text, code) => {
  expect((await open(Buffer.from(text), plain)).result).toBe(code);
});

test("F20 : UTF-16 est dit", async () => {
  expect((await open(Buffer.from(`\ufeff${csv}`, "utf16le"), plain)).result).toBe("ENCODING");
});

test("F05 : un message d'erreur n'est pas un fichier JSON, une liste en est un", async () => {
  const json: SourceFile = {...plain, dialect: {format: "json"}};
  expect((await open(Buffer.from('{"message": "interdit", "code": 403}'), json)).result).toBe("NOT_DATA");
  expect((await open(Buffer.from("<html>"), json)).result).toBe("NOT_DATA");
  expect((await open(Buffer.from('[{"code": "77284"}]'), json)).result).toBe('[{"code": "77284"}]');
});

test("parquet : coupé avant sa fin, c'est dit", async () => {
  const parquet: SourceFile = {...plain, dialect: {format: "parquet"}};
  expect((await open(Buffer.from("PAR1 données PAR1"), parquet)).result).toBe("PAR1 données PAR1");
  expect((await open(Buffer.from("PAR1 donn"), parquet)).result).toBe("TRUNCATED");
});

test("zip : la seule entrée qui suit le motif, les autres vérifiées", async () => {
  const bytes = await zip({"DS_2024_metadata.csv": "a", "dossier/DS_2024_data.csv": csv});
  expect(await open(bytes, zipped, "recu.zip")).toEqual({result: csv, left: ["DS_2024_data.csv"]});
});

test.each([0.1, 0.6, 0.98])("F12 : zip coupé à %d, TRUNCATED en moins de 5 s", async (share) => {
  const bytes = await zip({"DS_data.csv": csv});
  const before = performance.now();
  expect(await open(bytes.subarray(0, bytes.length * share), zipped)).toEqual({
    result: "TRUNCATED",
    left: []
  });
  expect(performance.now() - before).toBeLessThan(5000);
});

test("F13 : un octet changé dans l'entrée, ou dans une autre, est vu", async () => {
  const data = await zip({"DS_data.csv": csv});
  expect(await open(flip(data, 400), zipped)).toEqual({result: "CORRUPT", left: []});
  const stored = await zip({"DS_data.csv": csv, "lisez-moi.txt": "bonjour ".repeat(200)});
  const other = stored.indexOf("lisez-moi.txt") + 30;
  expect((await open(flip(stored, other), zipped)).result).toBe("CORRUPT");
});

test("F13 : somme de contrôle fausse dans le répertoire", async () => {
  const bytes = await zip({"DS_data.csv": csv});
  const directory = bytes.lastIndexOf(Buffer.from("PK\u0001\u0002"));
  expect(bytes.readUInt32LE(directory + 16)).toBe(crc32(csv));
  expect((await open(flip(bytes, directory + 16), zipped)).result).toBe("CORRUPT");
});

test("F14 : entrée absente, en double, ou qui sort du dossier", async () => {
  expect((await open(await zip({"autre.csv": csv}), zipped)).result).toBe("NOT_DATA");
  expect((await open(await zip({"a_data.csv": csv, "b_data.csv": csv}), zipped)).result).toBe("NOT_DATA");
  const outside = Buffer.from(
    (await zip({"xx/evil_data.csv": csv})).toString("latin1").replaceAll("xx/", "../"),
    "latin1"
  );
  expect(await open(outside, zipped)).toEqual({result: "CORRUPT", left: []});
});

test("F14 : une bombe est arrêtée par le rapport et par la taille", async () => {
  const bytes = await zip({"zeros_data.csv": "0".repeat(4e6)});
  expect(await open(bytes, zipped, "recu", {ratioFrom: 1e6})).toEqual({result: "SIZE", left: []});
  expect(await open(bytes, zipped, "recu", {maxBytes: 1e6})).toEqual({result: "SIZE", left: []});
  expect(await open(gzipSync(Buffer.alloc(4e6)), gzipped, "recu", {ratioFrom: 1e6})).toEqual({
    result: "SIZE",
    left: []
  });
});

/** A zip whose `count` entries all point to the bytes of the first one: its directory alone grows. */
async function overlapping(text: string, count: number): Promise<Buffer> {
  const bytes = await zip({"zeros_data.csv": text});
  const start = bytes.lastIndexOf(Buffer.from("PK\u0001\u0002"));
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const line = bytes.subarray(start, end);
  const lines = Array.from({length: count}, (_, index) => {
    const copy = Buffer.from(line);
    copy.write(index === 0 ? "zeros_data.csv" : `x${String(index).padStart(13, "0")}`, 46);
    return copy;
  });
  const close = Buffer.from(bytes.subarray(end));
  close.writeUInt16LE(count, 8);
  close.writeUInt16LE(count, 10);
  close.writeUInt32LE(line.length * count, 12);
  return Buffer.concat([bytes.subarray(0, start), ...lines, close]);
}

test("F14 : des entrées chacune raisonnable ne le sont pas ensemble ; rien n'est déplié avant de le savoir", async () => {
  const text = "0".repeat(900_000);
  const names = Array.from({length: 20}, (_, index) => `${index}${index === 0 ? "_data" : ""}.csv`);
  const bytes = await zip(Object.fromEntries(names.map((name) => [name, text])));
  expect(await open(bytes, zipped, "recu", {ratioFrom: 1e6})).toEqual({result: "SIZE", left: []});
  expect(await open(bytes, zipped, "recu", {maxBytes: 17e6})).toEqual({result: "SIZE", left: []});
  expect((await open(bytes, zipped, "recu", {maxBytes: 18e6})).left).toEqual(["0_data.csv"]);
});

test("F14 : des entrées qui se recouvrent sont refusées", async () => {
  const limits = {maxRatio: 1e9};
  expect(
    (await open(await overlapping(csv, 1), {...zipped, wrapping: [{kind: "zip", entry: "zeros_data"}]}))
      .result
  ).toBe(csv);
  expect(await open(await overlapping(csv, 3), zipped, "recu", limits)).toEqual({
    result: "CORRUPT",
    left: []
  });
});

test("gzip : lu jusqu'au bout ; F10 coupé, F11 somme fausse, milieu altéré", async () => {
  const bytes = gzipSync(csv);
  expect(await open(bytes, gzipped, "villages.csv.gz")).toEqual({result: csv, left: ["villages.csv"]});
  expect(await open(bytes.subarray(0, bytes.length * 0.6), gzipped)).toEqual({result: "TRUNCATED", left: []});
  expect(await open(flip(bytes, bytes.length - 6), gzipped)).toEqual({result: "CORRUPT", left: []});
  expect((await open(flip(bytes, 200), gzipped)).result).toBe("CORRUPT");
  expect((await open(Buffer.from(csv), gzipped)).result).toBe("NOT_DATA");
  expect((await open(gzipSync("<html>"), gzipped)).result).toBe("NOT_DATA");
});

async function workbookOf(sheet: string): Promise<Buffer> {
  const cell = (value: string | number) => ({value});
  return writeXlsxFile([
    {
      sheet,
      data: [
        [cell("Taux de chômage localisés")],
        [],
        [cell("Code"), cell("Libellé"), cell("T1 2026")],
        [cell("ZE2020"), cell("LIBZE2020"), cell("2026-T1")],
        [cell("0056"), cell('Meaux, dit "le pays"'), cell(7.5)],
        [cell("1107"), cell("Meaux"), null]
      ]
    },
    {sheet: "Lisez-moi", data: [[cell("notes")]]}
  ]).toBuffer();
}

test("xlsx : la feuille nommée, à partir de la ligne de headerCell, en CSV", async () => {
  const {result, left} = await open(await workbookOf("txcho_ze"), workbook, "chomage.xlsx");
  expect(result).toBe('ZE2020,LIBZE2020,2026-T1\n0056,"Meaux, dit ""le pays""",7.5\n1107,Meaux,\n');
  expect(left).toEqual(["chomage.csv"]);
});

test("xlsx : feuille absente, en-tête absent, coupé, altéré", async () => {
  const bytes = await workbookOf("txcho_ze");
  expect((await open(await workbookOf("autre"), workbook)).result).toBe("NOT_DATA");
  const elsewhere: SourceFile = {
    ...plain,
    dialect: {format: "xlsx", sheet: "txcho_ze", headerCell: "CODGEO"}
  };
  expect((await open(bytes, elsewhere)).result).toBe("DRIFT_MISSING");
  expect((await open(bytes.subarray(0, bytes.length / 2), workbook)).result).toBe("TRUNCATED");
  expect((await open(flip(bytes, bytes.indexOf("sheet1.xml") + 40), workbook)).result).toBe("CORRUPT");
});
