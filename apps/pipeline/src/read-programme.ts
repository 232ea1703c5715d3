import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {isAbsolute, join, relative} from "node:path";
import {DataError} from "@observatoire/catalog";
import {type Plan, type PlanContext, type PlanFault, readPlan} from "@observatoire/programme";
import {readDeclaration} from "./load-territoire.ts";
import type {Project} from "./project.ts";
import {currentRun, readManifest} from "./run-folder.ts";

/** Folder of the plan inside a run: the files as they were read, to fall back on. Never served. */
const keptPlan = "programme";

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

/** A plan that may be shown. */
export interface ReadProgramme {
  plan: Plan;
  fictif: boolean;
  /** ISO instant of the last change of a file. */
  changedAt: string;
  sha256: string;
  files: ReadonlyMap<string, Uint8Array>;
}

/** What there is to show of the plan. */
export interface FoundProgramme {
  /** The plan as it is on disk; null when it is to be corrected. */
  declared: ReadProgramme | null;
  faults: readonly PlanFault[];
  /** The plan of the published run, in service until the other can be shown. */
  former: ReadProgramme | null;
}

/** Reads the plan on disk, and the one in service. Null: no plan is declared. */
export function readProgramme(
  project: Project,
  {demo, ...context}: {demo: boolean} & Omit<PlanContext, "folder">
): FoundProgramme | null {
  const found = programmeFolder(project, {demo});
  if (found === null) return null;
  const {folder, fictif} = found;
  // The example names the intercommunalités of the home territory, whatever the one shown.
  const epcis = fictif ? null : context.epcis;
  const files = readProgrammeFiles(folder);
  const {plan, faults} = readPlan(files, {...context, epcis, folder: relative(project.root, folder)});
  const former = readFormer(project, {...context, fictif});
  if (faults.length > 0) return {declared: null, faults, former};
  const changedAt = lastChange([...files.keys()].map((name) => join(folder, name)));
  return {declared: {plan, fictif, changedAt, sha256: hashFiles(files), files}, faults, former};
}

/** The plan that the published run shows; null when it shows none, or one that the rules of today cannot read. */
function readFormer(
  project: Project,
  {indicateurs, fictif}: Omit<PlanContext, "folder"> & {fictif: boolean}
): ReadProgramme | null {
  const run = currentRun(project);
  const known = run && readManifest(run)?.programme;
  // The example of a demo is never what a plan to be corrected falls back on.
  if (!run || !known || known.fictif !== fictif) return null;
  const files = readProgrammeFiles(join(run, keptPlan));
  // It was right for the perimeter of its day, which may have changed since.
  const {plan, faults} = readPlan(files, {folder: keptPlan, epcis: null, indicateurs});
  return faults.length > 0 ? null : {plan, ...known, files};
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

function lastChange(paths: readonly string[]): string {
  return new Date(Math.max(0, ...paths.map((path) => statSync(path).mtimeMs))).toISOString();
}

function hashFiles(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash("sha256");
  for (const [name, bytes] of files) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  return hash.digest("hex");
}
