import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {simulatedRows} from "./simulated-rows.ts";
import {source} from "./source.ts";

/** First years in which a row may have unknown cells. */
const unknownYears = 3;

/** Writes the producer's CSV (`;`, UTF-8 with BOM, technical headers, two columns per year) into `directory`. */
export async function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  await mkdir(directory, {recursive: true});
  const path = join(directory, "etablissements-et-effectifs-salaries-au-niveau-commune-x-ape-last.csv");
  const [file] = source.files;
  const columns = [
    ...Object.keys(file.columns).map((name) => ({header: name, cell: name})),
    ...(await readYears(world)).flatMap((year, index) =>
      ["etablissements", "effectif"].map((measure, rank) => ({
        header: `${file.families[rank]!.name}_${year}`,
        cell: index < unknownYears ? `if(est_lacunaire, null, ${measure}_${year})` : `${measure}_${year}`
      }))
    )
  ];
  // The byte order mark travels in the first header: DuckDB has no option for it.
  const cells = columns.map(
    ({header, cell}, index) => `${cell} as "${index === 0 ? "\ufeff" : ""}${header}"`
  );
  await world.run(`
    copy (select ${cells.join(", ")} from (${simulatedRows}) order by code_commune, code_ape)
    to '${path.replaceAll("'", "''")}' (format csv, header true, delimiter ';', quote '"')`);
  return [{file: file.id, path}];
}

async function readYears(world: SimulationWorld): Promise<readonly string[]> {
  const columns = await world.all<{column_name: string}>("describe world.emploi_commune_ape_large");
  return columns
    .map(({column_name}) => /^effectif_(\d{4})$/.exec(column_name)?.[1])
    .filter((year) => year !== undefined);
}
