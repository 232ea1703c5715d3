import {spawnSync} from "node:child_process";
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {openWarehouse} from "@observatoire/warehouse";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openProject} from "../../src/project.ts";
import {currentRun} from "../../src/run-folder.ts";
import {serveSite} from "../../src/serve.ts";
import {silent} from "./behaviours.ts";
import {recordVerdict} from "./fault-table.ts";
import {createFaultWorld, type FaultWorld, root} from "./fault-world.ts";
import {addresses, sourceIds, urssafWith} from "./producers.ts";
import {runChild} from "./run-child.ts";

let world: FaultWorld;
let edition = 300;

beforeAll(async () => {
  world = await createFaultWorld();
  expect((await world.refresh()).exit).toBe(0);
}, 180_000);
afterAll(() => world.close(), 180_000);

function publishEdition(): void {
  edition += 1;
  world.server.publish(
    addresses.urssaf,
    urssafWith((cells, index) => (index === 0 ? [...cells.slice(0, -1), String(edition)] : cells))
  );
}

const jobs = `select max(effectif_2025) as n from staging.urssaf__commune_ape`;

/** A namespace without any interface, not even loopback, where the system allows one. */
const withoutNetwork = ["unshare", "-n"];
const canCutNetwork = spawnSync("unshare", ["-n", "true"]).status === 0;

test("F35 : two refreshes at once; readers during the publication", {timeout: 240_000}, async () => {
  // A refresh in another process, held by a producer that does not answer yet.
  world.server.misbehave(addresses.urssaf, silent);
  let stop = (): void => undefined;
  const holding = runChild(
    world,
    {words: ["refresh", ...sourceIds]},
    {
      onStart: (child) => {
        stop = () => child.kill("SIGKILL");
      }
    }
  );
  await expect
    .poll(
      () => world.server.served.some(({address, status}) => address === addresses.urssaf && status === 0),
      {timeout: 60_000}
    )
    .toBe(true);
  const second = await world.refresh();
  expect(second.error?.code).toBe("LOCKED");
  expect(second.exit).toBe(9);
  expect(second.seconds).toBeLessThan(5);
  stop();
  await holding;
  world.server.heal();

  // A reader keeps its base open over a publication, and a server lives on.
  const project = openProject(world.data);
  const path = join(world.current(), "warehouse.duckdb");
  const reader = await openWarehouse(path, {readOnly: true});
  const {server, url} = await serveSite(() => {
    const run = currentRun(project);
    return run && join(run, "site");
  }, 0);
  const before = await reader.all(jobs);
  const run = world.current();
  world.passDays(0.25);
  publishEdition();
  let answered = 0;
  let isDone = false;
  const refreshing = world.refresh().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    expect(await reader.all(jobs)).toEqual(before);
    expect(await (await fetch(`${url}emploi.html`)).text()).toContain("</html>");
    answered += 1;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  const ran = await refreshing;
  expect(ran.exit, ran.error?.phrase).toBe(0);
  expect(answered).toBeGreaterThan(3);
  expect(await reader.all(jobs)).toEqual(before);
  reader.close();
  expect(world.current()).not.toBe(run);
  const again = await openWarehouse(join(world.current(), "warehouse.duckdb"), {readOnly: true});
  expect(await again.all(jobs)).toEqual([{n: edition}]);
  again.close();
  const page = await (await fetch(`${url}emploi.html`)).text();
  server.close();
  expect(page).toContain(world.manifest().run);
  recordVerdict({
    id: "F35",
    fault: "deux actualisations à la fois ; lecteurs pendant la publication ; processus qui dure",
    naive: "base verrouillée, ou ancienne version lue sans fin",
    observed:
      "la seconde s'arrête aussitôt ; les lecteurs gardent leur version, les suivants lisent la nouvelle",
    code: "LOCKED",
    exit: "9",
    invariants: ["inchangée", "oui", "oui", "inchangé, puis nouveau"]
  });
});

test("F36 : clocks, missed runs, yesterday's cache, no network", {timeout: 300_000}, async ({skip}) => {
  const nothing = async (why: string, days: number) => {
    world.passDays(days);
    const [before, run] = [await world.base(), world.current()];
    const ran = await world.refresh();
    expect(ran.exit, `${why} : ${ran.error?.phrase}`).toBe(0);
    expect(ran.json, why).toMatchObject({changed: null});
    expect(world.current(), why).toBe(run);
    expect(await world.base(), why).toEqual(before);
  };
  await nothing("twice a day", 0.5);
  await nothing("a clock before the last run", -40);
  await nothing("back to its time", 40);

  // The hour that comes twice: 02:30 in Paris, once before the change, once after it.
  const run = world.current();
  for (const now of ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]) {
    const {exit, stdout, stderr} = await runChild(
      {...world, now: () => new Date(now)},
      {words: ["refresh", ...sourceIds]},
      {env: {TZ: "Europe/Paris"}}
    );
    expect(exit, stderr).toBe(0);
    expect(stdout).toMatch(/Rien de nouveau/);
    expect(world.current()).toBe(run);
  }

  // Three months without a run: the pages of then say by themselves until when they were good.
  const {nextBefore, endedAt} = world.manifest();
  world.passDays(95);
  expect(Date.parse(nextBefore)).toBeLessThan(world.now().getTime());
  expect(world.page("index.html")).toContain(`datetime="${nextBefore}"`);
  const late = await world.refresh();
  expect(late.exit, late.error?.phrase).toBe(0);
  expect(Date.parse(world.manifest().nextBefore)).toBeGreaterThan(world.now().getTime());
  expect(world.manifest().endedAt).not.toBe(endedAt);

  // The shells hold no data, so that no cache of theirs can be of yesterday.
  const loaders = readdirSync(join(root, "apps/site/src"), {recursive: true, encoding: "utf8"}).filter(
    (name) => /\.(csv|json|parquet|txt|html|md)\.(js|ts|py|sh|sql)$/.test(name)
  );
  expect(loaders).toEqual([]);

  // A new run built with the network cut off altogether; where that cannot be had, nothing is written of it.
  skip(!canCutNetwork, "réseau coupé : « unshare -n » demande d'être root");
  world.passDays(0.25);
  publishEdition();
  expect((await world.run(["collect", ...sourceIds])).exit).toBe(0);
  for (const words of [["build"], ["check"], ["publish"]]) {
    const {exit, stderr} = await runChild(world, {words}, {through: withoutNetwork});
    expect(exit, `${words[0]} : ${stderr}`).toBe(0);
  }
  expect(world.page("emploi.html")).toContain(world.manifest().run);
  const base = await openWarehouse(join(world.current(), "warehouse.duckdb"), {readOnly: true});
  expect(await base.all(jobs)).toEqual([{n: edition}]);
  base.close();
  await nothing("after it", 0.25);
  recordVerdict({
    id: "F36",
    fault:
      "horloge en arrière, heure doublée, trois mois sans passage, deux passages par jour, cache de la veille, réseau coupé à la construction",
    naive: "vieilles données sous une date neuve",
    observed:
      "rien de nouveau : le passage publié reste ; les dates viennent du manifeste ; les pages disent leur échéance",
    code: "–",
    exit: "0",
    invariants: ["inchangée", "oui", "oui", "inchangé ; l'échéance y est écrite"]
  });
});
