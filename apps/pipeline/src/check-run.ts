import {dirname, join, resolve} from "node:path";
import {DataError, type Manifest} from "@observatoire/catalog";
import {checkRoots} from "@observatoire/indicators";
import {type CheckResult, openWarehouse, readChecks, runChecks} from "@observatoire/warehouse";
import {modules} from "./modules.ts";
import type {RunPlan} from "./plan-run.ts";
import type {Project} from "./project.ts";
import type {Reporter} from "./reporter.ts";
import {newFiles, setAside} from "./set-aside.ts";

/** Runs every data check on the staged run; an error stops everything, a warning is said and kept in the manifest. */
export async function checkRun(
  project: Project,
  {snapshots, programme}: Pick<RunPlan, "snapshots" | "programme">,
  reporter: Reporter
): Promise<Manifest["checks"]> {
  reporter.step("contrôles des données");
  const warehouse = await openWarehouse(join(project.staging, "warehouse.duckdb"));
  try {
    const checks = await readChecks([...modules.map(({directory}) => directory), ...checkRoots]);
    const results = await runChecks(warehouse, checks);
    const broken = results.filter(({guilty}) => guilty > 0);
    for (const {severity, sentence, guilty} of broken) {
      if (severity === "warning") reporter.warn(`${sentence} (${guilty} lignes)`);
    }
    const errors = broken.filter(({severity}) => severity === "error");
    for (const error of errors) {
      const file = checks.find(({name}) => name === error.name)?.file ?? "";
      const source = sourceOf(file);
      const suspects = newFiles(
        project,
        snapshots.filter((one) => one.source === source)
      );
      if (suspects.length > 0) throw setAside(project, suspects, programme, checkError(error, []));
    }
    const [first, ...others] = errors;
    if (first) throw checkError(first, others);
    return results.map(({name, severity, guilty, sentence}) => ({name, severity, guilty, sentence}));
  } finally {
    warehouse.close();
  }
}

function checkError(
  {name, sentence, guilty, firstRows}: CheckResult,
  others: readonly CheckResult[]
): DataError {
  const rest = others.length > 1 ? "s" : "";
  return new DataError("CHECK", {
    where: `contrôle ${name}`,
    expected: sentence.replace(/\.$/, ""),
    found: `${guilty} ligne${guilty > 1 ? "s" : ""} en défaut, dont ${JSON.stringify(firstRows[0])}${others.length > 0 ? `, et ${others.length} autre${rest} contrôle${rest} en échec` : ""}`,
    action: "examiner ces lignes (la version publiée reste en service)"
  });
}

/** Source whose folder holds a check; null for the checks of the models, which read several sources. */
function sourceOf(file: string): string | null {
  const folder = resolve(dirname(dirname(file)));
  return modules.find(({directory}) => resolve(directory) === folder)?.source.id ?? null;
}
