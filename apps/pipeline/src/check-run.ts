import {join} from "node:path";
import {DataError, type Manifest} from "@observatoire/catalog";
import {checkRoots} from "@observatoire/indicators";
import {openWarehouse, readChecks, runChecks} from "@observatoire/warehouse";
import {modules} from "./modules.ts";
import type {Project} from "./project.ts";
import type {Reporter} from "./reporter.ts";

/** Runs every data check on the staged run; an error stops everything, a warning is said and kept in the manifest. */
export async function checkRun(project: Project, reporter: Reporter): Promise<Manifest["checks"]> {
  reporter.step("contrôles des données");
  const warehouse = await openWarehouse(join(project.staging, "warehouse.duckdb"));
  try {
    const checks = await readChecks([...modules.map(({directory}) => directory), ...checkRoots]);
    const results = await runChecks(warehouse, checks);
    const broken = results.filter(({guilty}) => guilty > 0);
    for (const {severity, sentence, guilty} of broken) {
      if (severity === "warning") reporter.warn(`${sentence} (${guilty} lignes)`);
    }
    const [first, ...others] = broken.filter(({severity}) => severity === "error");
    if (first) {
      throw new DataError("CHECK", {
        where: `contrôle ${first.name}`,
        expected: first.sentence.replace(/\.$/, ""),
        found: `${first.guilty} ligne${first.guilty > 1 ? "s" : ""} en défaut, dont ${JSON.stringify(first.firstRows[0])}${others.length > 0 ? `, et ${others.length} autre${others.length > 1 ? "s" : ""} contrôle${others.length > 1 ? "s" : ""} en échec` : ""}`,
        action: "examiner ces lignes (le passage précédent reste publié)"
      });
    }
    return results.map(({name, severity, guilty, sentence}) => ({name, severity, guilty, sentence}));
  } finally {
    warehouse.close();
  }
}
