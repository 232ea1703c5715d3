import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {censusYears} from "../src/simulated-census.ts";
import {writeMelodi} from "../src/write-melodi.ts";
import {simulatedRows} from "./simulated-rows.ts";

/** Writes the producer's zip: jobs at the workplace, every level and crossing mixed. */
export function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  return writeMelodi(world, directory, {
    file: "observation",
    dataset: "DS_RP_EMPLOI_LT_PRINC",
    edition: censusYears.at(-1)!,
    select: simulatedRows,
    metadata: [
      ["EMPFORM", "Forme d'emploi", "1", "Non-salariés"],
      ["EMPFORM", "Forme d'emploi", "2", "Salariés"],
      ["EMPFORM", "Forme d'emploi", "_T", "Total"],
      ["WKTIME", "Temps de travail", "PT", "Temps partiel"]
    ]
  });
}
