import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readChecks, runChecks} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {readZip} from "../src/read-zip.ts";
import {buildGeography, extract, without} from "../test/build-geography.ts";
import {simulateSource} from "../test/simulate-source.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {zonesEmploi} from "./index.ts";

const meaux = 'epci: ["200072130", "200033090", "247700065"]';
const folder = temporaryFolder();
const [first, second] = [await simulateSource(zonesEmploi), await simulateSource(zonesEmploi)];

/** The sheets as `collect` archives them: plain CSV. */
function writeSheets(commune: string, zone: string): Record<string, string> {
  const paths = {
    "zones_emploi/commune": join(folder, "commune.csv"),
    "zones_emploi/zone": join(folder, "zone.csv")
  };
  writeFileSync(paths["zones_emploi/commune"], commune);
  writeFileSync(paths["zones_emploi/zone"], zone);
  return paths;
}

test("l'année de la géographie est celle du nom du fichier", async () => {
  const opened = {
    file: "commune",
    header: [],
    periods: [],
    sample: [],
    lastModified: null,
    version: null,
    collectedAt: "2026-06-01T00:00:00Z",
    max: async () => null
  };
  expect(
    await zonesEmploi.readVintage({...opened, name: "table-appartenance-geo-communes-2025.zip"})
  ).toEqual({
    vintage: "COG 2025",
    vintageDate: "2025-01-01"
  });
  expect(() => zonesEmploi.readVintage({...opened, name: "table.zip"})).toThrow(/un nom sans année/);
});

test("la simulation est un classeur dans un zip, titres au-dessus de l'en-tête, mêmes octets pour une même graine", async () => {
  expect(first.commune).toBe(first.zone);
  expect(readFileSync(first.commune!).equals(readFileSync(second.commune!))).toBe(true);
  const zip = await readZip(readFileSync(first.commune!));
  expect(Object.keys(zip)).toEqual(["table-appartenance-geo-communes-2025.xlsx"]);
  const workbook = await readZip(Object.values(zip)[0]!);
  const text = (name: string) => new TextDecoder().decode(workbook[name]);
  expect(text("xl/workbook.xml")).toMatch(/name="COM".*name="Zones_supra_communales"/s);
  expect(text("xl/sharedStrings.xml")).toContain("Meaux (simulée)");
});

test("la zone d'emploi affichée est celle des communes du périmètre, en entier, et dit qu'elle est simulée", async () => {
  const given = writeSheets(
    "CODGEO,LIBGEO,DEP,REG,EPCI,ARR,ZE2020,AAV2020\n77284,Meaux,77,11,200072130,771,1107,001\n77131,Coulommiers,77,11,200090504,771,1107,001\n01004,Ambérieu-en-Bugey,01,84,240100883,011,8401,002\n",
    "NIVGEO,CODGEO,LIBGEO\nZE2020,1107,Meaux (simulée)\nZE2020,8401,Ambérieu\nDEP,77,Seine-et-Marne\n"
  );
  const warehouse = await buildGeography(meaux, given);
  expect(await warehouse.all("from core.territoire where niveau = 'zone_emploi'")).toEqual([
    {
      niveau: "zone_emploi",
      code_territoire: "1107",
      nom: "Meaux (simulée)",
      tncc: null,
      communes: 2,
      simule: true
    }
  ]);
  const results = await runChecks(warehouse, await readChecks([zonesEmploi.directory]));
  // 67 des 68 communes ne sont pas dans ce petit fichier : on prévient.
  expect(results.map(({name, guilty}) => [name, guilty])).toEqual([
    ["zones_emploi/perimetre_dans_une_zone", 67],
    ["zones_emploi/zone_d_une_commune", 0],
    ["zones_emploi/zone_nommee", 0],
    ["zones_emploi/zone_unique", 0]
  ]);
  warehouse.close();
});

const table = extract("cog/communes_ze2020_cog2025.csv");

test.skipIf(!table)(
  `les 68 communes sont dans la zone 1107 « Meaux », qui en a 102${table ? "" : without}`,
  async () => {
    const warehouse = await buildGeography(meaux);
    // L'extrait est aplati par un tiers : ses trois colonnes sont remises sous les noms du producteur.
    await warehouse.run(`copy (select code_commune as "CODGEO", ze2020 as "ZE2020" from read_csv('${table}', all_varchar = true))
    to '${join(folder, "reel.csv")}' (header true)`);
    await warehouse.run(`copy (select distinct 'ZE2020' as "NIVGEO", ze2020 as "CODGEO", libelle_ze2020 as "LIBGEO" from read_csv('${table}', all_varchar = true))
    to '${join(folder, "noms.csv")}' (header true)`);
    warehouse.close();
    const real = await buildGeography(meaux, {
      "zones_emploi/commune": join(folder, "reel.csv"),
      "zones_emploi/zone": join(folder, "noms.csv")
    });
    expect(await real.all("from core.territoire where niveau = 'zone_emploi'")).toEqual([
      {niveau: "zone_emploi", code_territoire: "1107", nom: "Meaux", tncc: null, communes: 102, simule: false}
    ]);
    const [without] = await real.all("select count(*) as n from core.commune where code_zone_emploi is null");
    expect(without).toEqual({n: 0});
    const results = await runChecks(real, await readChecks([zonesEmploi.directory]));
    // L'extrait n'a pas les noms des zones de Guyane (trois) et de Mayotte.
    expect(results.map(({name, guilty}) => [name, guilty])).toEqual([
      ["zones_emploi/perimetre_dans_une_zone", 0],
      ["zones_emploi/zone_d_une_commune", 0],
      ["zones_emploi/zone_nommee", 4],
      ["zones_emploi/zone_unique", 0]
    ]);
    real.close();
  }
);
