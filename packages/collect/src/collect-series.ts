import {DataError, type SourceFile, type SourceModule} from "@observatoire/catalog";
import {type Candidate, chooseEditions} from "./choose-candidate.ts";
import {collectFile, type FileOutcome} from "./collect-file.ts";
import type {Collecting} from "./collect-options.ts";
import {listFiles} from "./list-files.ts";
import {matchFileName} from "./match-file-name.ts";
import {readCandidate} from "./recognise-folder.ts";

/**
 * Collects a file published once a year: each of its last years, or each year found in the folder given. A year that the
 * producer does not publish yet, or no longer, is no failure while another one is there.
 */
export async function collectSeries(
  module: SourceModule,
  file: SourceFile,
  options: Collecting
): Promise<FileOutcome[]> {
  const outcomes = options.from === undefined ? await collectYears(module, file, options) : [];
  if (options.from !== undefined) {
    for (const given of await listGiven(module, file, options, options.from)) {
      outcomes.push(await collectFile(module, file, {...options, given}));
    }
    if (outcomes.length === 0) return [await collectFile(module, file, options)];
  }
  const there = outcomes.filter(({code}) => code !== "SRC_GONE");
  return there.length > 0 ? there : outcomes.slice(0, 1);
}

async function collectYears(
  module: SourceModule,
  file: SourceFile,
  options: Collecting
): Promise<FileOutcome[]> {
  const {transport} = file;
  if (transport.kind !== "http" || !file.series) {
    throw new Error(`${module.source.id}/${file.id} : une série se télécharge par une adresse avec {annee}.`);
  }
  const {now = () => new Date()} = options;
  const outcomes: FileOutcome[] = [];
  for (let back = 0; back < file.series.years; back++) {
    const url = transport.url.replaceAll("{annee}", String(now().getFullYear() - back));
    const outcome = await collectFile(module, {...file, transport: {kind: "http", url}}, options);
    outcomes.push(outcome);
    // Twice no answer: it is the producer, not one year that it does not publish yet; the others would only wait as long.
    if (outcomes.slice(-2).filter(({code}) => code === "SRC_UNAVAILABLE").length === 2) break;
  }
  return outcomes;
}

/** The best readable file of each year; files that cannot be read are given too, for their refusal to be told. */
async function listGiven(
  module: SourceModule,
  file: SourceFile,
  options: Collecting,
  folder: string
): Promise<string[]> {
  const paths = (await listFiles(folder)).filter((path) => matchFileName(path, file));
  const readable: Candidate[] = [];
  const refused: string[] = [];
  for (const path of paths) {
    try {
      readable.push(await readCandidate(folder, path, module, file, {inspect: options.inspect}));
    } catch (error) {
      if (!(error instanceof DataError) || error.code === "TERRITOIRE") throw error;
      refused.push(path);
    }
  }
  const chosen = chooseEditions(file, readable).map(({winner}) => winner.path);
  return chosen.length > 0 ? chosen : refused.slice(0, 1);
}
