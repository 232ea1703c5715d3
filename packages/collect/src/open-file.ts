import {rm} from "node:fs/promises";
import {DataError, formatDate, listForms, type SourceFile, type SourceModule} from "@observatoire/catalog";
import {asDataError} from "./as-data-error.ts";
import type {Inspect, Inspection} from "./inspection.ts";
import {matchFileName} from "./match-file-name.ts";
import {unpack} from "./unpack.ts";
import type {UnpackLimits} from "./unpack-limits.ts";

/** A received file that was unpacked, whose header follows its declaration, and whose bytes gave their date. */
export interface ReadyFile {
  unpacked: string;
  /** Rank of the form it came in, in `listForms`. */
  form: number;
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
  /** Unpacked size of its former version. */
  unpackedBefore?: number | undefined;
}

/**
 * Unpacks, inspects and dates a file, in the first of its forms that fits. Every refusal is a `DataError`, whatever the
 * fault; when no form fits, it is the one of the form that was recognised.
 */
export async function openFile(
  path: string,
  module: SourceModule,
  file: SourceFile,
  options: OpenFileOptions
): Promise<ReadyFile> {
  const forms = listForms(file).map((declared, form) => ({declared, form}));
  const named = forms.filter(({declared}) => matchFileName(options.name, {...declared, forms: []}));
  const refusals: DataError[] = [];
  for (const {declared, form} of named.length > 0 ? named : forms) {
    try {
      return {...(await openForm(path, module, declared, options)), form};
    } catch (error) {
      if (!(error instanceof DataError) || error.code === "TERRITOIRE") throw error;
      refusals.push(error);
    }
  }
  const isOtherForm = ({code}: DataError) => code === "NOT_DATA" || code === "DIALECT";
  throw refusals.find((refusal) => !isOtherForm(refusal)) ?? refusals[0];
}

async function openForm(
  path: string,
  module: SourceModule,
  file: SourceFile,
  options: OpenFileOptions
): Promise<Omit<ReadyFile, "form">> {
  const {inspect, directory, where, name, lastModified, version, collectedAt} = options;
  let unpacked = path;
  try {
    unpacked = await unpack(path, file, directory, {
      where,
      limits: options.unpackLimits ?? {},
      before: options.unpackedBefore
    });
    const inspection = await inspect(unpacked, file, where);
    const {header, periods, sample, max} = inspection;
    const opened = {file: file.id, name, header, periods, sample, max, lastModified, version, collectedAt};
    const vintage = await module.readVintage(opened);
    refuseFuture(where, vintage.vintageDate, collectedAt);
    return {unpacked, inspection, ...vintage};
  } catch (error) {
    if (unpacked !== path) await rm(unpacked, {force: true});
    throw asDataError(where, error, () => unreadable(where, error));
  }
}

/** Population and codes come into force up to a year after they come out; a later date would hide every edition to come. */
function refuseFuture(where: string, vintageDate: string, collectedAt: string): void {
  if (Date.parse(vintageDate) - Date.parse(collectedAt) <= 400 * 86_400_000) return;
  throw new DataError("TYPE", {
    where,
    expected: "une date de millésime déjà atteinte, ou de l'année qui vient",
    found: `le ${formatDate(vintageDate)}`,
    action: "comparer les dates du fichier avec la page du producteur"
  });
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
