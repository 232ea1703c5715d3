import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {simulatedRows} from "./simulated-rows.ts";

/** Writes the producer's parquet of periods, 18 columns, into `directory`. */
export async function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  await mkdir(directory, {recursive: true});
  const path = join(directory, "StockEtablissementHistorique_utf8.parquet");
  await world.run(`copy (${simulatedRows}) to '${path.replaceAll("'", "''")}' (format parquet)`);
  return [{file: "periode", path}];
}
