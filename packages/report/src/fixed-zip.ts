import {strFromU8, strToU8, unzipSync, type Zippable, zipSync} from "fflate";

/** Edits to the parts of an Office file: new content by path. */
export type Parts = Record<string, Uint8Array>;

/**
 * The same Office file with nothing of the clock: parts in order, one date, and that date in its properties; files inside
 * it too. `edit` may change its parts before they are packed.
 */
export function fixedZip(bytes: Uint8Array, date: string, edit?: (parts: Parts) => void): Uint8Array {
  const parts: Parts = unzipSync(bytes);
  edit?.(parts);
  const day = date.slice(0, 10);
  const stamp = `${day}T00:00:00Z`;
  const zip: Zippable = {};
  for (const name of orderedNames(parts)) {
    let content = parts[name]!;
    if (name === "docProps/core.xml")
      content = strToU8(
        strFromU8(content).replace(/(<dcterms:(created|modified)[^>]*>)[^<]*(<)/g, `$1${stamp}$3`)
      );
    const packed = /\.(png|jpe?g|xlsx)$/.test(name);
    if (name.endsWith(".xlsx")) content = fixedZip(content, date);
    zip[name] = [content, {level: packed ? 0 : 6, mtime: new Date(1980, 0, 1, 12)}];
  }
  return zipSync(zip);
}

/** The list of contents first, as Office writes it; folders have no entry. */
function orderedNames(parts: Parts): string[] {
  const rank = (name: string) => (name === "[Content_Types].xml" ? 0 : name.startsWith("_rels/") ? 1 : 2);
  return Object.keys(parts)
    .filter((name) => !name.endsWith("/"))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
