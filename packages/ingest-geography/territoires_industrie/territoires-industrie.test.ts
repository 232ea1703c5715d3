import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readChecks, runChecks} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {readTerritoiresIndustrie} from "../src/index.ts";
import {buildGeography} from "../test/build-geography.ts";
import {simulateSource} from "../test/simulate-source.ts";
import {territoiresIndustrie} from "./index.ts";

const files = await simulateSource(territoiresIndustrie);
const given = {
  "territoires_industrie/commune": files.commune!,
  "territoires_industrie/groupement": files.groupement!
};

const opened = {
  file: "commune",
  header: [],
  periods: [],
  sample: [],
  version: null,
  lastModified: "Fri, 21 Aug 2026 06:00:00 GMT",
  collectedAt: "2026-11-01T00:00:00Z",
  max: async () => null
};

test("le millésime est la date du nom, sinon celle du dernier changement", async () => {
  const expected = {vintage: "liste du 21\u00a0août 2026", vintageDate: "2026-08-21"};
  expect(await territoiresIndustrie.readVintage({...opened, name: "commune.csv"})).toEqual(expected);
  expect(
    await territoiresIndustrie.readVintage({...opened, lastModified: null, name: "liste-ti-2026-08-21.csv"})
  ).toEqual(expected);
});

test("les ressources du programme 2018-2023 sont sautées, par titre et par nom de fichier", () => {
  const [commune, groupement] = territoiresIndustrie.source.files;
  const pick = (file: typeof commune, title: string) =>
    file?.transport.kind === "datagouv" && new RegExp(file.transport.title, "iu").test(title);
  expect(pick(commune, "Liste des communes couvertes par un Territoire d'industrie")).toBe(true);
  expect(pick(commune, "Territoires d'industrie 2018-2023 : communes couvertes")).toBe(false);
  expect(pick(groupement, "Territoires d'industrie : groupements")).toBe(true);
  const named = (name: string) => new RegExp(commune!.fileName, "iu").test(name);
  expect(
    [
      "territoires-dindustrie-communes-couvertes.csv",
      "ti_communes.csv",
      "ti-2018-2023-territoires-industrie-communes.csv",
      "communes.csv"
    ].map(named)
  ).toEqual([true, true, false, false]);
});

test("la simulation a l'en-tête du producteur, 183 territoires, et des identifiants qui se disent simulés", () => {
  expect(readFileSync(files.commune!, "utf8").split("\n")[0]).toBe("insee_com,lib_com,id_ti,lib_ti");
  expect(readFileSync(files.groupement!, "utf8").split("\n")[0]).toBe(
    "id_ti,lib_ti,siren_groupement,lib_groupement,nature_juridique"
  );
  const rows = readTerritoiresIndustrie(files.commune!);
  expect(new Set(rows.map(({idTi}) => idTi)).size).toBe(183);
  expect(rows.every(({idTi, codeCommune}) => idTi.startsWith("SIM-") && codeCommune.length === 5)).toBe(true);
});

test("la liste se lit aussi avec d'autres noms d'ordre, guillemets et fins de ligne", () => {
  const path = join(files.commune!, "../liste.csv");
  writeFileSync(path, '\ufeffid_ti,lib_ti,insee_com,lib_com\r\nTI-1,"L\'Ain, ""centre""",01004,Ambérieu\r\n');
  expect(readTerritoiresIndustrie(path)).toEqual([
    {idTi: "TI-1", nomTi: 'L\'Ain, "centre"', codeCommune: "01004"}
  ]);
});

test("les 182 autres territoires s'affichent, marqués simulés ; le nôtre n'est pas un autre", async () => {
  const warehouse = await buildGeography('epci: ["200072130", "200033090", "247700065"]', given);
  const [others] = await warehouse.all(
    "select count(*) as n, bool_and(simule) as simules, bool_or(nom like '%Nord Est%') as notre from core.territoire where niveau = 'autre_ti'"
  );
  expect(others).toEqual({n: 182, simules: true, notre: false});
  const checks = await runChecks(warehouse, await readChecks([territoiresIndustrie.directory]));
  expect(checks.length).toBeGreaterThan(1);
  expect(checks.filter(({guilty}) => guilty > 0)).toEqual([]);
  warehouse.close();
});

test("vu d'ailleurs, Nord Est 77 – Meaux est un autre territoire comme les autres", async () => {
  const warehouse = await buildGeography('epci: ["249740077"]', given);
  const rows = await warehouse.all(
    "select code_territoire, communes from core.territoire where niveau = 'autre_ti' and nom like '%Nord Est%'"
  );
  expect(rows).toEqual([{code_territoire: "SIM-183", communes: 68}]);
  warehouse.close();
});

test("rien n'est inventé quand la liste n'est pas collectée", async () => {
  const warehouse = await buildGeography('epci: ["247700065"]');
  expect(await warehouse.all("from core.territoire where niveau in ('autre_ti', 'zone_emploi')")).toEqual([]);
  warehouse.close();
});
