import {createHash} from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {ErrorCode, Manifest} from "@observatoire/catalog";
import {openWarehouse} from "@observatoire/warehouse";
import type {NetworkOptions} from "../../src/collect-sources.ts";
import {main} from "../../src/main.ts";
import {planFiles} from "../kills/versioned-plan.ts";
import {type MisbehavingServer, startServer} from "./misbehaving-server.ts";
import {publishAll, sourceIds} from "./producers.ts";

export const root = fileURLToPath(new URL("../../../..", import.meta.url));
const day = 86_400_000;

export interface Ran {
  exit: number;
  /** What `--json` printed, and the error it ended with. */
  json: unknown;
  error: {code: ErrorCode; exit: number; phrase: string} | null;
  /** Waits between two tries, in milliseconds, as they were asked for. */
  waits: number[];
  seconds: number;
}

export interface FaultWorld {
  data: string;
  server: MisbehavingServer;
  now: () => Date;
  passDays: (days: number) => void;
  /** Runs the command in this process, at the time of this world, through the mirror. */
  run: (words: readonly string[], network?: NetworkOptions) => Promise<Ran>;
  refresh: (network?: NetworkOptions, ...options: readonly string[]) => Promise<Ran>;
  manifest: () => Manifest;
  page: (name: string, site?: "site" | "site-comite") => string;
  /** Writes this version of the plan, of a world that has one. */
  writePlan: (version: number) => void;
  /** Hash of the published warehouse, what it counts, and the jobs of the first row of URSSAF's file. */
  base: () => Promise<{sha256: string; counts: unknown; jobs: number | undefined}>;
  /** Rows of a query on the published warehouse. */
  ask: <Row>(sql: string) => Promise<Row[]>;
  current: () => string;
  close: () => Promise<void>;
}

/** Patience cut short: the waits themselves are noted, not lived. */
const limits = {
  retries: 5,
  backoffMs: 1000,
  maxWaitMs: 120_000,
  stallMs: 400,
  stallBytes: 1024,
  totalMs: 600_000
};

export interface FaultWorldOptions {
  /** Where its data are; default: a folder of its own. */
  folder?: string;
  /** With a plan of actions, hence a site for the committee. */
  plan?: true;
}

/** A data folder of its own with the home territory, and producers that a test may break; a first refresh went well. */
export async function createFaultWorld({folder, plan}: FaultWorldOptions = {}): Promise<FaultWorld> {
  const data = folder ?? mkdtempSync(join(tmpdir(), "observatoire-fautes-"));
  writeFileSync(join(data, "territoire.yaml"), readFileSync(join(root, "data/territoire.yaml")));
  const writePlan = (version: number) => {
    for (const [name, text] of planFiles(version)) writeFileSync(join(data, "plan", name), text);
  };
  if (plan) {
    appendFileSync(join(data, "territoire.yaml"), "\nprogramme: plan\n");
    mkdirSync(join(data, "plan"));
    writePlan(0);
  }
  const server = await startServer();
  publishAll(server);
  let time = Date.parse("2026-11-02T05:15:00Z");
  const current = () => join(data, readlinkSync(join(data, "current")));
  const world: FaultWorld = {
    data,
    server,
    now: () => new Date(time),
    passDays: (days) => {
      time += days * day;
    },
    async run(words, network = {}) {
      const waits: number[] = [];
      const out: string[] = [];
      const started = performance.now();
      const exit = await main([...words, "--json"], {
        data,
        now: () => new Date(time),
        network: {
          mirror: server.url,
          random: () => 0.5,
          sleep: async (ms) => waits.push(ms),
          ...network,
          limits: {...limits, ...network.limits}
        },
        stdout: {write: (text) => out.push(text)},
        stderr: {write: (text) => out.push(text)}
      });
      return {exit, ...readJson(out), waits, seconds: (performance.now() - started) / 1000};
    },
    refresh: (network, ...options) => world.run(["refresh", ...sourceIds, ...options], network),
    manifest: () => JSON.parse(readFileSync(join(current(), "manifest.json"), "utf8")) as Manifest,
    page: (name, site = "site") => readFileSync(join(current(), site, name), "utf8"),
    writePlan,
    async ask<Row>(sql: string) {
      const warehouse = await openWarehouse(join(current(), "warehouse.duckdb"), {readOnly: true});
      try {
        return await warehouse.all<Row & Record<string, unknown>>(sql);
      } finally {
        warehouse.close();
      }
    },
    async base() {
      const sha256 = createHash("sha256")
        .update(readFileSync(join(current(), "warehouse.duckdb")))
        .digest("hex");
      const counts = await world.ask(
        "select indicateur, count(*) as n, round(sum(valeur), 3) as somme from mart.indicateur group by all order by all"
      );
      const [row] = await world.ask<{n: number}>(
        "select effectif_2025 as n from staging.urssaf__commune_ape where code_commune = '77284' and code_ape = '2511Z'"
      );
      return {sha256, counts, jobs: row?.n};
    },
    current,
    async close() {
      await server.close();
      if (folder === undefined) rmSync(data, {recursive: true, force: true});
    }
  };
  return world;
}

/** The value printed by `--json`, then the error when there is one. */
function readJson(out: readonly string[]): Pick<Ran, "json" | "error"> {
  const values = out.map((text) => JSON.parse(text) as {erreur?: Ran["error"]});
  const last = values.at(-1);
  return {
    json: values.find((value) => value?.erreur === undefined) ?? null,
    error: last?.erreur ?? null
  };
}
