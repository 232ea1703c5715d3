import {renameSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {DataError, formatNumber, type Manifest} from "@observatoire/catalog";
import {stageAgain} from "./build-run.ts";
import {readDeclaration} from "./load-territoire.ts";
import {readDay, snapshotsOf} from "./plan-run.ts";
import {type Project, readJson} from "./project.ts";
import {publishRun} from "./publish-run.ts";
import {readProgramme} from "./read-programme.ts";
import type {Reporter} from "./reporter.ts";
import {readRetraits} from "./retraits.ts";
import {currentManifest, listRuns, pointCurrent, readManifest, requireRun} from "./run-folder.ts";
import {verifyRun} from "./seal-run.ts";
import {verifyConfidential} from "./verify-confidential.ts";

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

export interface Rolledback {
  from: Pick<Manifest, "run" | "fingerprint">;
  to: Manifest;
  /** The pages of that run made again with the plan of today, or null: it serves as it was sealed. */
  remade: Manifest | null;
}

/**
 * Goes back to a kept run, by default the last one with other data: its hashes are verified, then the link moves. The
 * runs after it are remembered as left; coming back to one of them forgets it. When its pages may show to all what was
 * reserved or withdrawn since, they are made again: they are not put back online for a moment.
 */
export async function rollback(
  project: Project,
  {to, now, reporter}: {to: string | undefined; now: () => Date; reporter: Reporter}
): Promise<Rolledback> {
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
  const named = (target.retraits ?? null) !== readRetraits(project).sha256;
  if (!named && !showsReserved(project, target)) {
    pointCurrent(project, target.run);
    return {from, to: target, remade: null};
  }
  const day = await readDay(project, snapshotsOf(target), {today: now(), demo: target.demo});
  stageAgain(project, target, day, now);
  return {from, to: target, remade: await publishRun(project, {reporter, now, renewed: false})};
}

/** True when the pages that a run made for everybody hold a text that the plan of today reserves to the committee. */
function showsReserved(project: Project, {run, demo}: Manifest): boolean {
  if (readDeclaration(project).deploiement === "comite") return false;
  const found = readProgramme(project, {demo, epcis: null, indicateurs: null});
  const plan = found?.declared ?? found?.former;
  if (!plan) return false;
  const folder = join(project.runs, run);
  try {
    verifyConfidential(join(folder, "site"), plan.plan, {open: join(folder, "published")});
    return false;
  } catch (error) {
    if (error instanceof DataError && error.code === "DISCLOSURE") return true;
    throw error;
  }
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
