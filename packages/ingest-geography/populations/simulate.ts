import {readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {copyCsv} from "../src/copy-csv.ts";
import {writeZip} from "../src/write-zip.ts";
import {simulatedRows} from "./simulated-rows.ts";

/** Writes the producer's zip: the data (`;`, everything quoted) and the metadata beside them. */
export async function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  const [last] = await world.all<{annee: number}>(
    "select max(annee) as annee from world.population_annuelle"
  );
  const name = `DS_POPULATIONS_REFERENCE_${last?.annee}`;
  const data = join(directory, `${name}_data.csv`);
  await copyCsv(world, simulatedRows, data, {delimiter: ";", quoteAll: true});
  const path = join(directory, `${name}_CSV_FR.zip`);
  const zip = await writeZip({
    [`${name}_data.csv`]: await readFile(data),
    [`${name}_metadata.csv`]: metadata
  });
  await writeFile(path, zip);
  await rm(data);
  return [{file: "population", path}];
}

const metadata = `"COD_VAR";"LIB_VAR";"COD_MOD";"LIB_MOD"
"POPREF_MEASURE";"Population de référence";"PMUN";"Population municipale"
"POPREF_MEASURE";"Population de référence";"PCAP";"Population comptée à part"
"POPREF_MEASURE";"Population de référence";"PTOT";"Population totale"
`;
