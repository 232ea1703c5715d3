import {appendFileSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Snapshot} from "@observatoire/catalog";
import {openWarehouse} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {openProject} from "./project.ts";
import {readEtablissements} from "./read-etablissements.ts";
import {addRetrait, isWithdrawn, readRetraits} from "./retraits.ts";
import {readForbidden} from "./verify-disclosure.ts";

const now = new Date("2026-11-24T08:00:00Z");
const makeProject = () => openProject(mkdtempSync(join(tmpdir(), "retraits-")));
const [siren, siret, other] = ["732829320", "73282932000074", "35600000000048"];

test("a company or one of its establishments is registered once, by a hash", () => {
  const project = makeProject();
  expect(readRetraits(project)).toEqual({hashes: new Set(), sha256: null, fault: null});
  expect(addRetrait(project, "732 829 320", now)).toBe(true);
  expect(addRetrait(project, siren, now)).toBe(false);
  expect(addRetrait(project, other, now)).toBe(true);
  const text = readFileSync(join(project.data, "retraits.csv"), "utf8");
  expect(text).toMatch(/^empreinte;demande_le\n[\da-f]{64};2026-11-24\n[\da-f]{64};2026-11-24\n$/);
  expect(text).not.toMatch(/732829320|356000000/);
  const register = readRetraits(project);
  expect([siret, other, "35600000000055"].map((one) => isWithdrawn(register, one))).toEqual([
    true,
    true,
    false
  ]);
});

test.each(["", "73282932", "732829321", "7328293200007A"])(
  "« %s » is no SIREN nor SIRET: one sentence",
  (typed) => {
    expect(() => addRetrait(makeProject(), typed, now)).toThrow(
      /^retrait : attendu un SIREN .* à la clé juste, trouvé/
    );
  }
);

test("who is registered is in no list and may be in no byte; a line that does not read names nobody", async () => {
  const project = makeProject();
  addRetrait(project, siren, now);
  const warehouse = await openWarehouse(":memory:");
  const columns = `'77284' as code_commune, '10.71C' as code_ape, 'CA' as a38, '12' as tranche_effectifs, 20 as effectif_min,
    49 as effectif_max, 2.88 as longitude, 48.96 as latitude, date '2026-10-31' as date_statut`;
  await warehouse.run(`create schema mart; create schema staging;
    create table staging.sirene_etablissement__etablissement as
      select siret, left(siret, 9) as siren, true as est_diffusible from (values ('${siret}'), ('${other}')) as t(siret);
    create table staging.sirene_etablissement__siege as from staging.sirene_etablissement__etablissement limit 0;
    create table staging.sirene_unite_legale__unite_legale as
      select left(siret, 9) as siren, true as est_diffusible, false as est_personne_physique from (values ('${siret}')) as t(siret);
    create table staging.perimetre__code as select '77284' as code_source;
    create table mart.etablissement as select siret, 'SOCIÉTÉ ' || siret as denomination, ${columns}
      from staging.sirene_etablissement__etablissement`);
  const snapshots = [
    {source: "sirene_etablissement", vintageDate: "2026-10-31", simulated: false} as Snapshot
  ];
  const read = () =>
    readEtablissements(warehouse, snapshots, {
      today: now.toISOString(),
      limitDays: 45,
      retraits: readRetraits(project)
    });
  expect((await read()).etablissements.map(({siret}) => siret)).toEqual([other]);
  const {identifiers} = await readForbidden(warehouse, readRetraits(project));
  expect([...identifiers].sort()).toEqual([siren, siret]);

  appendFileSync(join(project.data, "retraits.csv"), "732829320\n");
  expect(readRetraits(project).fault).toMatch(
    /^data\/retraits\.csv, ligne 3 : attendu une empreinte et une date/
  );
  expect(await read()).toMatchObject({
    etablissements: [],
    etablissementsRetires: expect.stringContaining("oppositions")
  });
  writeFileSync(join(project.data, "retraits.csv"), "siren\n");
  expect(readRetraits(project).fault).toMatch(/ligne 1/);
  warehouse.close();
});
