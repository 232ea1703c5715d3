import {expect, test} from "vitest";
import {buildStaging, extract, findGuilty, openSirene, without} from "../test/build-sirene.ts";
import {insertPeriods} from "../test/insert-periods.ts";

const periods = extract("sirene/etablissement_periodes_lyon4_69384.parquet");

/**
 * Lyon 4e, counted by a Python script (no DuckDB) on the periods exported as CSV, in two ways.
 * `periode`: period by period. Born in the year: its first active period starts in it. In the stock: a period in state A
 * covers 31 December. Survivor: a period in state A covers the third (fifth) anniversary.
 * `stock`: from what a stock keeps of them. Born when the first period starts; open while the current state is A or
 * until the current, closed period starts.
 */
const counted: readonly [year: number, periode: readonly number[], stock: readonly number[]][] = [
  [2010, [810, 4919, 502, 416], [824, 5009, 513, 427]],
  [2011, [803, 5239, 514, 416], [810, 5326, 524, 425]],
  [2012, [792, 5508, 495, 397], [804, 5606, 513, 409]],
  [2013, [758, 5724, 488, 417], [774, 5839, 504, 425]],
  [2014, [804, 5992, 508, 406], [818, 6116, 520, 412]],
  [2015, [832, 6279, 518, 420], [844, 6413, 524, 422]],
  [2016, [927, 6590, 574, 451], [942, 6724, 590, 462]],
  [2017, [856, 6832, 569, 415], [862, 6956, 583, 415]],
  [2018, [877, 7102, 585, 483], [883, 7217, 594, 482]],
  [2019, [1014, 7502, 693, 578], [1020, 7615, 692, 576]],
  [2020, [984, 7782, 724, 502], [996, 7899, 731, 506]],
  [2021, [1152, 8243, 787], [1153, 8332, 782]],
  [2022, [1107, 8635, 756], [1113, 8691, 754]],
  [2023, [925, 8826], [938, 8856]],
  [2024, [896, 8844], [920, 8868]],
  [2025, [805, 8986], [807, 8998]]
];

const warehouse = periods ? await openSirene(["69384"], "2026-06-30") : null;
if (warehouse) {
  await insertPeriods(warehouse, periods!);
  await buildStaging(warehouse);
}

async function readCohort(
  year: number
): Promise<{creations: number; stock: number; trois: number; cinq: number}> {
  const [row] = await warehouse!.all<{creations: number; stock: number; trois: number; cinq: number}>(
    `select
      (sum(lignes) filter (annee_creation = $year and not est_transfert))::integer as creations,
      (sum(lignes) filter (
        coalesce(annee_creation, 0) <= $year and (est_actif or annee_fermeture > $year)
      ))::integer as stock,
      (sum(lignes) filter (annee_creation = $year and (est_actif or duree >= 3)))::integer as trois,
      (sum(lignes) filter (annee_creation = $year and (est_actif or duree >= 5)))::integer as cinq
    from staging.sirene_etablissement__cohorte`,
    {year}
  );
  return row!;
}

test.skipIf(!warehouse)(
  `les cohortes redonnent, à l'unité près, les créations, le stock et les survivants comptés à la main${warehouse ? "" : without}`,
  async () => {
    const [total] = await warehouse!.all(
      "select sum(lignes)::integer as n, (sum(lignes) filter (est_actif))::integer as actifs from staging.sirene_etablissement__cohorte"
    );
    expect(total).toEqual({n: 26_614, actifs: 9_094});
    for (const [year, , stock] of counted) {
      const {creations, stock: ouverts, trois, cinq} = await readCohort(year);
      expect([creations, ouverts, trois, cinq].slice(0, stock.length), String(year)).toEqual(stock);
    }
    // L'extrait ne dit pas quels établissements sont des sièges.
    expect(Object.keys(await findGuilty(warehouse!, "sirene_etablissement"))).toEqual([
      "siege_de_chaque_siren"
    ]);
  }
);

// Ce que le stock ne garde pas : les fermetures suivies d'une reprise (AFA : ouvert sans interruption pour le stock, 76 des 124 écarts
// de 2014), les établissements connus fermés dès leur première période (F : nés et morts le même jour, 15 des 26 écarts
// de naissance de 2014), ceux dont la première période n'a pas d'état, et un code d'activité changé après la fermeture.
test.skipIf(!warehouse)(
  `suivre chaque période changerait peu : stock 2,2 %, créations 3 %, survie 1,5 point au plus${warehouse ? "" : without}`,
  async () => {
    for (const [year, [creations = 0, stock = 0, trois, cinq]] of counted) {
      const found = await readCohort(year);
      expect(Math.abs(found.stock / stock - 1), `stock ${year}`).toBeLessThan(0.022);
      expect(Math.abs(found.creations / creations - 1), `créations ${year}`).toBeLessThan(0.03);
      for (const [survivors, of] of [
        [trois, found.trois],
        [cinq, found.cinq]
      ] as const) {
        if (survivors === undefined) continue;
        expect(Math.abs(of / found.creations - survivors / creations), `survie ${year}`).toBeLessThan(0.015);
      }
    }
  }
);
