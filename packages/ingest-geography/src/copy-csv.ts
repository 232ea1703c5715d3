import {mkdir} from "node:fs/promises";
import {dirname} from "node:path";
import type {SimulationWorld} from "@observatoire/catalog";

export interface CsvLayout {
  delimiter?: "," | ";";
  /** Quotes around every cell, header included, as INSEE writes. */
  quoteAll?: boolean;
}

/** Writes the rows of a select over `world.*` as a UTF-8 CSV with a header; creates the folder. */
export async function copyCsv(
  world: SimulationWorld,
  select: string,
  path: string,
  {delimiter = ",", quoteAll = false}: CsvLayout = {}
): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  const quoting = quoteAll ? ", force_quote *" : "";
  await world.run(
    `copy (${select}) to '${path.replaceAll("'", "''")}' (format csv, header true, delimiter '${delimiter}', quote '"'${quoting})`
  );
}
