import {existsSync, readdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {DataError, type Snapshot} from "@observatoire/catalog";
import {type Refusal, refusedFolder} from "@observatoire/collect";
import {type Project, readJson} from "./project.ts";
import {currentManifest} from "./run-folder.ts";

/** A fault of one source's file, found after it was archived; the file is set aside, the others can go on without it. */
export class SetAsideError extends DataError {
  readonly source: string;
  constructor(source: string, {code, message}: DataError, options?: ErrorOptions) {
    super(code, message, options);
    this.source = source;
  }
}

/**
 * Runs a verification of an archived file, or of the years of a series. When it fails, the archive is set aside in a hidden
 * folder with the sentence, so that the next run reads the last good version without anybody's help; the same bytes received
 * again are refused at once by the same code.
 */
export async function orSetAside<T>(
  project: Project,
  snapshots: readonly Snapshot[],
  programme: string,
  verify: () => Promise<T>
): Promise<T> {
  try {
    return await verify();
  } catch (error) {
    if (!(error instanceof DataError) || ofTheMachine.has(error.code)) throw error;
    const fresh = newFiles(project, snapshots);
    throw setAside(project, fresh.length > 0 ? fresh : snapshots, programme, error);
  }
}

/** Faults that no file is guilty of. */
const ofTheMachine = new Set<DataError["code"]>(["OOM", "ENOSPC", "LOCKED"]);

/** Files that the published run does not read: when something new breaks, it is by them. */
export function newFiles(project: Project, snapshots: readonly Snapshot[]): Snapshot[] {
  const current = currentManifest(project);
  const known = new Set(
    current?.sources.flatMap(({files}) => files.map(({snapshot}) => snapshot.sha256)) ?? []
  );
  return snapshots.filter(({sha256}) => !known.has(sha256));
}

/** Sets archived files of one source aside; the fault to throw. */
export function setAside(
  {data}: Project,
  snapshots: readonly Snapshot[],
  programme: string,
  fault: DataError
): SetAsideError {
  for (const {path} of snapshots) {
    const folder = join(data, dirname(path));
    const aside = refusedFolder(dirname(folder), basename(folder));
    rmSync(aside, {recursive: true, force: true});
    const refusal: Refusal = {code: fault.code, phrase: fault.message, programme};
    writeFileSync(join(folder, "refus.json"), `${JSON.stringify(refusal, null, 1)}\n`);
    renameSync(folder, aside);
  }
  return new SetAsideError(snapshots[0]?.source ?? "", fault, {cause: fault});
}

/**
 * Gives back the files that another version of the program refused, and those of the sources that a person accepts. A
 * refusal that kept no bytes has nothing to give back: it is forgotten, and the producer is asked again.
 */
export function restoreRefused(
  {data}: Project,
  {programme, accepted}: {programme: string; accepted: readonly string[]}
): void {
  const root = join(data, "snapshots");
  for (const folder of listFolders(root).flatMap((source) => listFolders(source))) {
    for (const name of readdirSync(folder).filter((entry) => entry.startsWith(".refuse-"))) {
      const aside = join(folder, name);
      const back = join(folder, name.slice(".refuse-".length));
      const refused = readProgramme(join(aside, "refus.json")) === programme;
      if (refused && !accepted.includes(basename(dirname(folder)))) continue;
      if (!existsSync(join(aside, "snapshot.json"))) {
        rmSync(aside, {recursive: true, force: true});
        continue;
      }
      if (existsSync(back)) continue;
      rmSync(join(aside, "refus.json"), {force: true});
      renameSync(aside, back);
    }
  }
}

/** Program that refused an archive; null when a power cut left no readable card: the file is looked at again. */
function readProgramme(path: string): string | null {
  try {
    return readJson<Refusal>(path)?.programme ?? null;
  } catch {
    return null;
  }
}

function listFolders(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => join(path, entry.name));
}
