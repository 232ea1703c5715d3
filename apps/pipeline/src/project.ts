import {execFileSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";

/** Where things are. Every path of the pipeline comes from here. */
export interface Project {
  root: string;
  data: string;
  territoire: string;
  reference: string;
  simulated: string;
  /** Fictional action plan, for the demo. */
  programmeExemple: string;
  /** Frozen committee sessions. */
  editions: string;
  runs: string;
  /** The run being made; complete or absent once renamed. */
  staging: string;
  /** Symbolic link to the run that readers see. */
  current: string;
  /** Framework's shells: a build of code, without data. */
  shells: string;
  site: string;
}

/** The project that holds this file; `OBSERVATOIRE_DATA` moves the data elsewhere (tests, several territories). */
export function openProject(data = process.env.OBSERVATOIRE_DATA): Project {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
  const dataDirectory = resolve(data ?? join(root, "data"));
  const site = join(root, "apps/site");
  return {
    root,
    data: dataDirectory,
    territoire: join(dataDirectory, "territoire.yaml"),
    reference: join(root, "data/reference"),
    programmeExemple: join(root, "data/programme.exemple"),
    editions: join(dataDirectory, "editions"),
    simulated: join(dataDirectory, "simulated"),
    runs: join(dataDirectory, "runs"),
    staging: join(dataDirectory, "runs/.en-cours"),
    current: join(dataDirectory, "current"),
    shells: join(site, "dist"),
    site
  };
}

/** Commit of the code, with "+" when the tree has changes; "inconnu" outside a git checkout. */
export function readCommit(root: string): string {
  try {
    const git = (...args: string[]) =>
      execFileSync("git", args, {cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"]}).trim();
    return (
      git("rev-parse", "--short=12", "HEAD") +
      (git("status", "--porcelain", "--untracked-files=no") ? "+" : "")
    );
  } catch {
    return "inconnu";
  }
}

/** Reads JSON written by this project, or null when absent. */
export function readJson<T>(path: string): T | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : null;
}
