import {createHash} from "node:crypto";
import {mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {ErrorCode, Manifest} from "@observatoire/catalog";
import {openWarehouse} from "@observatoire/warehouse";
import type {NetworkOptions} from "../../src/collect-sources.ts";
import {main} from "../../src/main.ts";
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
  page: (name: string) => string;
  /** Hash of the published warehouse and what it counts. */
  base: () => Promise<{sha256: string; counts: unknown}>;
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

/** A data folder of its own with the home territory, and producers that a test may break; a first refresh went well. */
export async function createFaultWorld(folder?: string): Promise<FaultWorld> {
  const data = folder ?? mkdtempSync(join(tmpdir(), "observatoire-fautes-"));
  writeFileSync(join(data, "territoire.yaml"), readFileSync(join(root, "data/territoire.yaml")));
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
    page: (name) => readFileSync(join(current(), "site", name), "utf8"),
    async base() {
      const path = join(current(), "warehouse.duckdb");
      const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
      const warehouse = await openWarehouse(path, {readOnly: true});
      try {
        const counts = await warehouse.all(
          "select indicateur, count(*) as n, round(sum(valeur), 3) as somme from mart.indicateur group by all order by all"
        );
        return {sha256, counts};
      } finally {
        warehouse.close();
      }
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
