import {existsSync} from "node:fs";
import {join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {openWarehouse, quoteText} from "@observatoire/warehouse";
import {formatTable} from "../format-table.ts";
import type {Project} from "../project.ts";
import {planBase} from "../publish-programme.ts";
import {requireRun} from "../run-folder.ts";

/** Rows of a read-only query on the current run, as text for a terminal or as data. */
export async function query(
  project: Project,
  words: readonly string[]
): Promise<{text: string; data: unknown[]}> {
  const sql = words.join(" ").trim();
  if (sql === "") {
    throw new DataError("USAGE", {
      where: "query",
      expected: "une requête SQL entre guillemets",
      found: "rien",
      action: 'écrire par exemple « npx observatoire query "select * from mart.indicateur limit 5" »'
    });
  }
  const run = requireRun(project);
  const warehouse = await openWarehouse(join(run, "warehouse.duckdb"), {readOnly: true});
  try {
    if (existsSync(join(run, planBase))) {
      // `derived.*` is read as a schema of the warehouse, though its base is apart.
      await warehouse.run(`attach ${quoteText(join(run, planBase))} as programme (read_only)`);
      await warehouse.run("set search_path = 'warehouse.main,programme.derived'");
    }
    // Read-only for the run does not mean read-only for the disk: only the archived files behind raw.* stay reachable.
    const archives = join(project.data, "snapshots").replaceAll("'", "''");
    await warehouse.run(`set allowed_directories = ['${archives}']`);
    await warehouse.run("set enable_external_access = false");
    const data = await warehouse.all<Record<string, unknown>>(sql).catch((cause: Error) => {
      throw new DataError(
        "USAGE",
        {
          where: "query",
          expected: "une requête que DuckDB comprend",
          found: `« ${cause.message.split("\n")[0]} »`,
          action: "corriger la requête ; « show all tables » liste les tables"
        },
        {cause}
      );
    });
    return {text: formatTable(data), data};
  } finally {
    warehouse.close();
  }
}
