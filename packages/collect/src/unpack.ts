import {basename, join} from "node:path";
import type {SourceFile} from "@observatoire/catalog";
import {requireData} from "./require-data.ts";
import {unpackGzip} from "./unpack-gzip.ts";
import {defaultUnpackLimits, type UnpackLimits} from "./unpack-limits.ts";
import {unpackXlsx} from "./unpack-xlsx.ts";
import {unpackZip} from "./unpack-zip.ts";

/**
 * Takes a file out of its wrapping into `directory` and returns the path to read; a file without wrapping is itself.
 * Its former size unpacked, `before`, tells the room a gzip asks for. Throws NOT_DATA, EMPTY, ENCODING, TRUNCATED, CORRUPT,
 * SIZE or ENOSPC; nothing partial is left under a final name.
 */
export async function unpack(
  path: string,
  file: SourceFile,
  directory: string,
  {
    where = basename(path),
    limits = {},
    before
  }: {where?: string; limits?: Partial<UnpackLimits>; before?: number | undefined} = {}
): Promise<string> {
  const allLimits = {...defaultUnpackLimits, ...limits};
  const target = (name: string) => join(directory, freeName(name, path));
  let current = path;
  for (const layer of file.wrapping ?? []) {
    await requireData(current, layer.kind, where);
    if (layer.kind === "zip") {
      current = await unpackZip(current, layer.entry, target, where, allLimits);
    } else {
      const unpacked = target(basename(current).replace(/\.gz$/i, ""));
      await unpackGzip(current, unpacked, where, allLimits, before);
      current = unpacked;
    }
  }
  await requireData(current, file.dialect.format, where);
  if (file.dialect.format !== "xlsx") return current;
  const csv = target(`${basename(current).replace(/\.xlsx$/i, "")}.csv`);
  await unpackXlsx(current, csv, file.dialect, where, allLimits);
  return csv;
}

/** The producer's name, unless the packed file already has it. */
const freeName = (name: string, packed: string) => (name === basename(packed) ? `contenu-${name}` : name);
