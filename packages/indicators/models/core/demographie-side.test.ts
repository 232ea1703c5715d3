import {readChecks, runChecks} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {checkRoots} from "../../src/folders.ts";
import {buildFrom} from "../../testing/build-from.ts";

const observation = (code_commune: string, annee: number, a10: string, valeur: number) => ({
  code_commune,
  geo_object: "COM",
  annee,
  a10,
  valeur,
  statut_observation: "A"
});
const activite = (code_commune: string, dimension: string, categorie: string, valeur: number) => ({
  code_commune,
  geo_object: "COM",
  [dimension]: categorie,
  annee: 2023,
  valeur,
  statut_observation: "A"
});

const tables = {
  "core.commune": [{code_commune: "A"}, {code_commune: "B"}],
  "core.passage_commune": [
    {code_source: "A", code_commune: "A", part: 1},
    {code_source: "B", code_commune: "B", part: 1},
    {code_source: "V", code_commune: "A", part: 0.5},
    {code_source: "V", code_commune: "B", part: 0.5}
  ],
  "staging.side_creations__creation": [observation("V", 2023, "_T", 7), observation("A", 2022, "_T", 1)],
  "staging.side_stocks__stock": [observation("V", 2023, "_T", 9), observation("B", 2023, "GI", 2)],
  "staging.rp_emploi_lt__observation": [activite("V", "forme_emploi", "_T", 10.5)],
  "staging.rp_emploi_lr__observation": [activite("V", "situation", "1", 20.25)]
};
const targets = ["core.creations_side", "core.stocks_side", "core.emploi_rp"];

async function guilty(spoil: string): Promise<string[]> {
  const warehouse = await buildFrom(tables, targets);
  if (spoil !== "") await warehouse.run(spoil);
  const checks = (await readChecks(checkRoots)).filter(({name}) =>
    /\/(creations_side|stocks_side|emploi_rp)_/.test(name)
  );
  expect(checks.length).toBe(12);
  const results = await runChecks(warehouse, checks);
  warehouse.close();
  return results.filter((check) => check.guilty > 0).map(({name}) => name.replace("indicators/", ""));
}

test("un code ancien partagé ne perd ni établissement ni emploi", async () => {
  expect(await guilty("")).toEqual([]);
});

test("les contrôles nomment ce qui ne va pas", async () => {
  const spoiled = await guilty(`
    update core.creations_side set creations = creations + 1;
    insert into core.stocks_side values ('Z', 2023, '_T', 1, 'connu'), ('A', 2023, '_T', null, 'connu');
    update core.emploi_rp set emplois = -emplois where code_commune = 'A';
    insert into core.emploi_rp from core.emploi_rp where code_commune = 'B'`);
  expect(spoiled).toEqual([
    "creations_side_total_preserve",
    "emploi_rp_statut_coherent",
    "emploi_rp_total_preserve",
    "emploi_rp_unique",
    "stocks_side_commune_connue",
    "stocks_side_complet",
    "stocks_side_total_preserve",
    "stocks_side_unique"
  ]);
});
