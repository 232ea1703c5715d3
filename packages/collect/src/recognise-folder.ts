import {mkdtemp, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {DataError, type SourceFile, type SourceModule} from "@observatoire/catalog";
import {type Candidate, chooseEditions} from "./choose-candidate.ts";
import type {Inspect} from "./inspection.ts";
import {listFiles} from "./list-files.ts";
import {matchFileName} from "./match-file-name.ts";
import {openFile} from "./open-file.ts";

/** What became of one file of the folder; a workbook that gives two source files has two lines. */
export interface RecognisedFile {
  /** Relative to the folder. */
  path: string;
  status: "retenu" | "ecarte" | "refuse" | "inconnu";
  /** Source and file it was taken for; null when unknown. */
  source: string | null;
  file: string | null;
  /** Why it is not kept, as a sentence; null when kept. */
  reason: string | null;
  rows: number | null;
  covered: number | null;
  vintage: string | null;
  vintageDate: string | null;
}

export interface Recognition {
  folder: string;
  files: readonly RecognisedFile[];
  /** Source files that nothing in the folder gives, and that no installed package gives either. */
  missing: readonly {source: string; file: string; title: string}[];
}

export interface RecogniseOptions {
  inspect: Inspect;
  /** Where to unpack; emptied at the end. Default: the system's. */
  workDirectory?: string;
  onProgress?: (path: string) => void;
}

type Accepted = Candidate & {source: string; file: string};
type Refused = {path: string; source: string; file: string; reason: string};

/** Says, file by file, what a folder gives to the sources: by the producer's names, confirmed by header and coverage. */
export async function recogniseFolder(
  folder: string,
  modules: readonly SourceModule[],
  options: RecogniseOptions
): Promise<Recognition> {
  const paths = await listFiles(folder);
  const wanted = modules.flatMap((module) => module.source.files.map((file) => ({module, file})));
  const accepted: Accepted[] = [];
  const refused: Refused[] = [];
  for (const path of paths) {
    for (const {module, file} of wanted.filter((candidate) => matchFileName(path, candidate.file))) {
      options.onProgress?.(path);
      const ids = {path, source: module.source.id, file: file.id};
      try {
        accepted.push({...ids, ...(await readCandidate(folder, path, module, file, options))});
      } catch (error) {
        if (!(error instanceof DataError) || error.code === "TERRITOIRE") throw error;
        refused.push({...ids, reason: error.message});
      }
    }
  }
  const chosen = wanted.map(({module, file}) => {
    const candidates = accepted.filter((one) => one.source === module.source.id && one.file === file.id);
    return {
      source: module.source.id,
      file: file.id,
      title: file.title,
      needed: !file.optional && file.transport.kind !== "npm",
      choices: chooseEditions(file, candidates)
    };
  });
  const losers = chosen.flatMap(({choices}) => choices.flatMap(({losers}) => losers));
  const files = paths.flatMap((path) => {
    const given = accepted.filter((one) => one.path === path);
    if (given.length === 0) return [notAccepted(path, refused)];
    return given.map((one) => {
      const lost = losers.find(({candidate}) => candidate === one);
      return {...one, status: lost ? ("ecarte" as const) : ("retenu" as const), reason: lost?.reason ?? null};
    });
  });
  const missing = chosen
    .filter(({choices, needed}) => needed && choices.length === 0)
    .map(({source, file, title}) => ({source, file, title}));
  return {folder, files, missing};
}

/** Reads one file of a folder as one source file. Throws the `DataError` that refuses it. */
export async function readCandidate(
  folder: string,
  path: string,
  module: SourceModule,
  file: SourceFile,
  {inspect, workDirectory = tmpdir()}: RecogniseOptions
): Promise<Candidate> {
  const directory = await mkdtemp(join(workDirectory, ".stage-reconnaitre-"));
  try {
    const {mtime} = await stat(join(folder, path));
    const {inspection, vintage, vintageDate} = await openFile(join(folder, path), module, file, {
      inspect,
      directory,
      where: `${module.source.id}/${file.id}`,
      name: basename(path),
      lastModified: mtime.toUTCString(),
      version: null,
      collectedAt: mtime.toISOString()
    });
    return {path, rows: inspection.rows, covered: inspection.covered, vintage, vintageDate};
  } finally {
    await rm(directory, {recursive: true, force: true});
  }
}

function notAccepted(path: string, refused: readonly Refused[]): RecognisedFile {
  const empty = {rows: null, covered: null, vintage: null, vintageDate: null};
  const refusals = refused.filter((one) => one.path === path);
  const [first] = refusals;
  if (!first) {
    const reason = "aucune source n'attend un fichier de ce nom";
    return {path, status: "inconnu", source: null, file: null, reason, ...empty};
  }
  return {...first, status: "refuse", reason: refusals.map(({reason}) => reason).join(" "), ...empty};
}
