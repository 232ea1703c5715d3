import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {createWorld, type World, worldVersion} from "./index.ts";

const projectRoot = fileURLToPath(new URL("../../..", import.meta.url));
const isHome =
  "code_commune in (select code_commune from world.commune semi join calibration.domicile using (code_epci))";
const checksum = `
  select cast(bit_xor(hash(emploi)) as varchar) as somme from world.emploi_commune_ape_large as emploi
  where code_commune like '77%' or code_commune like '75%' or code_commune like '2A%'`;

let world: World;
beforeAll(async () => {
  world = await createWorld({projectRoot});
}, 240_000);
afterAll(() => world.close());

async function one<T>(sql: string): Promise<T> {
  const [row] = await world.all<T>(sql);
  if (row === undefined) throw new Error(`aucune ligne : ${sql}`);
  return row;
}

test("la géographie est celle du COG 2026, populations réelles comprises", async () => {
  expect(
    await one(`select count(*)::integer as communes, count(distinct code_departement)::integer as departements,
      (sum(population) filter (${isHome}))::integer as domicile, (count(*) filter (${isHome}))::integer as communes_domicile
      from world.commune`)
  ).toEqual({communes: 34_875, departements: 101, domicile: 154_680, communes_domicile: 68});
});

test("la population du domicile suit les totaux connus à cinq habitants près", async () => {
  const rows = await world.all<{annee: number; pmun: number}>(
    `select annee, sum(pmun)::integer as pmun from world.population_annuelle where ${isHome} and annee >= 2020
     group by annee order by annee`
  );
  const known = [151_066, 151_686, 153_579, 154_680];
  expect(rows.map(({annee}) => annee)).toEqual([2020, 2021, 2022, 2023]);
  for (const [index, {pmun}] of rows.entries()) expect(Math.abs(pmun - known[index]!)).toBeLessThanOrEqual(5);
});

test("183 territoires d'industrie fictifs, reconnaissables, dont celui du domicile", async () => {
  expect(await one("select count(distinct id_ti)::integer as n from world.territoire_industrie")).toEqual({
    n: 183
  });
  const strange = await world.all(`
    select id_ti from world.territoire_industrie join world.commune using (code_epci)
    group by id_ti having count(distinct code_epci) > 6 or bool_or(id_ti not like 'SIM-%')`);
  expect(strange).toEqual([]);
  expect(
    await world.all(
      "select code_epci from world.territoire_industrie where lib_ti = 'Nord Est 77 – Meaux (simulé)'"
    )
  ).toHaveLength(3);
});

test("le domicile a 30 000 salariés privés, dont 12 % dans l'industrie", async () => {
  const home = await one<{effectif: number; industrie: number; interim: number; communes: number}>(`
    select sum(effectif_2025)::integer as effectif,
      100.0 * sum(effectif_2025) filter (grand_secteur = 'industrie') / sum(effectif_2025) as industrie,
      (count(distinct code_commune) filter (code_ape = '78.20Z'))::integer as interim,
      count(distinct code_commune)::integer as communes
    from world.emploi_commune_ape_large join world.ape using (code_ape) where ${isHome}`);
  expect(Math.abs(home.effectif - 30_000)).toBeLessThan(300);
  expect(Math.abs(home.industrie - 12)).toBeLessThan(0.3);
  expect(home.interim).toBeLessThan(8);
  expect(home.communes).toBe(68);
});

test("le domicile croît plus vite que la France jusqu'en 2019, moins ensuite", async () => {
  const growth = (filter: string) =>
    one<{avant: number; apres: number}>(`
      select sum(effectif_2019) / sum(effectif_2006) as avant, sum(effectif_2025) / sum(effectif_2019) as apres
      from world.emploi_commune_ape_large where ${filter}`);
  const [home, france] = [await growth(isHome), await growth("true")];
  expect(home.avant).toBeGreaterThan(france.avant);
  expect(home.apres).toBeLessThan(france.apres);
  expect(home.apres).toBeGreaterThan(1);
});

test("la France a l'ordre de grandeur public, et les crises de 2009 et 2020", async () => {
  const france = await one<Record<string, number>>(`
    select count(*)::integer as lignes, sum(effectif_2025)::integer as effectif, sum(etablissements_2025)::integer as etablissements,
      sum(effectif_2009) / sum(effectif_2008) as crise_2009, sum(effectif_2020) / sum(effectif_2019) as crise_2020,
      sum(effectif_2025) filter (grand_secteur = 'industrie') / sum(effectif_2025) as industrie
    from world.emploi_commune_ape_large join world.ape using (code_ape)`);
  expect(france.lignes).toBeGreaterThan(1_100_000);
  expect(france.lignes).toBeLessThan(1_300_000);
  expect(france.effectif).toBeGreaterThan(20_200_000);
  expect(france.effectif).toBeLessThan(20_800_000);
  expect(france.etablissements).toBeGreaterThan(2_250_000);
  expect(france.crise_2009).toBeLessThan(0.99);
  expect(france.crise_2020).toBeLessThan(1);
  expect(france.industrie).toBeGreaterThan(0.155);
  expect(france.industrie).toBeLessThan(0.167);
});

test("l'emploi d'une commune est celui de ses établissements, chaque année", async () => {
  const gaps = await world.all(`
    with detail as (
      select code_ape, annee, sum(effectif)::integer as effectif, count(*)::integer as etablissements
      from world.etablissement_annee where code_commune = '77284' group by all
    )
    from world.emploi_commune_ape as emploi left join detail using (code_ape, annee)
    where code_commune = '77284'
      and (emploi.effectif <> coalesce(detail.effectif, 0) or emploi.etablissements <> coalesce(detail.etablissements, 0))`);
  expect(gaps).toEqual([]);
}, 120_000);

test("aucun SIREN fictif n'a un chiffre de contrôle juste", async () => {
  // 73282932 suivi de 0 est l'exemple de l'INSEE : 732 829 320.
  expect(await one("select luhn(73282932)::integer as cle")).toEqual({cle: 0});
  // 00048271 : 1×2 + 7 + 2×2 + 8 + 4×2 = 29, clé juste 1 ; la nôtre est 1 + 5.
  expect(await one("select siren_fictif(1) as siren")).toEqual({siren: "000482716"});
});

test("sans data/reference, une phrase dit quel fichier manque", async () => {
  await expect(createWorld({projectRoot: "nulle-part"})).rejects.toThrow("data/reference/naf_division.csv");
});

test("même graine, même monde ; autre graine, autre monde", async () => {
  const expected = await one<{somme: string}>(checksum);
  const again = await createWorld({projectRoot});
  const [found] = await again.all<{somme: string}>(checksum);
  again.close();
  expect(found).toEqual(expected);
  const other = await createWorld({projectRoot, seed: 78, only: "geographie"});
  const sample = "select cast(bit_xor(hash(p)) as varchar) as somme from world.population_annuelle as p";
  expect(await other.all(sample)).not.toEqual(await world.all(sample));
  other.close();
  expect(await worldVersion(projectRoot)).toMatch(/^[0-9a-f]{12}$/);
}, 240_000);
