import {DataError, type SourceFile, type SourceModule} from "@observatoire/catalog";
import {asDataError} from "./as-data-error.ts";
import type {Inspect, Inspection} from "./inspection.ts";
import {unpack} from "./unpack.ts";
import type {UnpackLimits} from "./unpack-limits.ts";

/** A received file that was unpacked, whose header follows its declaration, and whose bytes gave their date. */
export interface ReadyFile {
  unpacked: string;
  inspection: Inspection;
  vintage: string;
  vintageDate: string;
}

export interface OpenFileOptions {
  inspect: Inspect;
  /** Where to unpack. */
  directory: string;
  /** Names the file in the sentences: "urssaf/commune_ape". */
  where: string;
  /** Name under which the file came. */
  name: string;
  lastModified: string | null;
  version: string | null;
  collectedAt: string;
  unpackLimits?: Partial<UnpackLimits> | undefined;
}

/** Unpacks, inspects and dates a file. Every refusal is a `DataError`, whatever the fault. */
export async function openFile(
  path: string,
  module: SourceModule,
  file: SourceFile,
  options: OpenFileOptions
): Promise<ReadyFile> {
  const {inspect, directory, where, name, lastModified, version, collectedAt} = options;
  try {
    const unpacked = await unpack(path, file, directory, {where, limits: options.unpackLimits ?? {}});
    const inspection = await inspect(unpacked, file, where);
    const {header, periods, sample, max} = inspection;
    const opened = {file: file.id, name, header, periods, sample, max, lastModified, version, collectedAt};
    return {unpacked, inspection, ...(await module.readVintage(opened))};
  } catch (error) {
    throw asDataError(where, error, () => unreadable(where, error));
  }
}

function unreadable(where: string, cause: unknown): DataError {
  const message = (cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "";
  return new DataError(
    "CORRUPT",
    {
      where,
      expected: "un fichier lisible",
      found: `une erreur à la lecture (${message.slice(0, 160)})`,
      action: "retélécharger le fichier, ou comparer sa forme avec source.ts"
    },
    {cause}
  );
}
