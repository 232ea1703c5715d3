import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {matchHeader} from "@observatoire/catalog";
import {readChecks, runChecks} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {readZip} from "../src/read-zip.ts";
import {buildGeography} from "../test/build-geography.ts";
import {simulateSource} from "../test/simulate-source.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {populations} from "./index.ts";

const meaux = 'epci: ["200072130", "200033090", "247700065"]';
const [file] = populations.source.files;
const folder = temporaryFolder();
const {population} = await simulateSource(populations);

function writeData(name: string, content: string | Uint8Array): Record<string, string> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return {"populations/population": path};
}

test("la simulation est le zip de Melodi : données et métadonnées, niveaux mêlés, tout entre guillemets", async () => {
  const zip = await readZip(readFileSync(population!));
  expect(Object.keys(zip)).toEqual([
    "DS_POPULATIONS_REFERENCE_2023_data.csv",
    "DS_POPULATIONS_REFERENCE_2023_metadata.csv"
  ]);
  const data = zip["DS_POPULATIONS_REFERENCE_2023_data.csv"]!;
  const [header = ""] = new TextDecoder().decode(data.subarray(0, 200)).split("\n");
  expect(header).toBe('"GEO";"GEO_OBJECT";"POPREF_MEASURE";"OBS_STATUS";"TIME_PERIOD";"OBS_VALUE"');
  expect(matchHeader("test", file!, header.replaceAll('"', "").split(";")).unknown).toEqual([]);
  const warehouse = await buildGeography(meaux, writeData("simule.csv", data));
  const [home] = await warehouse.all(`
    select sum(population) as population, count(*) as communes
    from staging.populations__population as populations
    semi join staging.perimetre__commune as perimetre on perimetre.code_commune = populations.geo
    where geo_object = 'COM' and popref_measure = 'PMUN' and annee = 2023`);
  expect(home).toEqual({population: 154_680, communes: 68});
  const [france] = await warehouse.all(`
    select
      sum(population) filter (geo_object = 'COM') as communes,
      sum(population) filter (geo_object = 'FRANCE') as france,
      sum(population) filter (geo_object = 'DEP') as departements
    from staging.populations__population where popref_measure = 'PMUN' and annee = 2023`);
  expect(france).toEqual({communes: 68_350_798, france: 68_350_798, departements: 68_350_798});
  const results = await runChecks(warehouse, await readChecks([populations.directory]));
  expect(results.filter(({guilty}) => guilty > 0)).toEqual([]);
  warehouse.close();
});

const small = (rows: string) =>
  `"GEO";"GEO_OBJECT";"POPREF_MEASURE";"OBS_STATUS";"TIME_PERIOD";"OBS_VALUE"\n${rows}`;

test("staging garde une ligne par ligne, et une valeur non diffusée reste inconnue", async () => {
  const data = small(
    '"77284";"COM";"PMUN";"A";"2023";"56905"\n"77284";"COM";"PCAP";"K";"2023";""\n"77";"DEP";"PMUN";"A";"2023";"1468108"\n'
  );
  const warehouse = await buildGeography(meaux, writeData("petit.csv", data));
  expect(
    await warehouse.all(
      "select geo, geo_object, annee, population from staging.populations__population order by all"
    )
  ).toEqual([
    {geo: "77", geo_object: "DEP", annee: 2023, population: 1_468_108},
    {geo: "77284", geo_object: "COM", annee: 2023, population: 56_905},
    {geo: "77284", geo_object: "COM", annee: 2023, population: null}
  ]);
  warehouse.close();
});

test("un statut que l'Insee n'a jamais écrit est refusé", async () => {
  const data = small('"77284";"COM";"PMUN";"Z";"2023";"1"\n');
  await expect(buildGeography(meaux, writeData("statut.csv", data))).rejects.toThrow(
    /populations\/population/
  );
});

test("les contrôles disent les communes sans population, les codes inconnus et l'écart au découpage", async () => {
  const data = small('"77284";"COM";"PMUN";"A";"2023";"56905"\n"77000";"COM";"PMUN";"A";"2023";"10"\n');
  const warehouse = await buildGeography(meaux, writeData("controles.csv", data));
  const results = await runChecks(warehouse, await readChecks([populations.directory]));
  // Une commune du périmètre sur 68 a sa population ; 77000 n'a jamais existé.
  expect(results.map(({name, guilty}) => [name, guilty])).toEqual([
    ["populations/code_connu", 1],
    ["populations/egale_au_decoupage", 0],
    ["populations/perimetre_connu", 67]
  ]);
  warehouse.close();
});
