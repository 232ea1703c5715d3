import {spawn} from "node:child_process";
import {existsSync, watch} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {hasHappened, type KillPlan, linkOf, markDisk, newRuns} from "./kill-plan.ts";

const bin = fileURLToPath(new URL("../../../../bin/observatoire.js", import.meta.url));

export interface Ending {
  /** Null when the kill came first. */
  exit: number | null;
  ms: number;
  stderr: string;
  /** Steps that the command said it began, in its log. */
  steps: string[];
  /** Where the publication stood, once the folder was renamed. */
  publication: "dossier renommé, lien pas encore déplacé" | "lien déplacé" | null;
}

/**
 * Runs the real command in a process group of its own and kills the whole group with SIGKILL when the plan says so; without a
 * plan it is let to its end.
 */
export function runAndKill(
  {data, env}: {data: string; env: Record<string, string>},
  words: readonly string[],
  {plan, usualMs}: {plan: KillPlan | null; usualMs: number}
): Promise<Ending> {
  const mark = markDisk(data);
  const started = performance.now();
  const child = spawn(process.execPath, [bin, ...words], {
    env: {...process.env, ...env},
    detached: true,
    stdio: ["ignore", "ignore", "pipe"]
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const timers: NodeJS.Timeout[] = [];
  const kill = () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch (error) {
      // It ended by itself a moment ago.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  };
  const watchers: {close: () => void}[] = [];
  if (plan && "at" in plan) timers.push(setTimeout(kill, plan.at * usualMs));
  if (plan && "after" in plan) {
    let done = false;
    const look = () => {
      if (done || !hasHappened(plan.after, data, mark)) return;
      done = true;
      if (plan.delayMs === 0) kill();
      else timers.push(setTimeout(kill, plan.delayMs));
    };
    timers.push(setInterval(look, 1));
    // The kernel tells of the rename and of the link sooner than a look every millisecond would.
    for (const folder of [data, join(data, "runs")]) {
      if (existsSync(folder)) watchers.push(watch(folder, look));
    }
  }
  return new Promise((done) => {
    child.once("close", (exit) => {
      for (const timer of timers) clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      done({
        exit,
        ms: performance.now() - started,
        stderr,
        steps: readSteps(stderr),
        publication:
          linkOf(data) !== mark.current
            ? "lien déplacé"
            : newRuns(data, mark).length > 0
              ? "dossier renommé, lien pas encore déplacé"
              : null
      });
    });
  });
}

/** Names of the steps begun; the last line of a killed command may be cut. */
function readSteps(stderr: string): string[] {
  return stderr.split("\n").flatMap((line) => {
    if (!line.startsWith("{") || !line.endsWith("}")) return [];
    const {evenement, texte} = JSON.parse(line) as {evenement: string; texte: string};
    return evenement === "debut" ? [texte] : [];
  });
}
