import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {writeTestFile} from "../testing/test-file.ts";
import {openWarehouse} from "./open-warehouse.ts";
import {type CsvLayout, scanRecords} from "./scan-records.ts";

const data = fileURLToPath(new URL("../../../../shared/data", import.meta.url));

async function count(text: string, quote: CsvLayout["quote"] = '"'): Promise<number> {
  return (await scanRecords(await writeTestFile(text), {delimiter: ";", quote})).records;
}

test("records are lines, blank ones left out", async () => {
  expect(await count("a;b\n1;2\n")).toBe(2);
  expect(await count("a;b\n1;2")).toBe(2);
  expect(await count("a;b\r\n\r\n1;2\r\n\r\n")).toBe(2);
  expect(await count("")).toBe(0);
});

test("a quoted field may hold line ends, separators and doubled quotes", async () => {
  expect(await count('a;b\n"x\ny";"z;""t""\n"\n1;2\n')).toBe(3);
});

test("a declared escape hides the quote after it", async () => {
  const text = 'a;b\n"un \\"mot\\";\n";2\n';
  const escaped = {delimiter: ";", quote: '"', escape: "\\"} as const;
  expect((await scanRecords(await writeTestFile(text), escaped)).records).toBe(2);
});

test("a quote inside a plain field, or without quotes declared, is a character", async () => {
  expect(await count("a;b\n12\" d'écran;x\n1;2\n")).toBe(3);
  expect(await count('a;b\n"x;y\n1;2\n', "")).toBe(3);
});

test("line ends of two sorts are told, those inside quotes left out", async () => {
  const isMixed = async (text: string) =>
    (await scanRecords(await writeTestFile(text), {delimiter: ";", quote: '"'})).mixedLineEnds;
  expect(await isMixed("a;b\r\n1;2\n")).toBe(true);
  expect(await isMixed('a;b\n"1";2\r\n')).toBe(true);
  expect(await isMixed('a;b\r\n"x\ny";2\r\n')).toBe(false);
});

test("chunks may end anywhere: 9 MB in several reads", async () => {
  const row = '77284;"Crécy-la-Chapelle\ncentre";é\n';
  const scan = await scanRecords(await writeTestFile(row.repeat(250_000)), {delimiter: ";", quote: '"'});
  expect(scan).toEqual({
    records: 250_000,
    utf8: true,
    ascii: false,
    mixedLineEnds: false,
    unclosedQuoteLine: null
  });
});

const extracts: [string, string, CsvLayout["quote"]][] = [
  ["cog/v_commune_2026.csv", ",", '"'],
  ["cog/v_mvt_commune_2026.csv", ",", '"'],
  ["cog/communes_ze2020_cog2025.csv", ",", '"'],
  ["icpe/envinorma-installations-idf-2022.csv", ",", '"'],
  ["cartofriches/friches-standard-echantillon-national-2024.csv", ";", '"'],
  ["dvf/valeursfoncieres-brut-echantillon-bouchonne.txt", "|", ""]
];

test.skipIf(!existsSync(data)).each(extracts)(
  "real extract %s: our count is DuckDB's",
  async (name, delimiter, quote) => {
    const path = `${data}/${name}`;
    const scan = await scanRecords(path, {delimiter, quote});
    const warehouse = await openWarehouse(":memory:");
    const sniffed = `read_csv('${path}', delim = '${delimiter}', quote = '${quote}', header = true, all_varchar = true)`;
    const [row] = await warehouse.all<{n: number}>(`select count(*) as n from ${sniffed}`);
    expect(scan.records - 1).toBe(row?.n);
    warehouse.close();
  }
);
