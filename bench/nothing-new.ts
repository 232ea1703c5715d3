import {execFile} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {formatNumber} from "@observatoire/catalog";
import {openProject} from "../apps/pipeline/src/project.ts";
import {currentRun, listRuns} from "../apps/pipeline/src/run-folder.ts";
import {verifyRun} from "../apps/pipeline/src/seal-run.ts";
import {startServer} from "../apps/pipeline/test/faults/misbehaving-server.ts";
import {addresses, publishAll, sourceIds} from "../apps/pipeline/test/faults/producers.ts";
import {hashOf, urssafFile} from "../apps/pipeline/test/kills/versioned-input.ts";
import {planFiles} from "../apps/pipeline/test/kills/versioned-plan.ts";
import {createSmallWorld, type SmallWorld} from "../apps/pipeline/test/small-world.ts";
import type {Section} from "./document.ts";

const bin = fileURLToPath(new URL("../bin/observatoire.js", import.meta.url));
const goals = {refresh: 3, rollback: 10};

/** The real command against real servers when nothing is new, and a return to the former run: what they cost, and that they change nothing. */
export async function measureNothingNew(): Promise<Section> {
  const world = createSmallWorld();
  declarePlan(world);
  const server = await startServer();
  publishAll(server);
  const run = (...words: string[]) => runCommand(world, server.url, words);
  try {
    await run("refresh", ...sourceIds);
    server.publish(addresses.urssaf, urssafFile(1), {"content-type": "text/csv"});
    await run("refresh", ...sourceIds);
    const before = photograph(world);
    server.served.length = 0;
    const seconds = [await run("refresh", ...sourceIds), await run("refresh", ...sourceIds)];
    const after = photograph(world);
    if (after !== before) throw new Error("deux passages sans rien de neuf ont changé ce qui est en ligne");
    const asked = server.served.filter(({address}) => address !== addresses.frichesCatalogue);
    const bodies = asked.filter(({sent}) => sent > 0);
    const unchanged = asked.filter(({status}) => status === 304);
    if (unchanged.length < 6 || bodies.length > 0) {
      throw new Error(
        `${bodies.length} corps reçus sur ${asked.length} demandes : ${bodies.map(({address}) => address).join(", ")}`
      );
    }
    const back = await run("rollback");
    const damaged = verifyRun(currentRun(openProject(world.data)) ?? "");
    if (damaged.length > 0) throw new Error(`retour en arrière : ${damaged.join(", ")}`);
    const slow = Math.max(...seconds) > goals.refresh || back > goals.rollback;
    if (slow)
      throw new Error(`trop lent : ${[...seconds, back].map((one) => one.toFixed(2)).join(" s, ")} s`);
    const show = (value: number) => formatNumber(value, {decimals: 2});
    return {
      title: "Nothing new, and rollback",
      body: `Start of Node included. Of ${formatNumber(asked.length)} requests of the two refreshes ${formatNumber(unchanged.length)} were answered 304, the others 404 (years that
the producer does not have): no body was received, no folder was made, every hash of the published run stayed the same. After the rollback each file follows the hash sealed at its publication.

| mesure | secondes | |
|---|---:|---|
| \`refresh\`, rien de nouveau (${sourceIds.length} sources), première fois | ${show(seconds[0] ?? 0)} | but : moins de ${goals.refresh} s |
| le même, deuxième fois | ${show(seconds[1] ?? 0)} | but : moins de ${goals.refresh} s |
| \`rollback\` | ${show(back)} | but : moins de ${goals.rollback} s |`
    };
  } finally {
    await server.close();
    world.remove();
  }
}

/** A plan of two actions: two sites, and a base of the plan. */
function declarePlan({data}: SmallWorld): void {
  const declaration = join(data, "territoire.yaml");
  writeFileSync(declaration, `${readFileSync(declaration, "utf8")}\nprogramme: plan\n`);
  mkdirSync(join(data, "plan"));
  for (const [name, text] of planFiles(0)) writeFileSync(join(data, "plan", name), text);
}

/** Runs the command with its producers behind the mirror; seconds. Any exit but 0 is refused. */
async function runCommand({data}: SmallWorld, mirror: string, words: readonly string[]): Promise<number> {
  const started = performance.now();
  await promisify(execFile)(process.execPath, [bin, ...words], {
    env: {...process.env, OBSERVATOIRE_DATA: data, OBSERVATOIRE_MIROIR: mirror},
    maxBuffer: 2 ** 26
  });
  return (performance.now() - started) / 1000;
}

/** The runs, the one in service and all its hashes, verified. */
function photograph({data}: SmallWorld): string {
  const project = openProject(data);
  const current = currentRun(project);
  if (current === null) throw new Error("aucun passage publié");
  const damaged = verifyRun(current);
  if (damaged.length > 0) throw new Error(`passage endommagé : ${damaged.join(", ")}`);
  return [current, ...listRuns(project), hashOf(readFileSync(join(current, "empreintes.json")))].join("\n");
}
