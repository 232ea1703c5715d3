import {createHash} from "node:crypto";
import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {build} from "esbuild";

/** Bundles an entry into one classic script named after its content: `<out>/<name>.<hash>.js` (also from a folder). */
export async function bundleClient(entry: string, out: string, name: "site" | "echeance"): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2020",
    charset: "utf8",
    legalComments: "none"
  });
  const code = result.outputFiles[0]!.contents;
  const file = `${name}.${createHash("sha256").update(code).digest("hex").slice(0, 8)}.js`;
  await mkdir(out, {recursive: true});
  await writeFile(join(out, file), code);
  return file;
}
