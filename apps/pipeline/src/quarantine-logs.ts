import {existsSync, renameSync} from "node:fs";
import {join} from "node:path";
import type {Project} from "./project.ts";
import type {Reporter} from "./reporter.ts";
import {listRuns} from "./run-folder.ts";

/**
 * Puts away the write-ahead logs that stand beside published bases. A sealed base was closed without one: a log there is of
 * another base, and DuckDB would mix its rows in, even read-only.
 */
export function quarantineLogs(project: Project, reporter: Reporter): void {
  for (const run of listRuns(project)) {
    const log = join(project.runs, run, "warehouse.duckdb.wal");
    if (!existsSync(log)) continue;
    renameSync(log, join(project.runs, `.${run}.wal.ecarte`));
    reporter.warn(`un journal d'écriture étranger à la base du passage ${run} est écarté.`);
  }
}
