import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {readdir, readFile, rm, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {bundleClient} from "./bundle-client.ts";
import {shellsStamp, stampPath} from "./ensure-shells.ts";
import {clearStaleCache, seedNpmCache} from "./seed-npm-cache.ts";
import {takeTurn} from "./take-turn.ts";

const room = fileURLToPath(new URL("..", import.meta.url));
const cache = join(room, "src/.observablehq/cache");

/** A build that would ask the network fails at once, on every machine, instead of on the one that has none. */
const noNetwork = `data:text/javascript,globalThis.fetch=(url)=>Promise.reject(new Error("no network in a build: "+url))`;

/**
 * Builds `src/*.md` into `dist/`: shells, style sheet and client scripts. Reads no data and needs no network. One build at a
 * time; one that waited for the same build has nothing left to do.
 */
export async function buildShells(): Promise<void> {
  const asked = existsSync(stampPath) ? await readFile(stampPath, "utf8") : "";
  await takeTurn(join(room, "src/.observablehq/construction"), async () => {
    const found = existsSync(stampPath) ? await readFile(stampPath, "utf8") : "";
    if (found === asked || found !== shellsStamp()) await buildInto(join(room, "dist"));
  });
}

async function buildInto(dist: string): Promise<void> {
  await rm(dist, {recursive: true, force: true});
  await prepareCache();
  await runFramework(["build"], {});
  await refuseFrameworkErrors(dist);
  await rm(join(dist, "_observablehq"), {recursive: true, force: true});
  await bundleClient(join(room, "client/main.ts"), join(dist, "_site"), "site");
  await bundleClient(join(room, "client/echeance.ts"), join(dist, "_site"), "echeance");
  await writeFile(stampPath, shellsStamp());
}

/** Framework's live preview, with the fragments of the last composed site in place of the placeholders. */
export async function previewShells(): Promise<void> {
  await prepareCache();
  await runFramework(["preview", "--no-open"], {OBSERVATOIRE_PREVIEW: join(room, "../../data/current/site")});
}

async function prepareCache(): Promise<void> {
  await clearStaleCache(cache);
  await seedNpmCache(cache);
}

function runFramework(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const command = createRequire(import.meta.url).resolve("@observablehq/framework/dist/bin/observable.js");
  const guards = env.OBSERVATOIRE_PREVIEW ? [] : ["--import", noNetwork];
  const child = spawn(process.execPath, ["--import", "tsx", ...guards, command, ...args], {
    cwd: room,
    stdio: ["inherit", env.OBSERVATOIRE_PREVIEW ? "inherit" : "pipe", "inherit"],
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", ...env}
  });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`observable ${args[0]} exited with ${code}\n${output}`))
    );
  });
}

/** Framework exits 0 on a page that could not be parsed: look for the mark it leaves. */
async function refuseFrameworkErrors(dist: string): Promise<void> {
  const files = await readdir(dist, {recursive: true});
  for (const file of files.filter((name) => name.endsWith(".html"))) {
    if ((await readFile(join(dist, file), "utf8")).includes("observablehq--error")) {
      throw new Error(`page in error: ${file}`);
    }
  }
}
