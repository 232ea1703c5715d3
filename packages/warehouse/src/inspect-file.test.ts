import {DataError, type SourceFile} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {emplois, writeTestFile} from "../testing/test-file.ts";
import {inspectFile} from "./inspect-file.ts";
import {openWarehouse} from "./open-warehouse.ts";

const header = "code_commune;nom;emplois_2024;emplois_2025\n";
const options = {where: "essai/emplois", communes: ["77284", "01004"]};

async function inspect(content: string | Buffer, file: SourceFile = emplois) {
  return inspectFile(await writeTestFile(content), file, options);
}

/** The code and sentence of the refusal. */
async function refusal(content: string | Buffer, file?: SourceFile): Promise<string> {
  const error = await inspect(content, file).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DataError);
  return `${(error as DataError).code} | ${(error as DataError).message}`;
}

test("a healthy file: header, rows, periods, coverage and largest value", async () => {
  const inspection = await inspect(`${header}77284;Meaux;10;12\n75056;Paris;5;6\n`);
  expect(inspection).toMatchObject({rows: 2, covered: 1, periods: ["2024", "2025"], partial: false});
  expect(inspection.header).toEqual(["code_commune", "nom", "emplois_2024", "emplois_2025"]);
  expect(inspection.sample[0]).toEqual(["77284", "Meaux", "10", "12"]);
  expect(await inspection.max("nom")).toBe("Paris");
  expect(await inspection.max("remarque")).toBeNull();
});

test("a look-alike is named, with what to give instead", async () => {
  const file: SourceFile = {
    ...emplois,
    impostors: [{firstLine: "^No;Date", found: "le fichier brut", action: "donner le fichier géolocalisé"}]
  };
  expect(await refusal("No;Date;Prix\n1;2;3\n", file)).toBe(
    "NOT_DATA | essai/emplois : attendu « Emplois par commune », trouvé le fichier brut ; donner le fichier géolocalisé."
  );
});

test("quotes escaped by a backslash are told from doubled ones", async () => {
  const escaped = `${header}77284;"Meaux, dite \\"la ville\\" ; centre";10;12\n`;
  expect(await refusal(escaped)).toContain("DIALECT | essai/emplois : attendu des guillemets doublés");
  const declared: SourceFile = {
    ...emplois,
    dialect: {format: "csv", delimiter: ";", encoding: "utf-8", quote: '"', escape: "\\"}
  };
  expect((await inspect(escaped, declared)).rows).toBe(1);
  expect((await inspect(`${header}77284;"C:\\";10;12\n`)).rows).toBe(1);
});

test("records are counted through quotes, blank lines, CRLF and a missing last newline", async () => {
  const text = `\uFEFF${header}77284;"Meaux\n""ville""; centre";10;12\n\n75056;Paris;5;6`.replaceAll(
    "\n",
    "\r\n"
  );
  const inspection = await inspect(text);
  expect(inspection.rows).toBe(2);
  expect(inspection.header[0]).toBe("code_commune");
  expect(inspection.sample[0]?.[1]).toBe('Meaux\r\n"ville"; centre');
});

test("a web page, an error body and an archive are not data", async () => {
  expect(await refusal("<!DOCTYPE html><html><body>Maintenance</body></html>")).toMatch(
    /^NOT_DATA .*une page HTML/
  );
  expect(await refusal('{"error": "quota"}')).toMatch(
    /^NOT_DATA .*trouvé du JSON \(« \{"error": "quota"\} »\)/
  );
  expect(await refusal(Buffer.from([0x50, 0x4b, 3, 4, 20, 0]))).toMatch(/^NOT_DATA .*archive zip/);
});

test("an empty file and a header without rows are refused", async () => {
  expect(await refusal("")).toMatch(/^EMPTY .*un fichier vide/);
  expect(await refusal(header)).toMatch(/^EMPTY .*un en-tête sans données/);
});

