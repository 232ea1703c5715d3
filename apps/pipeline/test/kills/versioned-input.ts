import {createHash} from "node:crypto";
import {csv, urssafHeader, urssafRows} from "../small-world.ts";

/** Jobs of Meaux in the last year: what a reader sees of a version. By tens, for sentences round them so. */
export const jobsOf = (version: number): number => 1000 + 10 * version;

export const versionOf = (jobs: number): number => (jobs - 1000) / 10;

/** URSSAF's file of a version: all the same but the jobs of Meaux, whose two other sectors keep 22 each. */
export function urssafFile(version: number): string {
  const [first, ...rest] = urssafRows();
  if (!first) throw new Error("le petit monde n'a pas de ligne");
  return csv(urssafHeader(), [[...first.slice(0, -1), String(jobsOf(version) - 44)], ...rest]);
}

export const hashOf = (content: string | Buffer): string =>
  createHash("sha256").update(content).digest("hex");
