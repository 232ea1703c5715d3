import {mkdir, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {writeZip} from "./write-zip.ts";

export interface MelodiRows {
  /** `SourceFile.id`. */
  file: string;
  dataset: string;
  /** Year in the names: the last one of the rows. */
  edition: number;
  /** Select over `world.*` whose columns are the producer's headers. */
  select: string;
  /** Lines of the metadata file, after its header. */
  metadata: readonly (readonly [string, string, string, string])[];
}

/** Writes a data set as Melodi does: a zip of `<DS>_<year>_data.csv` (`;`, everything quoted) and its metadata. */
export async function writeMelodi(
  world: SimulationWorld,
  directory: string,
  {file, dataset, edition, select, metadata}: MelodiRows
): Promise<readonly SimulatedFile[]> {
  await mkdir(directory, {recursive: true});
  const name = `${dataset}_${edition}`;
  const paths = {
    data: join(directory, `${name}_data.csv`),
    metadata: join(directory, `${name}_metadata.csv`),
    zip: join(directory, `${name}_CSV_FR.zip`)
  };
  await world.run(
    `copy (${select}) to '${paths.data.replaceAll("'", "''")}' (format csv, header true, delimiter ';', quote '"', force_quote *)`
  );
  const lines = [["COD_VAR", "LIB_VAR", "COD_MOD", "LIB_MOD"], ...metadata];
  await writeFile(
    paths.metadata,
    lines.map((cells) => `${cells.map((cell) => `"${cell}"`).join(";")}\n`).join("")
  );
  await writeZip(paths.zip, [
    {name: `${name}_data.csv`, path: paths.data},
    {name: `${name}_metadata.csv`, path: paths.metadata}
  ]);
  await rm(paths.data);
  await rm(paths.metadata);
  return [{file, path: paths.zip}];
}
