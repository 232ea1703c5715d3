import type {Snapshot} from "@observatoire/catalog";
import {openWarehouse} from "@observatoire/warehouse";
import {afterAll, expect, test} from "vitest";
import {readEtablissements} from "./read-etablissements.ts";

const warehouse = await openWarehouse(":memory:");
afterAll(() => warehouse.close());
await warehouse.run(`
  create schema mart;
  create table mart.etablissement as select
    '11111111100011' as siret, 'SOCIÉTÉ' as denomination, '77284' as code_commune, '10.71C' as code_ape, 'CA' as a38,
    '12' as tranche_effectifs, 20 as effectif_min, 49 as effectif_max, 2.88 as longitude, 48.96 as latitude,
    date '2026-09-30' as date_statut`);

const snapshot = (source: string, vintageDate: string, simulated = false) =>
  ({source, vintageDate, simulated}) as Snapshot;

const read = async (...snapshots: Snapshot[]) => {
  const {etablissements, etablissementsRetires} = await readEtablissements(warehouse, snapshots, {
    today: "2026-11-14T08:00:00.000Z",
    limitDays: 45,
    retraits: {hashes: new Set<string>(), sha256: null, fault: null}
  });
  return {named: etablissements.length, reason: etablissementsRetires};
};

test("la liste vaut ce que vaut le plus ancien des deux fichiers qui disent la diffusion", async () => {
  // Le 14 novembre, l'image du 30 septembre a 45 jours : la limite ; la veille en a 46.
  const fresh = snapshot("sirene_etablissement", "2026-09-30");
  expect(await read(fresh, snapshot("sirene_unite_legale", "2026-09-30"))).toEqual({named: 1, reason: null});
  const {named, reason} = await read(fresh, snapshot("sirene_unite_legale", "2026-09-29"));
  expect(named).toBe(0);
  expect(reason).toContain("date du 29\u00a0septembre 2026, plus de 45 jours");
});

test("un fichier simulé ne vieillit pas, une autre source n'y est pour rien, sans Sirene il n'y a pas de liste", async () => {
  expect(await read(snapshot("sirene_etablissement", "2020-01-31", true))).toEqual({named: 1, reason: null});
  const fresh = snapshot("sirene_etablissement", "2026-10-31");
  expect(await read(fresh, snapshot("enaf", "2025-01-01"))).toEqual({named: 1, reason: null});
  expect(await read(snapshot("enaf", "2025-01-01"))).toEqual({named: 0, reason: null});
});
