import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {isAbsolute, join, relative} from "node:path";
import {DataError} from "@observatoire/catalog";
import {type Plan, type PlanContext, type PlanFault, readPlan} from "@observatoire/programme";
import {readDeclaration} from "./load-territoire.ts";
import type {Project} from "./project.ts";
import {currentRun} from "./run-folder.ts";

/** Folder of the plan inside a run: the files as they were read, to fall back on. Never served. */
export const keptPlan = "programme";

export interface ProgrammeFolder {
  folder: string;
  /** The fictional example, shown by the demo alone. */
  fictif: boolean;
}

/** Where the plan is: what territoire.yaml names, else the example in a demo, else nowhere. */
export function programmeFolder(project: Project, {demo}: {demo: boolean}): ProgrammeFolder | null {
  const {programme} = readDeclaration(project);
  if (programme !== null) {
    return {folder: isAbsolute(programme) ? programme : join(project.data, programme), fictif: false};
  }
  return demo ? {folder: project.programmeExemple, fictif: true} : null;
}

/** Bytes of the CSV files of a folder, by name; empty when there is no such folder. */
export function readProgrammeFiles(folder: string): Map<string, Uint8Array> {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return new Map();
  const names = readdirSync(folder).filter((name) => /^[^.].*\.csv$/i.test(name));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]));
}

export interface ReadProgramme {
  plan: Plan;
  fictif: boolean;
  /** ISO instant of the last change of a file. */
  changedAt: string;
  sha256: string;
  files: ReadonlyMap<string, Uint8Array>;
  /** What is to be corrected in the files on disk, the plan then being the last good one. */
  faults: readonly PlanFault[];
}

/**
 * Reads the plan; one that is to be corrected leaves its last good version in service, as a source does. Null: no plan is
 * declared. Throws PROGRAMME when the files are wrong and no good version was ever published.
 */
export function readProgramme(
  project: Project,
  {demo, ...context}: {demo: boolean} & Omit<PlanContext, "folder">
): ReadProgramme | null {
  const found = programmeFolder(project, {demo});
  if (found === null) return null;
  const {folder, fictif} = found;
  // The example names the intercommunalités of the home territory, whatever the one shown.
  const rules = fictif ? {...context, epcis: null} : context;
  const files = readProgrammeFiles(folder);
  const {plan, faults} = readPlan(files, {folder: relative(project.root, folder), ...rules});
  if (faults.length === 0) return {plan, fictif, ...describe(folder, files), files, faults};
  const run = currentRun(project);
  const kept = run === null ? null : join(run, keptPlan);
  const former = kept === null ? new Map<string, Uint8Array>() : readProgrammeFiles(kept);
  if (kept === null || former.size === 0) throw planError(faults);
  const last = readPlan(former, {folder: keptPlan, ...rules});
  if (last.faults.length > 0) throw planError(faults);
  return {plan: last.plan, fictif, ...describe(kept, former), files: former, faults};
}

/** Every sentence, one a line. */
export function planError(faults: readonly PlanFault[]): DataError {
  return new DataError("PROGRAMME", faults.map(({sentence}) => sentence).join("\n"));
}

/** Writes the files of the plan into a run, as they were read. */
export function keepProgramme(run: string, {files}: ReadProgramme): void {
  mkdirSync(join(run, keptPlan), {recursive: true});
  for (const [name, bytes] of files) writeFileSync(join(run, keptPlan, name), bytes);
}

/** Hash of the files of the plan as they are on disk, or "" without plan: another hash publishes the pages again. */
export function hashPlanFiles(project: Project, {demo}: {demo: boolean}): string {
  const found = programmeFolder(project, {demo});
  return found === null ? "" : hashFiles(readProgrammeFiles(found.folder));
}

function describe(folder: string, files: ReadonlyMap<string, Uint8Array>) {
  const changed = [...files.keys()].map((name) => statSync(join(folder, name)).mtimeMs);
  return {changedAt: new Date(Math.max(0, ...changed)).toISOString(), sha256: hashFiles(files)};
}

function hashFiles(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash("sha256");
  for (const [name, bytes] of files) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  return hash.digest("hex");
}
