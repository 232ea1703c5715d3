import {openWarehouse, readChecks, runChecks} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {createTable, type Row} from "../testing/build-from.ts";
import {checkRoots} from "./folders.ts";

const row = (indicateur: string, debut: number, fin: number, more: Row): Row => ({
  indicateur,
  niveau: "ti",
  code_territoire: "x",
  date_debut: `${debut}-12-31`,
  date_fin: `${fin}-12-31`,
  dimension: "total",
  modalite: "_T",
  reference: null,
  valeur: null,
  valeur_min: null,
  valeur_max: null,
  numerateur: null,
  denominateur: null,
  statut: "connu",
  ...more
});

const rows: readonly Row[] = [
  row("effectif_base100", 2020, 2020, {valeur: 100}),
  // 100 jobs, then 121: 10 % a year.
  row("effectif_evolution", 2020, 2022, {valeur: 10, numerateur: 121, denominateur: 100}),
  row("population", 2020, 2020, {valeur: 100}),
  row("population", 2022, 2022, {valeur: 121}),
  row("population_evolution", 2020, 2022, {valeur: 10}),
  row("quotient_localisation", 2022, 2022, {valeur: 1.2, reference: "france:FR"}),
  row("indice_specificite", 2022, 2022, {valeur: 1.3, reference: "france:FR"}),
  row("taux_trajectoire", 2021, 2031, {valeur: 150}),
  row("trajectoire_enaf", 2021, 2031, {modalite: "projetee", valeur: 30}),
  row("trajectoire_enaf", 2021, 2031, {modalite: "autorisee", valeur: 20}),
  row("conso_enaf_par_emploi", 2017, 2023, {valeur: 5, numerateur: 50, denominateur: 10}),
  row("prix_m2_terrain", 2021, 2026, {valeur: 100, valeur_min: 80, valeur_max: 130, denominateur: 12})
];

const faults: Readonly<Record<string, string>> = {
  effectif_base100_depart: "valeur = 99 where indicateur = 'effectif_base100'",
  effectif_evolution_recompose: "valeur = 21 where indicateur = 'effectif_evolution'",
  population_evolution_recompose: "valeur = 21 where indicateur = 'population_evolution'",
  quotient_localisation_du_meme_cote: "valeur = 0.9 where indicateur = 'indice_specificite'",
  taux_trajectoire_est_le_rapport: "valeur = 15 where modalite = 'projetee'",
  conso_enaf_par_emploi_gain: "denominateur = -10, valeur = -5 where indicateur = 'conso_enaf_par_emploi'",
  prix_m2_entre_quartiles: "valeur = 70 where indicateur = 'prix_m2_terrain'"
};

async function findGuilty(spoil = ""): Promise<string[]> {
  const warehouse = await openWarehouse(":memory:");
  try {
    await createTable(warehouse, "mart.lignes", rows);
    await warehouse.run(
      "create table mart.indicateur as select * rename (date_debut as periode_debut, date_fin as periode_fin) from mart.lignes"
    );
    if (spoil !== "") await warehouse.run(`update mart.indicateur set ${spoil}`);
    const checks = (await readChecks(checkRoots)).filter(
      ({name}) => name.replace("indicators/", "") in faults
    );
    expect(checks).toHaveLength(Object.keys(faults).length);
    const results = await runChecks(warehouse, checks);
    return results.filter(({guilty}) => guilty > 0).map(({name}) => name.replace("indicators/", ""));
  } finally {
    warehouse.close();
  }
}

test("indices and rates that follow from their terms break no promise", async () => {
  expect(await findGuilty()).toEqual([]);
});

test.each(Object.entries(faults))("%s finds its guilty row", async (check, spoil) => {
  expect(await findGuilty(spoil)).toEqual([check]);
});
