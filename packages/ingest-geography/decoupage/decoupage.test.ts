import {readChecks, runChecks} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {buildGeography} from "../test/build-geography.ts";
import {decoupage} from "./index.ts";

const opened = {
  file: "commune",
  name: "communes.json",
  header: [],
  periods: [],
  sample: [],
  lastModified: null,
  collectedAt: "2026-06-01T00:00:00Z",
  max: async () => null
};

const warehouse = await buildGeography('epci: ["200072130", "200033090", "247700065"]');

test("le millésime se lit dans la version du paquet", async () => {
  expect(await decoupage.readVintage({...opened, version: "6.0.0"})).toEqual({
    vintage: "COG 2026",
    vintageDate: "2026-01-01"
  });
  expect(() => decoupage.readVintage({...opened, version: null})).toThrow(/version du paquet/);
});

test("les 34 875 communes de métropole et des DROM, et leur population réelle", async () => {
  const [france] = await warehouse.all(
    "select count(*) as communes, sum(population) as population, count(code_epci) as en_epci from core.commune"
  );
  // Quatre îles ne sont dans aucune intercommunalité : Bréhat, Sein, Ouessant, Yeu.
  expect(france).toEqual({communes: 34_875, population: 68_350_798, en_epci: 34_871});
  const [commune] = await warehouse.all("from core.commune where code_commune = '77284'");
  expect(commune).toEqual({
    code_commune: "77284",
    nom_commune: "Meaux",
    tncc: 0,
    code_departement: "77",
    code_region: "11",
    code_epci: "200072130",
    code_zone_emploi: null,
    population: 56_905,
    codes_postaux: "77100"
  });
});

test("le territoire : 68 communes, 26 + 20 + 22, et 154 680 habitants en 2023, non les 153 579 d'epci.json", async () => {
  const rows = await warehouse.all(`
    select niveau, code_territoire, count(*) as communes, sum(population) as population
    from core.appartenance join core.commune using (code_commune)
    where niveau in ('ti', 'epci') group by all order by communes desc`);
  expect(rows).toEqual([
    {niveau: "ti", code_territoire: "essai", communes: 68, population: 154_680},
    {niveau: "epci", code_territoire: "200072130", communes: 26, population: 111_402},
    {niveau: "epci", code_territoire: "247700065", communes: 22, population: 17_448},
    {niveau: "epci", code_territoire: "200033090", communes: 20, population: 25_830}
  ]);
  const results = await runChecks(warehouse, await readChecks([decoupage.directory]));
  expect(results.filter(({guilty}) => guilty > 0)).toEqual([]);
});

test("les contrôles nomment une commune dans deux intercommunalités", async () => {
  await warehouse.run("begin");
  await warehouse.run("insert into staging.decoupage__epci_commune values ('200033090', '77284')");
  const results = await runChecks(warehouse, await readChecks([decoupage.directory]));
  await warehouse.run("rollback");
  const broken = results.filter(({guilty}) => guilty > 0);
  expect(broken.map(({name, firstRows}) => [name, firstRows[0]?.code_commune])).toEqual([
    ["decoupage/commune_dans_un_seul_epci", "77284"]
  ]);
});
