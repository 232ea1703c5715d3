import {type ChildProcess, fork} from "node:child_process";
import {once} from "node:events";
import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, expect, test} from "vitest";
import {openProject, type Project} from "../../src/project.ts";
import {currentRun, listRuns, pointCurrent} from "../../src/run-folder.ts";
import {serveSite} from "../../src/serve.ts";
import type {Looks} from "./look.ts";
import {
  type Mark,
  makeMarkedRuns,
  marks,
  publishCarelessly,
  publishMarked,
  removeOldRuns
} from "./marked-runs.ts";

const swaps = 1000;
/** Between two swaps: long enough for a look or two, short enough for a thousand of them in CI. */
const paceMs = 25;
const keptRuns = 12;
const data = mkdtempSync(join(tmpdir(), "observatoire-bascule-"));
const child = fileURLToPath(new URL("reader-child.ts", import.meta.url));

afterAll(() => rmSync(data, {recursive: true, force: true}));

/** Two readers, of the disk and of the site, while the runs of three marks succeed one another. */
async function readDuring(
  folder: string,
  swap: (project: Project, made: Record<Mark, string>, index: number) => void | Promise<void>,
  count: number
): Promise<{disk: Looks; http: Looks; seconds: number}> {
  const project = openProject(join(data, folder));
  mkdirSync(project.runs, {recursive: true});
  const made = await makeMarkedRuns(join(project.data, "modeles"));
  publishMarked(project, made[markOf(0)], idOf(0));
  const {server, url} = await serveSite(() => {
    const run = currentRun(project);
    return run && join(run, "site");
  }, 0);
  const readers = [startReader(project.data, ""), startReader(project.data, url)] as const;
  await Promise.all(readers.map((reader) => once(reader, "message")));
  const started = performance.now();
  for (let index = 1; index <= count; index += 1) {
    await swap(project, made, index);
    await new Promise((wait) => setTimeout(wait, paceMs));
  }
  const seconds = (performance.now() - started) / 1000;
  const [disk, http] = await Promise.all([stopReader(readers[0]), stopReader(readers[1])]);
  server.close();
  return {disk, http, seconds};
}

const markOf = (index: number): Mark => marks[index % marks.length] ?? "rouge";
const idOf = (index: number) => `20261124-${String(index).padStart(6, "0")}-${markOf(index)}`;

test(`${swaps} swaps: readers of the disk and of the site never see a missing or mixed state`, {
  timeout: 300_000
}, async () => {
  const {disk, http, seconds} = await readDuring(
    "atomique",
    (project, made, index) => {
      // One publication, then one return to an earlier run: both ways in which the link moves.
      if (index % 2 === 1) publishMarked(project, made[markOf(index)], idOf(index));
      else pointCurrent(project, listRuns(project).at(-3) ?? idOf(0));
      removeOldRuns(project, keptRuns);
    },
    swaps
  );
  console.log(
    `${swaps} bascules en ${seconds.toFixed(1)} s : ${disk.disk} regards sur le disque (${disk.changes} changements vus), ${http.http} réponses du site, ${disk.faults.length + http.faults.length} état absent ou mêlé`
  );
  expect(disk.faults).toEqual([]);
  expect(http.faults).toEqual([]);
  expect(disk.disk).toBeGreaterThan(500);
  expect(disk.changes).toBeGreaterThan(100);
  expect(http.http).toBeGreaterThan(500);
});

test("the same readers do see files replaced one after the other", {timeout: 60_000}, async () => {
  const {disk} = await readDuring(
    "negligent",
    (project, made, index) => publishCarelessly(project, made[markOf(index)]),
    100
  );
  expect(disk.faults.length).toBeGreaterThan(0);
});

function startReader(...words: string[]): ChildProcess {
  return fork(child, words, {execArgv: ["--import", "tsx"]});
}

async function stopReader(reader: ChildProcess): Promise<Looks> {
  reader.send("fin");
  const [looks] = (await once(reader, "message")) as [Looks];
  return looks;
}
