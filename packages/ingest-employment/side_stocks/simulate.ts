import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {countByYear, demographyRows, demographyYears} from "../src/simulated-demography.ts";
import {writeMelodi} from "../src/write-melodi.ts";

/** Writes the producer's zip: establishments active at 31 December. */
export function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  const years = demographyYears.stocks;
  const cells = countByYear(
    years,
    (year) =>
      `registre.date_creation <= date '${year}-12-31'
            and (registre.date_fermeture is null or registre.date_fermeture > date '${year}-12-31')`
  );
  return writeMelodi(world, directory, {
    file: "stock",
    dataset: "DS_SIDE_STOCKS_ET_COM",
    edition: years[1],
    select: `with cellule as (${cells}),${demographyRows("UNIT_LOC")}`,
    metadata: [
      ["SIDE_MEASURE", "Mesure", "UNIT_LOC", "Nombre d'établissements"],
      ["ACTIVITY", "Activité", "_T", "Total"]
    ]
  });
}
