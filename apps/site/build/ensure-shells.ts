import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";

const room = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(room, "dist/.empreinte");
const made = ["src", "shell", "build", "client", "observablehq.config.ts", "../../packages/charts/theme.css"];
const notSource = /(^|\/)(\.observablehq|node_modules)(\/|$)|\.test\.ts$/;

/** Hash of all the shells are made of. `buildShells` leaves it in `dist/`, so that a build of other sources is known as stale. */
export function shellsStamp(): string {
  const hash = createHash("sha256");
  for (const path of made.flatMap((name) => listFiles(join(room, name)))) {
    hash.update(relative(room, path));
    hash.update(readFileSync(path));
  }
  return hash.digest("hex");
}

/** Path of the stamp. */
export const stampPath = stamp;

/** Builds the shells when they are absent or made from other sources; true when it did. Throws with the build's output. */
export function ensureShells(): boolean {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === shellsStamp()) return false;
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    ["--import", "tsx", join(room, "build/main.ts")],
    {
      cwd: room,
      encoding: "utf8"
    }
  );
  if (status !== 0) throw new Error(`les pages ne se construisent pas\n${stdout}${stderr}`);
  return true;
}

function listFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, {withFileTypes: true})
    .filter(({name}) => !notSource.test(name))
    .sort((a, b) => a.name.localeCompare(b.name, "en"))
    .flatMap((entry) => listFiles(join(path, entry.name)));
}