test("the encoding is the declared one, on the whole file", async () => {
  const accents = `${header}77284;Crécy;10;12\n`;
  const latin: SourceFile = {
    ...emplois,
    dialect: {format: "csv", delimiter: ";", encoding: "latin-1", quote: '"'}
  };
  expect(await refusal(Buffer.from(accents, "latin1"))).toMatch(/^ENCODING .*sans doute du Latin-1/);
  expect(await refusal(accents, latin)).toMatch(/^ENCODING .*attendu un texte en LATIN-1, trouvé de l'UTF-8/);
  expect((await inspect(Buffer.from(accents, "latin1"), latin)).sample[0]?.[1]).toBe("Crécy");
  expect(await refusal(Buffer.from(`\uFEFF${accents}`, "utf16le"))).toMatch(/^ENCODING .*UTF-16/);
  // 2 MB of ASCII first: the sampled head sees nothing wrong.
  const late = Buffer.concat([
    Buffer.from(`${header}${"77284;Meaux;1;2\n".repeat(130_000)}`),
    Buffer.from("77284;\xe9;1;2\n", "latin1")
  ]);
  expect(await refusal(late)).toMatch(/^ENCODING/);
});

test("another separator is named", async () => {
  expect(await refusal(`${header}77284;Meaux;10;12\n`.replaceAll(";", ","))).toMatch(
    /^DIALECT .*attendu le point-virgule entre les colonnes, trouvé la virgule/
  );
  expect(await refusal(`${header}77284;Meaux;10;12\n`.replaceAll(";", "\t"))).toMatch(
    /^DIALECT .*la tabulation/
  );
  expect(await refusal(`${header}77284;Meaux;10;12\r\n`)).toMatch(/^DIALECT .*mélangées/);
});

test("a renamed, missing or doubled column, and uneven families, are refused", async () => {
  expect(await refusal("code_communes;nom;emplois_2025\n77284;Meaux;1\n")).toMatch(
    /^DRIFT_RENAME .*« code_communes »/
  );
  expect(await refusal("nom;emplois_2025\nMeaux;1\n")).toMatch(/^DRIFT_MISSING .*« code_commune »/);
  expect(await refusal("code_commune;NOM;nom;emplois_2025\n77284;a;b;1\n")).toMatch(/^DRIFT_DUPLICATE/);
  const two = [
    ...emplois.families!,
    {name: "etab", pattern: "^etab_(\\d{4})$", meaning: "", type: "entier" as const}
  ];
  const uneven = "code_commune;nom;emplois_2024;emplois_2025;etab_2024\n77284;Meaux;1;2;3\n";
  expect(await refusal(uneven, {...emplois, families: two})).toMatch(/^DRIFT_MISSING .*« etab » de 2025/);
});

test("a partial file of elsewhere is refused, a whole one only says that it covers nothing; a huge one is refused", async () => {
  const lyon = `${header}69123;Lyon;1;2\n`;
  expect(await refusal(lyon, {...emplois, rows: {min: 2, max: 10}})).toMatch(
    /^COVERAGE .*attendu au moins une des 2 communes/
  );
  expect(await inspect(lyon)).toMatchObject({covered: 0, partial: false});
  const row = "77284;Meaux;1;2\n";
  expect((await inspect(header + row, {...emplois, rows: {min: 5, max: 10}})).partial).toBe(true);
  expect(await refusal(header + row.repeat(11))).toMatch(/^SIZE .*au plus 10 lignes, trouvé 11 lignes/);
});

test("a quote never closed is a cut file", async () => {
  expect(await refusal(`${header}77284;"Meaux;1;2\n75056;Paris;1;2\n`)).toMatch(
    /^TRUNCATED .*ouvert à la ligne 2/
  );
});

test("JSON, GeoJSON and Parquet are measured too", async () => {
  const columns = {
    code_commune: emplois.columns.code_commune!,
    codes: {meaning: "liste", type: "texte" as const}
  };
  const {families: _, ...plain} = emplois;
  const json: SourceFile = {...plain, columns, dialect: {format: "json"}};
  const text = JSON.stringify([{code_commune: "01004", codes: ["a", "b"]}, {code_commune: "2A004"}]);
  const inspection = await inspect(text, json);
  expect(inspection).toMatchObject({rows: 2, covered: 1, header: ["code_commune", "codes"]});
  expect(inspection.sample).toEqual([
    ["01004", '["a","b"]'],
    ["2A004", ""]
  ]);
  expect(await refusal('{"error": 1}', json)).toMatch(/^NOT_DATA/);
  expect(await refusal(text.slice(0, -5), json)).toMatch(/^TRUNCATED/);

  const features = [{type: "Feature", properties: {code_commune: "77284", codes: null}, geometry: null}];
  const geojson = JSON.stringify({type: "FeatureCollection", features});
  expect(await inspect(geojson, {...json, dialect: {format: "geojson"}})).toMatchObject({
    rows: 1,
    covered: 1
  });

  const memory = await openWarehouse(":memory:");
  const path = await writeTestFile("", "a.parquet");
  await memory.run(`copy (select '01004' as code_commune, 'x' as codes) to '${path}' (format parquet)`);
  const parquet: SourceFile = {...json, dialect: {format: "parquet"}};
  const measured = await inspectFile(path, parquet, options);
  expect(measured).toMatchObject({rows: 1, covered: 1, header: ["code_commune", "codes"]});
  expect(await measured.max("codes")).toBe("x");
  expect(await refusal("code_commune,codes\n", parquet)).toMatch(/^NOT_DATA/);
  expect(await refusal("PAR1 coupé", parquet)).toMatch(/^TRUNCATED/);
});
