import {execFileSync, spawnSync} from "node:child_process";
import {chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {root} from "./observatoire-commands.ts";
import {deploy} from "./web-server.ts";

/** What no build copies, by name anywhere. */
const ignoredNames = readFileSync(join(deploy, "conteneur/Containerfile.dockerignore"), "utf8")
  .split("\n")
  .flatMap((line) => /^\*\*\/(.+)$/.exec(line)?.[1] ?? []);

/** The first stage of the container file without the container: its COPY list and its RUN lines, in a folder of their own. */
export function replayContainer(): string {
  const folder = mkdtempSync(join(tmpdir(), "observatoire-installe-"));
  chmodSync(folder, 0o755);
  const text = readFileSync(join(deploy, "conteneur/Containerfile"), "utf8");
  for (const line of text.split("\n")) {
    const [name, ...words] = line.trim().split(/\s+/);
    if (name === "COPY" && !words[0]?.startsWith("--from=")) {
      const [target = "", ...paths] = words.reverse();
      for (const path of paths) copyPath(path, join(folder, target === "./" ? path : target));
    }
    if (name === "RUN") {
      const {status, stderr} = spawnSync("sh", ["-c", words.join(" ")], {
        cwd: folder,
        encoding: "utf8",
        // What `npm ci` of the project downloaded is enough.
        env: {...process.env, NODE_ENV: "production", npm_config_prefer_offline: "true"}
      });
      if (status !== 0) throw new Error(`« ${words.join(" ")} » s'arrête : ${stderr.slice(-2000)}`);
    }
  }
  return folder;
}

function copyPath(path: string, target: string): void {
  mkdirSync(dirname(target), {recursive: true});
  cpSync(join(root, path), target, {
    recursive: true,
    filter: (from) => !ignoredNames.includes(from.split("/").at(-1) ?? "")
  });
}

export interface Account {
  uid: number;
  groups: readonly number[];
}

/** Accounts of an installation, as numbers: none has to exist on the machine that tests. */
export const observatoire: Account = {uid: 10_001, groups: [10_001, 10_002]};
export const employee: Account = {uid: 10_003, groups: [10_003, 10_002]};
export const webServer: Account = {uid: 10_004, groups: [10_004, 10_001]};
export const stranger: Account = {uid: 10_005, groups: [10_005]};

/** Runs a line of shell as an account without any right of root. */
export function runAs({uid, groups}: Account, line: string, env: NodeJS.ProcessEnv = {}) {
  const {status, stdout, stderr} = spawnSync(
    "setpriv",
    [
      `--reuid=${uid}`,
      `--regid=${groups[0]}`,
      `--groups=${groups.join(",")}`,
      ...["--bounding-set=-all", "--inh-caps=-all", "--no-new-privs", "sh", "-c", line]
    ],
    {
      cwd: "/",
      encoding: "utf8",
      // `sudo` gives neither the settings nor the folder of who types.
      env: {PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, HOME: "/nonexistent", LANG: "C.UTF-8", ...env}
    }
  );
  return {status, stdout, said: `${stdout}${stderr}`};
}

/** Why these trials cannot be made here, or null. */
export function whyNotInstalled(): string | null {
  if (process.getuid?.() !== 0) return "seul root peut prendre d'autres comptes";
  if (spawnSync("setpriv", ["--version"]).status !== 0) return "setpriv n'est pas installé";
  if (spawnSync("setfacl", ["--version"]).status !== 0) return "setfacl (paquet acl) n'est pas installé";
  try {
    // Accounts without rights must reach Node and the temporary folder.
    execFileSync("setpriv", ["--reuid=10005", "--clear-groups", process.execPath, "-e", "0"], {
      stdio: "ignore"
    });
    return null;
  } catch {
    return "Node n'est pas lisible par un compte sans droits";
  }
}
