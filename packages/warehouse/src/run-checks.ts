import type {Warehouse} from "./open-warehouse.ts";
import type {Check} from "./read-checks.ts";

export interface CheckResult {
  name: string;
  severity: "error" | "warning";
  sentence: string;
  /** Number of rows that break the promise. */
  guilty: number;
  /** The first five of them. */
  firstRows: readonly Record<string, unknown>[];
}

/** Runs each check; none stops the others. A check that DuckDB refuses throws, naming its file. */
export async function runChecks(warehouse: Warehouse, checks: readonly Check[]): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const {name, severity, sentence, sql, file} of checks) {
    try {
      const [made] = await warehouse.all<{Count: number}>(`create or replace temp table coupables as ${sql}`);
      const guilty = made?.Count ?? 0;
      const firstRows = guilty === 0 ? [] : await warehouse.all("from coupables limit 5");
      results.push({name, severity, sentence, guilty, firstRows});
    } catch (cause) {
      throw new Error(`Le contrôle ${name} (${file}) ne s'exécute pas : ${(cause as Error).message}`, {
        cause
      });
    }
  }
  await warehouse.run("drop table if exists temp.coupables");
  return results;
}
