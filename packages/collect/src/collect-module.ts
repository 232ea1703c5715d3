import type {SourceModule, SourceOutcome} from "@observatoire/catalog";
import {collectFile, type FileOutcome} from "./collect-file.ts";
import type {Collecting, CollectOptions} from "./collect-options.ts";
import {collectSeries} from "./collect-series.ts";
import {defaultLimits} from "./download-limits.ts";
import {parseMirror} from "./mirror.ts";
import {openSourceSnapshots} from "./open-source-snapshots.ts";
import {sizeBaseline} from "./size-baseline.ts";
import {readSourceState} from "./source-state.ts";

/** What became of a source; `files` has one line per declared file, in order. */
export interface CollectOutcome {
  source: string;
  outcome: SourceOutcome;
  /** French sentences of what failed; null when nothing did. */
  message: string | null;
  files: readonly FileOutcome[];
}

/**
 * Collects the files of a source one after the other. A failure is an outcome, not an exception: the last good
 * snapshot stays, with the sentence. `non_disponible`: a required file was never collected. Throws USAGE when the mirror
 * has no address: it is about no source.
 */
export async function collectModule(module: SourceModule, given: CollectOptions): Promise<CollectOutcome> {
  if (given.mirror !== undefined) parseMirror(given.mirror);
  const {totalMs} = {...defaultLimits, ...given.limits};
  const archived = await openSourceSnapshots(given.dataDirectory, module.source);
  const state = await readSourceState(given.dataDirectory, module.source.id);
  const options: Collecting = {
    ...given,
    endsAt: performance.now() + totalMs,
    before: sizeBaseline(archived, module.source, state?.failure?.since ?? null)
  };
  const files: FileOutcome[] = [];
  for (const file of module.source.files) {
    if (file.series) files.push(...(await collectSeries(module, file, options)));
    else files.push(await collectFile(module, file, options));
  }
  const optional = new Set(module.source.files.filter((file) => file.optional).map(({id}) => id));
  const required = files.filter(({file, snapshot}) => !optional.has(file) || snapshot !== null);
  const messages = required.flatMap(({message}) => (message === null ? [] : [message]));
  return {
    source: module.source.id,
    outcome: worstOutcome(required),
    message: messages.length > 0 ? messages.join(" ") : null,
    files
  };
}

function worstOutcome(files: readonly FileOutcome[]): SourceOutcome {
  const outcomes = files.map(({outcome}) => outcome);
  const order: readonly SourceOutcome[] = ["non_disponible", "echec", "collecte"];
  return order.find((outcome) => outcomes.includes(outcome)) ?? "inchange";
}
