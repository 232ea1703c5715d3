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
  {reporter, accepted = []}: {reporter: Reporter; accepted?: readonly string[]}
): Promise<Manifest["checks"]> {
  reporter.step("contrôles des données");
  const warehouse = await openWarehouse(join(project.staging, "warehouse.duckdb"));
  try {
    const checks = await readChecks([...modules.map(({directory}) => directory), ...checkRoots]);
    const results = await runChecks(warehouse, checks);
    const broken = results
      .filter(({guilty}) => guilty > 0)
      .map((result) => {
        const file = checks.find(({name}) => name === result.name)?.file ?? "";
        const sources = sourcesOf(result, file);
        const isSeen =
          isComparison(result) && sources.length > 0 && sources.every((source) => accepted.includes(source));
        return {...result, sources, severity: isSeen ? ("warning" as const) : result.severity};
      });
    for (const {severity, sentence, guilty} of broken) {
      if (severity === "warning") reporter.warn(`${sentence} (${guilty} lignes)`);
    }
    const errors = broken.filter(({severity}) => severity === "error");
    for (const error of errors) {
      for (const source of error.sources) {
        const read = snapshots.filter((one) => one.source === source);
        const suspects = newFiles(project, read);
        if (suspects.length > 0) throw setAside(project, suspects, programme, checkError(error, [], source));
      }
    }
    const [first, ...others] = errors;
    if (first) throw checkError(first, others);
    return results.map(({name, severity, guilty, sentence}) => ({name, severity, guilty, sentence}));
  } finally {
    warehouse.close();
  }
}

function checkError(
  result: CheckResult,
  others: readonly CheckResult[],
  source: string | null = null
): DataError {
  const {name, sentence, guilty, firstRows} = result;
  const rest = others.length > 1 ? "s" : "";
  const accept =
    source !== null && isComparison(result)
      ? `, ou accepter ce changement avec « refresh --accepter-taille ${source} »`
      : "";
  return new DataError("CHECK", {
    where: `contrôle ${name}`,
    expected: sentence.replace(/\.$/, ""),
    found: `${guilty} ligne${guilty > 1 ? "s" : ""} en défaut, dont ${JSON.stringify(firstRows[0])}${others.length > 0 ? `, et ${others.length} autre${rest} contrôle${rest} en échec` : ""}`,
    action: `examiner ces lignes${accept} (la version publiée reste en service)`
  });
}

/** A check that compares with the published run: what it finds may be a true change, that a person accepts. */
const isComparison = ({name}: CheckResult) => /\/precedent_/.test(name);

/** Sources that a check may blame: the one whose folder holds it, else those whose staged tables it names. */
function sourcesOf({firstRows}: CheckResult, file: string): string[] {
  const folder = resolve(dirname(dirname(file)));
  const own = modules.find(({directory}) => resolve(directory) === folder);
  if (own) return [own.source.id];
  const named = firstRows.map(({name}) => /^staging\.(\w+?)__/.exec(String(name))?.[1] ?? "");
  return [...new Set(named)].filter((id) => modules.some(({source}) => source.id === id));
}
