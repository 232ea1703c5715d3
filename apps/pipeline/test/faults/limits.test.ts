import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, statfsSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type DataError, errorCodes} from "@observatoire/catalog";
import {afterAll, beforeAll, expect, test} from "vitest";
import {main} from "../../src/main.ts";
import {listLeftovers} from "../kills/list-leftovers.ts";
import {planVersionsIn} from "../kills/versioned-plan.ts";
import {saysFailing} from "./fault-case.ts";
import {recordVerdict} from "./fault-table.ts";
import {createFaultWorld, type FaultWorld} from "./fault-world.ts";
import {addresses, sourceIds, urssafWith} from "./producers.ts";
import {runChild} from "./run-child.ts";

/** A disk of its own, small enough to be filled; asks to be root, as in a container. */
const disk = mkdtempSync(join(tmpdir(), "observatoire-disque-"));
const mount = (...words: string[]) => execFileSync("mount", words, {stdio: "pipe"});
const canMount = (() => {
  try {
    mount("-t", "tmpfs", "-o", "size=900m", "tmpfs", disk);
    return true;
  } catch {
    return false;
  }
})();

let world: FaultWorld;
let edition = 200;

beforeAll(async () => {
  world = await createFaultWorld({folder: disk, plan: true});
  expect((await world.refresh()).exit).toBe(0);
}, 180_000);
afterAll(async () => {
  await world.close();
  if (canMount) execFileSync("umount", [disk]);
  rmSync(disk, {recursive: true, force: true});
}, 60_000);

/** A new edition, so that there is something to load and to publish. */
function publishEdition(): void {
  edition += 1;
  world.server.publish(
    addresses.urssaf,
    urssafWith((cells, index) => (index === 0 ? [...cells.slice(0, -1), String(edition)] : cells))
  );
  world.writePlan(edition);
}

/** What readers see, from the base to the two sites: a fault of this machine leaves it all as it was. */
const seen = async () => ({
  base: await world.base(),
  run: world.current(),
  pages: [world.page("emploi.html"), world.page("emploi.html", "site-comite")],
  plan: [planIn("site"), planIn("site-comite")]
});
const planIn = (site: "site" | "site-comite") =>
  planVersionsIn(world.page("programme/index.html", site), "public");

/** The next healthy run, without anybody: what came is published in both sites, and nothing is left of the work cut short. */
async function heal(why: string): Promise<void> {
  world.passDays(0.25);
  const healed = await world.refresh();
  expect(healed.exit, `${why} : ${healed.error?.phrase}`).toBe(0);
  expect(healed.json, why).toMatchObject({changed: "donnees"});
  expect((await world.base()).jobs, why).toBe(edition);
  expect([planIn("site"), planIn("site-comite")], why).toEqual([[edition], [edition]]);
  expect(saysFailing(world, "emploi.html"), why).toBe(false);
  expect(listLeftovers(world.data), why).toEqual([]);
}

const ballast = () => join(disk, "lest");
/** Fills the disk up to some bytes. */
function fillBut(bytes: number): void {
  const {bavail, bsize} = statfsSync(disk);
  writeFileSync(ballast(), Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
}

/** A refresh told as to a person, whose disk fills up when a step begins. */
async function refreshFilledAt(step: string, left: number): Promise<{exit: number; said: string}> {
  let said = "";
  let isFilled = false;
  const exit = await main(["refresh", ...sourceIds], {
    data: world.data,
    now: world.now,
    network: {mirror: world.server.url},
    stdout: {
      write: (text) => {
        said += text;
      }
    },
    stderr: {
      isTTY: true,
      columns: 300,
      write: (text) => {
        said += text;
        if (isFilled || !text.includes(step)) return;
        isFilled = true;
        fillBut(left);
      }
    }
  });
  expect(isFilled, `« ${step} » n'a pas eu lieu : ${said.slice(-600)}`).toBe(true);
  return {exit, said};
}

const sentenceOf = (said: string) => /^.*attendu .*$/m.exec(said)?.[0]?.trim() ?? "";

// Mounting a tmpfs asks to be root: elsewhere the test is shown as skipped, and the line written stays that of the last trial.
test.skipIf(!canMount)(
  "F33 : a disk that fills up, at each step; a read-only one",
  {timeout: 600_000},
  async () => {
    let sentence = "";
    for (const [step, left] of [
      ["collecte : Établissements employeurs", 8192],
      ["chargement des sources", 0],
      ["fichiers publiés", 0],
      ["composition des pages", 0],
      ["empreintes du passage", 0]
    ] as const) {
      world.passDays(0.25);
      publishEdition();
      const before = await seen();
      const {exit, said} = await refreshFilledAt(step, left);
      sentence = sentenceOf(said);
      expect(exit, `${step} : ${said.slice(-900)}`).toBe(errorCodes.ENOSPC);
      expect(said, step).not.toMatch(/Défaut du programme/);
      rmSync(ballast(), {force: true});
      expect(await seen(), step).toEqual(before);
      await heal(step);
    }

    const before = await seen();
    mount("-o", "remount,ro", disk);
    const refused = await world.refresh();
    expect(refused.error?.code, refused.error?.phrase).toBe("ENOSPC");
    expect(refused.error?.phrase).toMatch(/lecture seule/);
    expect(await seen()).toEqual(before);
    mount("-o", "remount,rw", disk);
    publishEdition();
    await heal("lecture seule");

    recordVerdict({
      id: "F33",
      fault:
        "disque plein au téléchargement, au chargement, aux fichiers publiés, aux pages, au scellé ; disque en lecture seule",
      naive: "fichiers coupés sous leur nom définitif",
      observed: sentence,
      code: "ENOSPC",
      exit: String(errorCodes.ENOSPC),
      invariants: ["inchangée", "oui", "oui", "inchangé"]
    });
  }
);

test("F34 : too little memory", {timeout: 240_000}, async () => {
  world.passDays(0.25);
  publishEdition();
  const before = await seen();
  const {exit, stdout, stderr} = await runChild(
    world,
    {words: ["refresh", ...sourceIds, "--json"]},
    {env: {OBSERVATOIRE_MEMOIRE: "12MB"}}
  );
  expect(exit, stdout + stderr).toBe(errorCodes.OOM);
  const last = stdout.trim().split("\n").at(-1) ?? "";
  const {erreur} = JSON.parse(last) as {erreur: {code: DataError["code"]; phrase: string}};
  expect(erreur.code).toBe("OOM");
  expect(await seen()).toEqual(before);
  await heal("mémoire");
  recordVerdict({
    id: "F34",
    fault: "mémoire trop petite",
    naive: "arrêt, table à moitié faite",
    observed: erreur.phrase.replace(/^\S+ : /, "warehouse.duckdb : "),
    code: "OOM",
    exit: String(errorCodes.OOM),
    invariants: ["inchangée", "oui", "oui", "inchangé"]
  });
});
