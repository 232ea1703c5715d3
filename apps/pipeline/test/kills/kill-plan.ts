import {readdirSync, readlinkSync, statSync} from "node:fs";
import {join} from "node:path";

/** What the parent waits for on the disk, in the order of a refresh. */
export const events = [
  "fichier en cours de réception",
  "téléchargement à reprendre noté",
  "version archivée",
  "entrepôt commencé",
  "fichiers publiés commencés",
  "pages commencées",
  "téléchargements commencés",
  "pages du comité commencées",
  "base du plan commencée",
  "manifeste écrit",
  "empreintes écrites",
  "dossier renommé",
  "lien déplacé"
] as const;
export type DiskEvent = (typeof events)[number];

/** When a refresh is killed: at a share of its usual duration, or some time after an event on the disk. */
export type KillPlan = {at: number} | {after: DiskEvent; delayMs: number};

/**
 * Three in five at a time drawn uniformly over the whole refresh; the others right after an event, from the last one back so
 * that a short run meets the switch too, half of them at once.
 */
export function drawPlan(random: () => number, index: number): KillPlan {
  const rank = Math.floor(index / 5) * 2 + (index % 5 === 1 ? 0 : 1);
  const after = events.at(-1 - (rank % events.length));
  if ((index % 5 !== 1 && index % 5 !== 3) || after === undefined) return {at: random()};
  return {after, delayMs: random() < 0.5 ? 0 : Math.round(random() * 60)};
}

export interface DiskMark {
  started: number;
  current: string | null;
  runs: readonly string[];
}

/** What is there before a refresh starts, so that only its own work counts as an event. */
export const markDisk = (data: string): DiskMark => ({
  started: Date.now(),
  current: linkOf(data),
  runs: namesIn(join(data, "runs"))
});

/** True once the refresh started at `mark` has reached the event. */
export function hasHappened(event: DiskEvent, data: string, mark: DiskMark): boolean {
  const staging = join(data, "runs/.en-cours");
  const isNew = (path: string) => (statSync(path, {throwIfNoEntry: false})?.birthtimeMs ?? 0) >= mark.started;
  const versions = join(data, "snapshots/urssaf/commune_ape");
  // What a kill left is resumed in the same file: its last change tells, not its birth.
  const isTouched = (path: string) => (statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0) >= mark.started;
  const resumable = (end: string) =>
    namesIn(join(versions, ".reprise"))
      .filter((name) => name.endsWith(end))
      .map((name) => join(versions, ".reprise", name));
  switch (event) {
    case "fichier en cours de réception":
      return (
        namesIn(versions).some((name) => name.startsWith(".stage-") && isNew(join(versions, name))) ||
        resumable(".part").some(isTouched)
      );
    case "téléchargement à reprendre noté":
      return resumable(".json").some(isTouched);
    case "version archivée":
      return namesIn(versions).some((name) => !name.startsWith(".") && isNew(join(versions, name)));
    case "entrepôt commencé":
      return isNew(join(staging, "warehouse.duckdb"));
    case "fichiers publiés commencés":
      return isNew(join(staging, "published"));
    case "pages commencées":
      return isNew(join(staging, "site"));
    case "téléchargements commencés":
      return isNew(join(staging, "site/telecharger"));
    case "pages du comité commencées":
      return isNew(join(staging, "site-comite"));
    case "base du plan commencée":
      return isNew(join(staging, "programme.duckdb"));
    case "manifeste écrit":
      return isNew(join(staging, "manifest.json"));
    case "empreintes écrites":
      return isNew(join(staging, "empreintes.json"));
    case "dossier renommé":
      return newRuns(data, mark).length > 0;
    case "lien déplacé":
      return linkOf(data) !== mark.current;
  }
}

/** Run folders that appeared since the mark. */
export const newRuns = (data: string, mark: DiskMark): string[] =>
  namesIn(join(data, "runs")).filter((name) => !name.startsWith(".") && !mark.runs.includes(name));

export function linkOf(data: string): string | null {
  try {
    return readlinkSync(join(data, "current"));
  } catch {
    return null;
  }
}

export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
