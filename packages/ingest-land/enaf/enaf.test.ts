import {DataError, matchHeader} from "@observatoire/catalog";
import {readChecks, runChecks} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {loadFile} from "../test/load-file.ts";
import {isAbsent, realFile} from "../test/real-data.ts";
import {temporaryFile} from "../test/temporary-file.ts";
import {enaf} from "./index.ts";
import {readVintage} from "./read-vintage.ts";
import {simulatedColumns} from "./simulated-columns.ts";

const [file] = enaf.source.files;
const layout2025 = simulatedColumns.map(({header}) => header);
const codes = ["hab", "act", "mix", "rou", "fer", "inc"];
const opened = (header: readonly string[]) => ({
  file: "commune",
  name: "conso-com.csv",
  header,
  periods: matchHeader("test", file!, header).periods,
  sample: [],
  lastModified: null,
  version: null,
  collectedAt: "2026-11-01T00:00:00Z",
  max: async () => null
});

/** Header of a two-year file and rows given by the flows of each year, total first. */
function writeSmall(
  rows: readonly {code: string; flows: readonly number[][]; surface?: number}[],
  total?: number
) {
  const years = [
    [11, 12],
    [12, 13]
  ] as const;
  const header = [
    "IDCOM",
    ...years.flatMap(([a, b]) => [`naf${a}art${b}`, ...codes.map((code) => `art${a}${code}${b}`)]),
    "naf11art13",
    "artcom1113",
    "surfcom2013"
  ];
  const lines = rows.map(({code, flows, surface = 1_000_000}) => {
    const sum = total ?? flows.reduce((all, [first = 0]) => all + first, 0);
    return [code, ...flows.flat(), sum, ((100 * sum) / surface).toFixed(2), surface].join(";");
  });
  return `\ufeff${header.join(";")}\n${lines.join("\n")}\n`;
}

test("la disposition de 2025 a 172 colonnes, quatorze années et sept colonnes par année", () => {
  expect(layout2025).toHaveLength(172);
  const match = matchHeader("test", file!, layout2025);
  expect(match.periods).toEqual([..."abcdefghijklmn"].map((_, index) => String(11 + index)));
  expect(match.families).toHaveLength(14 * 7);
  expect(match.columns).toEqual({
    code_commune: "idcom",
    cumul_m2: "naf11art25",
    part_consommee: "artcom1125",
    surface_m2: "surfcom2025"
  });
  expect(readVintage(opened(layout2025))).toEqual({
    vintage: "1er janvier 2025",
    vintageDate: "2025-01-01"
  });
});

test("la casse et l'ordre des colonnes ne comptent pas, ni les totaux de plusieurs années", () => {
  const shuffled = [...layout2025].reverse().map((name) => name.toUpperCase());
  expect(readVintage(opened(shuffled)).vintageDate).toBe("2025-01-01");
  expect(matchHeader("test", file!, shuffled).columns.cumul_m2).toBe("NAF11ART25");
});

test("une colonne inconnue, une année absente, un total absent sont refusés", () => {
  expect(() => readVintage(opened([...layout2025, "naf25art27"]))).toThrow("« naf25art27 »");
  expect(() => readVintage(opened([...layout2025, "art15hab15"]))).toThrow("« art15hab15 »");
  const without = (...names: string[]) => layout2025.filter((name) => !names.includes(name));
  const lastYear = ["naf24art25", ...codes.map((code) => `art24${code}25`)];
  expect(() => readVintage(opened(without(...lastYear)))).toThrow(DataError);
  expect(() => readVintage(opened(without("naf11art25")))).toThrow("« naf11art25 »");
  expect(() => matchHeader("test", file!, without("naf15art16"))).toThrow(DataError);
});

