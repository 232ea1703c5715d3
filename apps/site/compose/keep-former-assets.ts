import {existsSync} from "node:fs";
import {cp, readFile} from "node:fs/promises";
import {join} from "node:path";

const hashed = /\s(?:src|href)="(?:\.\/)?(_(?:site|import|file)\/[\w/-]+\.[0-9a-f]{8}\.(?:css|js))"/g;

/**
 * Copies the style sheet and the scripts of the site published before: a page fetched just before the switch asks for them
 * just after it. Their names hold a hash, so that they stand beside the new ones; nothing older is kept.
 */
export async function keepFormerAssets(former: string, out: string): Promise<void> {
  const home = await readFile(join(former, "index.html"), "utf8").catch(() => "");
  for (const [, path] of home.matchAll(hashed)) {
    const from = join(former, path!);
    const to = join(out, path!);
    if (existsSync(from) && !existsSync(to)) await cp(from, to);
  }
}
