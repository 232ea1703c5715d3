import {type ChildProcess, spawn} from "node:child_process";
import {fileURLToPath} from "node:url";
import type {ChildOrder} from "./child.ts";
import {type FaultWorld, root} from "./fault-world.ts";

export interface ChildEnd {
  exit: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  seconds: number;
}

const script = fileURLToPath(new URL("./child.ts", import.meta.url));

export interface ChildOptions {
  env?: Record<string, string>;
  /** Command in front of Node: `unshare -n`, a limit. */
  through?: readonly string[];
  onStart?: (child: ChildProcess) => void;
}

/** Runs the command in a process of its own, on the data and at the time of this world. */
export function runChild(
  world: FaultWorld,
  order: Omit<ChildOrder, "data" | "mirror" | "now">,
  {env = {}, through = [], onStart}: ChildOptions = {}
): Promise<ChildEnd> {
  const full: ChildOrder = {
    ...order,
    data: world.data,
    mirror: world.server.url,
    now: world.now().toISOString()
  };
  const [command = "", ...words] = [...through, process.execPath, "--import", "tsx", script];
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(command, [...words, JSON.stringify(full)], {
      cwd: root,
      env: {...process.env, ...env},
      stdio: ["ignore", "pipe", "pipe"]
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("close", (exit, signal) =>
      done({exit, signal, stdout, stderr, seconds: (performance.now() - started) / 1000})
    );
    onStart?.(child);
  });
}