test("point-virgule, BOM et capitales : l'ancienne disposition se lit, le code retrouve son zéro", async () => {
  const path = await temporaryFile(
    "conso-com.csv",
    writeSmall([
      {
        code: "1004",
        flows: [
          [100, 60, 30, 0, 10, 0, 0],
          [50, 50, 0, 0, 0, 0, 0]
        ]
      },
      {
        code: "77284",
        flows: [
          [0, 0, 0, 0, 0, 0, 0],
          [7, 3, 2, 1, 1, 0, 0]
        ]
      }
    ])
  );
  const {warehouse, form, account, vintage} = await loadFile(enaf, path);
  expect(form).toBe(1);
  expect(vintage.vintageDate).toBe("2013-01-01");
  expect(account).toEqual({read: 2, loaded: 2, rejected: 0, duplicates: 0});
  const rows = await warehouse.all(
    "from staging.enaf__flux where destination in ('total', 'activite') order by all"
  );
  // Deux communes, deux années, deux destinations ; le zéro de Meaux en 2011 est une valeur.
  expect(rows).toEqual([
    {code_commune: "01004", annee: 2011, destination: "activite", surface_m2: 30},
    {code_commune: "01004", annee: 2011, destination: "total", surface_m2: 100},
    {code_commune: "01004", annee: 2012, destination: "activite", surface_m2: 0},
    {code_commune: "01004", annee: 2012, destination: "total", surface_m2: 50},
    {code_commune: "77284", annee: 2011, destination: "activite", surface_m2: 0},
    {code_commune: "77284", annee: 2011, destination: "total", surface_m2: 0},
    {code_commune: "77284", annee: 2012, destination: "activite", surface_m2: 2},
    {code_commune: "77284", annee: 2012, destination: "total", surface_m2: 7}
  ]);
  warehouse.close();
});

async function guilty(content: string): Promise<Record<string, number>> {
  const {warehouse} = await loadFile(enaf, await temporaryFile("conso-com.csv", content));
  await warehouse.run("create schema core; create table core.conso_enaf as from staging.enaf__flux");
  const results = await runChecks(warehouse, await readChecks([enaf.directory]));
  warehouse.close();
  return Object.fromEntries(
    results
      .filter((check) => check.guilty > 0)
      .map((check) => [check.name.replace("enaf/", ""), check.guilty])
  );
}

test("les contrôles laissent l'arrondi d'un ou deux m² et nomment le reste", async () => {
  const rounded = [
    [101, 60, 30, 0, 11, 0, -1],
    [50, 50, 0, 0, 0, 0, 0]
  ];
  expect(await guilty(writeSmall([{code: "77284", flows: rounded}]))).toEqual({});
  // Un total de 999 au lieu de 151 ; des destinations qui font 3 de trop ; une surface négative ; une surface en hectares.
  const wrong = [
    [101, 63, 30, 0, 11, 0, 0],
    [50, 55, -5, 0, 0, 0, 0]
  ];
  expect(await guilty(writeSmall([{code: "77284", flows: wrong}], 999))).toEqual({
    annees_font_cumul: 1,
    destinations_font_total: 1,
    surface_positive: 1
  });
  const inHectares = writeSmall([{code: "77284", flows: rounded}]).replace(";0.02;1000000", ";0.02;100");
  expect(await guilty(inHectares)).toEqual({unite_metre_carre: 1, consommation_sous_surface: 1});
});

const rhone = "enaf/conso-enaf-2009-2024-scot-rives-du-rhone-152com.csv";

test.skipIf(isAbsent(rhone))("l'extrait réel de 152 communes se lit en entier, au m² près", async () => {
  const {warehouse, form, account, vintage, inspection} = await loadFile(enaf, realFile(rhone));
  expect({form, partial: inspection.partial, vintage: vintage.vintageDate}).toEqual({
    form: 1,
    partial: true,
    vintage: "2024-01-01"
  });
  expect(account).toEqual({read: 152, loaded: 152, rejected: 0, duplicates: 0});
  // Comptes de Python (module csv) sur le fichier : Σ naf09art10…naf23art24, Σ art..act.., Σ art..inc.., naf23art24.
  const [sums] = await warehouse.all(`
    select
      sum(surface_m2) filter (destination = 'total') as total,
      sum(surface_m2) filter (destination = 'habitat') as habitat,
      sum(surface_m2) filter (destination = 'activite') as activite,
      sum(surface_m2) filter (destination = 'inconnu') as inconnu,
      sum(surface_m2) filter (destination = 'total' and annee = 2023) as derniere,
      (count(*) filter (surface_m2 < 0))::integer as negatives,
      count(*)::integer as lignes
    from staging.enaf__flux`);
  expect(sums).toEqual({
    total: 20_204_416,
    habitat: 13_669_848,
    activite: 4_250_935,
    inconnu: 608_246,
    derniere: 1_141_994,
    negatives: 26,
    lignes: 152 * 15 * 7
  });
  await warehouse.run("create schema core; create table core.conso_enaf as from staging.enaf__flux");
  const results = await runChecks(warehouse, await readChecks([enaf.directory]));
  expect(results.filter((check) => check.guilty > 0)).toEqual([]);
  warehouse.close();
});

test.skipIf(isAbsent(rhone))("un fichier qui ne couvre pas le périmètre est refusé par son nom", async () => {
  await expect(loadFile(enaf, realFile(rhone), ["77284"])).rejects.toMatchObject({code: "COVERAGE"});
});
