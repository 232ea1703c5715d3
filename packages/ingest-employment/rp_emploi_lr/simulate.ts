import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {censusYears} from "../src/simulated-census.ts";
import {writeMelodi} from "../src/write-melodi.ts";
import {simulatedRows} from "./simulated-rows.ts";

/** Writes the producer's zip: activity of the residents, every level and crossing mixed. */
export function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  return writeMelodi(world, directory, {
    file: "observation",
    dataset: "DS_RP_EMPLOI_LR_PRINC",
    edition: censusYears.at(-1)!,
    select: simulatedRows,
    metadata: [
      ["EMPSTA_ENQ", "Statut d'activité", "1", "Actifs ayant un emploi"],
      ["EMPSTA_ENQ", "Statut d'activité", "2", "Chômeurs"],
      ["EMPSTA_ENQ", "Statut d'activité", "1T2", "Actifs"],
      ["AGE", "Âge", "Y_GE15", "15 ans ou plus"]
    ]
  });
}
