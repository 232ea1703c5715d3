import {existsSync, statSync} from "node:fs";
import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {buildShells} from "../build/build-shells.ts";

const room = fileURLToPath(new URL("..", import.meta.url));

/** The shells of `dist`, built first when they are absent or older than their sources. */
export async function builtShells(): Promise<string> {
  const dist = join(room, "dist");
  const built = join(dist, "index.html");
  if (!existsSync(built) || (await newest()) > statSync(built).mtimeMs) await buildShells();
  return dist;
}

async function newest(): Promise<number> {
  const times = await Promise.all(
    ["src", "client", "shell"].map(async (folder) => {
      const files = await readdir(join(room, folder), {recursive: true});
      const sources = files.filter((file) => !file.includes(".observablehq") && /\.(md|css|ts)$/.test(file));
      return sources.map((file) => statSync(join(room, folder, file)).mtimeMs);
    })
  );
  return Math.max(...times.flat());
}
