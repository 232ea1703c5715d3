import {renameSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {DataError, formatNumber, type Manifest} from "@observatoire/catalog";
import {type Project, readJson} from "./project.ts";
import {currentManifest, listRuns, pointCurrent, readManifest, requireRun} from "./run-folder.ts";
import {verifyRun} from "./seal-run.ts";

/** A run that someone left: the same data are not published again until something new arrives. */
export interface AbandonedRun {
  run: string;
  fingerprint: string;
  /** ISO instant. */
  at: string;
}

const fileName = "ecartes.json";

export function readAbandoned({data}: Project): AbandonedRun[] {
  return readJson<AbandonedRun[]>(join(data, fileName)) ?? [];
}

/**
 * Goes back to a kept run, by default the last one with other data: its hashes are verified, then the link moves. The
 * runs after it are remembered as left; coming back to one of them forgets it.
 */
export function rollback(
  project: Project,
  {to, now}: {to: string | undefined; now: () => Date}
): {from: Pick<Manifest, "run" | "fingerprint">; to: Manifest} {
  // A published run whose manifest no longer reads is the one to leave.
  const from = currentManifest(project) ?? {run: basename(requireRun(project)), fingerprint: ""};
  const target = findTarget(project, from, to);
  const folder = join(project.runs, target.run);
  const damaged = verifyRun(folder);
  if (damaged.length > 0) {
    throw new DataError("CORRUPT", {
      where: `passage ${target.run}`,
      expected: "les fichiers scellés à sa publication",
      found: `${formatNumber(damaged.length)} fichier${damaged.length > 1 ? "s" : ""} absent${damaged.length > 1 ? "s" : ""} ou changé${damaged.length > 1 ? "s" : ""}, dont « ${damaged[0]} »`,
      action: "choisir un autre passage (le passage publié n'a pas changé)"
    });
  }
  const at = now().toISOString();
  const left = listRuns(project)
    .map((run) => readManifest(join(project.runs, run)))
    .filter(
      (manifest) =>
        manifest !== null &&
        manifest.run > target.run &&
        manifest.run <= from.run &&
        manifest.fingerprint !== target.fingerprint
    )
    .map((manifest) => manifest as Manifest)
    .filter(
      ({fingerprint}, index, all) => all.findLastIndex((one) => one.fingerprint === fingerprint) === index
    )
    .map(({run, fingerprint}) => ({run, fingerprint, at}));
  const known = readAbandoned(project).filter(
    ({fingerprint}) =>
      fingerprint !== target.fingerprint && !left.some((one) => one.fingerprint === fingerprint)
  );
  const path = join(project.data, fileName);
  writeFileSync(`${path}.part`, `${JSON.stringify([...known, ...left], null, 1)}\n`, {flush: true});
  renameSync(`${path}.part`, path);
  pointCurrent(project, target.run);
  return {from, to: target};
}

function findTarget(
  project: Project,
  from: Pick<Manifest, "run" | "fingerprint">,
  wanted: string | undefined
): Manifest {
  const runs = listRuns(project);
  if (wanted !== undefined) {
    const manifest = runs.includes(wanted) ? readManifest(join(project.runs, wanted)) : null;
    if (manifest) return manifest;
    throw absent(`le passage « ${wanted} »`, runs);
  }
  const earlier = rollbackTarget(project, from);
  if (earlier) return earlier;
  throw absent("un passage plus ancien, avec d'autres données", runs);
}

/** The last run before `from` with other data, unless it was left too; null when there is none. */
export function rollbackTarget(
  project: Project,
  from: Pick<Manifest, "run" | "fingerprint">
): Manifest | null {
  const left = new Set(readAbandoned(project).map(({fingerprint}) => fingerprint));
  const earlier = listRuns(project)
    .filter((run) => run < from.run)
    .map((run) => readManifest(join(project.runs, run)))
    .findLast(
      (manifest) =>
        manifest !== null && manifest.fingerprint !== from.fingerprint && !left.has(manifest.fingerprint)
    );
  return earlier ?? null;
}

function absent(expected: string, runs: readonly string[]): DataError {
  return new DataError("NO_RUN", {
    where: "rollback",
    expected,
    found: runs.length > 0 ? `les passages ${runs.slice(-5).join(", ")}` : "aucun passage",
    action: "choisir l'un d'eux, ou garder le passage publié"
  });
}
