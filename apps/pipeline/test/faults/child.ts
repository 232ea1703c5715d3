import fs from "node:fs";
import {createRequire, syncBuiltinESMExports} from "node:module";
import type {NetworkOptions} from "../../src/collect-sources.ts";
import {main} from "../../src/main.ts";

/** Where a process is killed, by itself, with SIGKILL: nothing of it runs after. */
export type StopAt =
  | {step: string; times?: number}
  | {call: "renameSync" | "symlinkSync"; of: string; when: "before" | "after"}
  | {sql: string};

export interface ChildOrder {
  words: string[];
  data: string;
  mirror: string;
  now: string;
  limits?: NetworkOptions["limits"];
  stopAt?: StopAt;
}

const order = JSON.parse(process.argv[2] ?? "{}") as ChildOrder;
const {words, data, mirror, now, limits, stopAt} = order;
const die = () => process.kill(process.pid, "SIGKILL");

if (stopAt && "call" in stopAt) {
  const {call, of, when} = stopAt;
  const real = fs[call] as (...paths: unknown[]) => void;
  fs[call] = ((...paths: unknown[]) => {
    const isIt = paths.some((path) => String(path).endsWith(of));
    if (isIt && when === "before") die();
    real(...paths);
    if (isIt) die();
  }) as never;
  syncBuiltinESMExports();
}

if (stopAt && "sql" in stopAt) {
  const warehouse = createRequire(new URL("../../../../packages/warehouse/package.json", import.meta.url));
  const {DuckDBConnection} = warehouse("@duckdb/node-api") as {
    DuckDBConnection: {prototype: {runAndReadAll: (sql: string, ...rest: unknown[]) => unknown}};
  };
  const {runAndReadAll} = DuckDBConnection.prototype;
  DuckDBConnection.prototype.runAndReadAll = function (sql, ...rest) {
    const running = runAndReadAll.call(this, sql, ...rest);
    if (sql === stopAt.sql) setImmediate(die);
    return running;
  };
}

let met = 0;
process.exitCode = await main(words, {
  data,
  now: () => new Date(now),
  network: {mirror, ...(limits ? {limits} : {})},
  stderr: {
    isTTY: true,
    columns: 400,
    write: (text) => {
      if (stopAt && "step" in stopAt && text.includes(stopAt.step) && ++met === (stopAt.times ?? 1)) die();
      return process.stderr.write(text);
    }
  }
});
