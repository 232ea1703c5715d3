import {existsSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {openWarehouse} from "@observatoire/warehouse";
import {afterAll, beforeAll, expect, test} from "vitest";
import {planVersionsIn} from "../kills/versioned-plan.ts";
import type {StopAt} from "./child.ts";
import {saysFailing} from "./fault-case.ts";
import {recordVerdict} from "./fault-table.ts";
import {createFaultWorld, type FaultWorld} from "./fault-world.ts";
import {addresses, sourceIds, urssafWith} from "./producers.ts";
import {runChild} from "./run-child.ts";

let world: FaultWorld;
let edition = 100;

beforeAll(async () => {
  world = await createFaultWorld({plan: true});
  expect((await world.refresh()).exit).toBe(0);
}, 180_000);
afterAll(() => world.close(), 180_000);

/** What the two sites say of the plan, in their pages and in their files. */
const planOf = () => {
  const read = (site: "site" | "site-comite", path: string, visibilite: "public" | "comite") =>
    planVersionsIn(world.page(path, site), visibilite);
  return {
    public: ["programme/index.html", "telecharger/programme/actions.csv"].map((path) =>
      read("site", path, "public")
    ),
    comite: ["programme/action-a-halle.html", "telecharger/programme/actions.csv"].map((path) =>
      read("site-comite", path, "comite")
    ),
    // What is reserved is nowhere in everybody's site.
    fuite: read("site", "programme/index.html", "comite")
  };
};
const planAt = (version: number) => ({
  public: [[version], [version]],
  comite: [[version], [version]],
  fuite: []
});

/** A new edition of a source and of the plan each time, so that the killed refresh has something to publish. */
function publishEdition(): Buffer {
  edition += 1;
  const content = urssafWith((cells, index) =>
    index === 0 ? [...cells.slice(0, -1), String(edition)] : cells
  );
  world.server.publish(addresses.urssaf, content);
  world.writePlan(edition);
  return content;
}

const jobsOf = async () => {
  const warehouse = await openWarehouse(join(world.current(), "warehouse.duckdb"), {readOnly: true});
  try {
    const [row] = await warehouse.all<{n: number}>(
      "select effectif_2025 as n from staging.urssaf__commune_ape order by 1 desc limit 1"
    );
    return row?.n;
  } finally {
    warehouse.close();
  }
};

const leftovers = () => [
  ...readdirSync(join(world.data, "runs")).filter((name) => name.startsWith(".")),
  ...readdirSync(world.data).filter((name) => /suivant|part$/.test(name)),
  ...readdirSync(join(world.data, "snapshots/urssaf/commune_ape")).filter((name) => name.startsWith(".stage"))
];

const points: [string, StopAt | "telechargement"][] = [
  ["download", "telechargement"],
  ["load", {step: "chargement des sources…"}],
  ["checkpoint", {sql: "checkpoint"}],
  ["site", {step: "composition des pages…"}],
  ["the committee's site", {step: "composition des pages…", times: 2}],
  ["seal", {step: "empreintes du passage…"}],
  ["before the rename", {call: "renameSync", of: "runs/.en-cours", when: "before"}],
  ["between the rename and the link", {call: "symlinkSync", of: "current.suivant", when: "before"}],
  ["the link made, not moved", {call: "symlinkSync", of: "current.suivant", when: "after"}]
];

test("F31 : kill -9 at each step", {timeout: 900_000}, async () => {
  for (const [name, stopAt] of points) {
    world.passDays(0.25);
    const [before, run, plan] = [await world.base(), world.current(), planOf()];
    const content = publishEdition();
    if (stopAt === "telechargement") world.server.misbehave(addresses.urssaf, cutAfterLong(content));
    const {signal, stderr} = await runChild(
      world,
      {words: ["refresh", ...sourceIds], ...(stopAt === "telechargement" ? {} : {stopAt})},
      {onStart: (child) => stopAt === "telechargement" && killWhenAsked(child)}
    );
    expect(signal, `${name} : ${stderr}`).toBe("SIGKILL");
    expect(world.current(), name).toBe(run);
    expect(await world.base(), name).toEqual(before);
    for (const site of ["site", "site-comite"] as const)
      expect(world.page("emploi.html", site), name).toContain("</html>");
    expect(planOf(), name).toEqual(plan);
    expect(existsSync(join(world.data, ".verrou")), name).toBe(true);

    world.server.heal();
    world.passDays(0.25);
    const healed = await world.refresh();
    expect(healed.exit, `${name} : ${healed.error?.phrase}`).toBe(0);
    expect(await jobsOf(), name).toBe(edition);
    expect(planOf(), name).toEqual(planAt(edition));
    expect(leftovers(), name).toEqual([]);
  }
  recordVerdict({
    id: "F31",
    fault:
      "kill -9 : téléchargement, chargement, point de reprise, pages, pages du comité, scellé, renommage, lien",
    naive: "fichiers à moitié écrits",
    observed: "le passage publié reste entier ; le suivant reprend, sans reste",
    code: "signal 9",
    exit: "–",
    invariants: ["inchangée", "oui", "oui", "inchangé"]
  });
});

/** Half of the file, then nothing: the time to be killed. */
const cutAfterLong =
  (content: Buffer): Parameters<FaultWorld["server"]["misbehave"]>[1] =>
  (_, response) => {
    response.writeHead(200, {"content-length": content.length, etag: '"moitie"'});
    response.write(content.subarray(0, 1000));
  };

function killWhenAsked(child: {kill: (signal: NodeJS.Signals) => boolean}): void {
  const since = world.server.served.length;
  const timer = setInterval(() => {
    if (!world.server.served.slice(since).some(({address, sent}) => address === addresses.urssaf && sent > 0))
      return;
    clearInterval(timer);
    setTimeout(() => child.kill("SIGKILL"), 100);
  }, 20);
}

test("F32 : a foreign .wal beside the live base", {timeout: 240_000}, async () => {
  const [before, page] = [await world.base(), world.page("emploi.html")];
  // A real log of another base of the same tables, left by a killed writer.
  const wal = join(world.current(), "warehouse.duckdb.wal");
  writeFileSync(wal, await killedWriterLog());
  world.passDays(0.25);
  const asked = await world.run(["query", "select count(*) as n from mart.indicateur"]);
  expect(asked.error?.code, asked.error?.phrase).toBe("CORRUPT");
  expect(asked.exit).toBe(4);
  expect(asked.error?.phrase).toMatch(/journal/);
  const ran = await world.refresh();
  expect(ran.exit, ran.error?.phrase).toBe(0);
  expect(existsSync(join(world.current(), "warehouse.duckdb.wal"))).toBe(false);
  expect(await world.base()).toEqual(before);
  // I4: the pages are those that were there, and say nothing of it.
  expect(world.page("emploi.html")).toBe(page);
  expect(saysFailing(world, "emploi.html")).toBe(false);
  recordVerdict({
    id: "F32",
    fault: "journal `.wal` d'une autre base à côté de celle en ligne",
    naive: "les lignes de l'autre base apparaissent",
    observed: (asked.error?.phrase ?? "").replace(/^\S+ : /, "warehouse.duckdb : "),
    code: "CORRUPT",
    exit: "4",
    invariants: ["inchangée", "oui", "oui, le journal est écarté", "inchangé"]
  });
});

/** The log that a writer leaves when it is killed before its checkpoint. */
async function killedWriterLog(): Promise<Buffer> {
  const {readFileSync, mkdtempSync, rmSync} = await import("node:fs");
  const {tmpdir} = await import("node:os");
  const {spawnSync} = await import("node:child_process");
  const folder = mkdtempSync(join(tmpdir(), "journal-"));
  const path = join(folder, "autre.duckdb");
  const api = new URL("../../../../packages/warehouse/src/index.ts", import.meta.url).href;
  const script = `import {openWarehouse} from ${JSON.stringify(api)};
    const base = await openWarehouse(${JSON.stringify(path)});
    await base.run("create table intrus as select 999 as n");
    await base.run("insert into intrus values (1000)");
    process.kill(process.pid, "SIGKILL");`;
  spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  const log = readFileSync(`${path}.wal`);
  rmSync(folder, {recursive: true, force: true});
  return log;
}
