import {createHash} from "node:crypto";
import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {build} from "esbuild";

/** Bundles the client into one classic script named after its content: `<out>/site.<hash>.js` (also from a folder). */
export async function bundleClient(entry: string, out: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2020",
    legalComments: "none"
  });
  const code = result.outputFiles[0]!.contents;
  const name = `site.${createHash("sha256").update(code).digest("hex").slice(0, 8)}.js`;
  await mkdir(out, {recursive: true});
  await writeFile(join(out, name), code);
  return name;
}
