import {openWarehouse, readChecks, runChecks} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {createTable, type Row} from "../testing/build-from.ts";
import {readReference} from "../testing/read-reference.ts";
import {checkRoots} from "./folders.ts";

const tables = [
  "communes_coordonnees",
  "grand_secteur",
  "modalite",
  "naf_division",
  "periode_enaf",
  "tranche_effectif"
];

/** What the closed lists are compared with, as small as it can be. */
const around: Readonly<Record<string, readonly Row[]>> = {
  "core.commune": readReference("communes_coordonnees").map(({code_commune = ""}) => ({code_commune})),
  "staging.urssaf__commune_ape": [{grand_secteur: "industrie"}],
  "mart.modalite": readReference("grand_secteur").map(({code = ""}) => ({
    dimension: "grand_secteur",
    modalite: code
  })),
  "mart.indicateur": [
    {indicateur: "a", dimension: "a38", modalite: "CA"},
    {indicateur: "a", dimension: "taille", modalite: "sans"}
  ],
  "core.trajectoire_enaf": [
    {debut_reference: "2011", fin_reference: "2021", debut_suivante: "2021", fin_suivante: "2031"}
  ],
  "reference.millesime": [{source: "a", file: "b", annee: 2026, date_millesime: "2026-01-01"}],
  "meta.snapshot": [{source: "a", file: "b", date_collecte: "2026-11-24"}]
};

async function findGuilty(spoil = ""): Promise<string[]> {
  const warehouse = await openWarehouse(":memory:");
  try {
    for (const name of tables) await createTable(warehouse, `reference.${name}`, readReference(name));
    for (const [name, rows] of Object.entries(around)) await createTable(warehouse, name, rows);
    await warehouse.run("alter table meta.snapshot rename date_collecte to collected_at");
    if (spoil !== "") await warehouse.run(spoil);
    const checks = (await readChecks(checkRoots)).filter(({name}) => name.includes("/reference_"));
    const results = await runChecks(warehouse, checks);
    return results
      .filter(({guilty}) => guilty > 0)
      .map(({name}) => name.replace("indicators/reference_", ""));
  } finally {
    warehouse.close();
  }
}

test("the tables of facts written by people keep their promises", async () => {
  expect(await findGuilty()).toEqual([]);
});

const faults: Readonly<Record<string, string>> = {
  communes_coordonnees_unique:
    "insert into reference.communes_coordonnees from reference.communes_coordonnees limit 1",
  communes_coordonnees_en_france:
    "update reference.communes_coordonnees set latitude = longitude where code_commune = '77284'",
  communes_coordonnees_commune_connue: "delete from core.commune where code_commune = '77284'",
  grand_secteur_unique: "update reference.grand_secteur set ordre = '9' where code = 'interim'",
  grand_secteur_nomme: "update reference.grand_secteur set libelle_court = '' where code = 'interim'",
  grand_secteur_complet: "insert into staging.urssaf__commune_ape values ('numérique')",
  grand_secteur_montre: "delete from mart.modalite where modalite = 'interim'",
  modalite_unique: "update reference.modalite set ordre = '9' where modalite = 'top_10'",
  modalite_nommee: "update reference.modalite set libelle_court = 'Habitat' where modalite = 'activite'",
  modalite_nomenclatures: "update reference.modalite set modalite = '1_8' where modalite = '1_9'",
  modalite_montree: "insert into mart.indicateur values ('b', 'taille', 'petit')",
  naf_division_complete: "update reference.naf_division set division = '04' where division = '03'",
  naf_division_emboitee: "update reference.naf_division set a17 = 'C5' where division = '10'",
  naf_division_nommee: "update reference.naf_division set libelle_a38 = 'Pêche' where division = '03'",
  naf_division_montree: "insert into mart.indicateur values ('b', 'a17', 'CA')",
  periode_enaf_connue: "update reference.periode_enaf set fenetre = 'zan' where fenetre = 'suivante'",
  periode_enaf_dix_ans: "update reference.periode_enaf set fin = '2030' where fenetre = 'suivante'",
  periode_enaf_se_suivent:
    "update reference.periode_enaf set debut = '2020', fin = '2030' where fenetre = 'suivante'",
  periode_enaf_trajectoire: "update core.trajectoire_enaf set fin_reference = '2020'",
  tranche_effectif_complete: "update reference.tranche_effectif set code = '60' where code = '53'",
  tranche_effectif_contigue: "update reference.tranche_effectif set \"max\" = '8' where code = '03'",
  tranche_effectif_centre: "update reference.tranche_effectif set centre = '0' where code = 'NN'",
  millesime_unique: "update reference.millesime set annee = 2025",
  millesime_archive: "delete from meta.snapshot",
  millesime_pas_futur: "update meta.snapshot set collected_at = '2025-12-31'"
};

test.each(Object.entries(faults))("%s finds its guilty row", async (check, spoil) => {
  expect(await findGuilty(spoil)).toContain(check);
});

test("every check of these tables is proved able to fail", async () => {
  const checks = (await readChecks(checkRoots)).filter(({name}) => name.includes("/reference_"));
  expect(checks.map(({name}) => name.replace("indicators/reference_", "")).sort()).toEqual(
    Object.keys(faults).sort()
  );
});
