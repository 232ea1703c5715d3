import {frameModels, readUpstream} from "@observatoire/indicators";
import type {ChangeReason, SourceChange} from "./changement.ts";
import type {FileFact, RunFacts} from "./run-facts.ts";

/** Reason found for the changes of an indicator, and the sources that bear it. */
export interface Cause {
  motif: ChangeReason;
  sources: string[];
}

/**
 * Why the values of an indicator changed between two runs. What it measures with speaks first; the frame of territories,
 * on which all indicators stand, only when that did not move. The perimeter, known by territory, is not looked at here.
 */
export function explainChange(indicateur: string, before: RunFacts, after: RunFacts): Cause {
  const declared = [before, after].map(({declarations}) => declarations.get(indicateur));
  const own = [before, after].map((facts) => upstreamOf(`indicator.${indicateur}`, facts));
  const isNew = declared[0] !== declared[1];
  const frame = [before, after].map((facts) => [
    ...new Set(frameModels.flatMap((name) => upstreamOf(name, facts, [])))
  ]);
  return (
    explainBy(own, before, after, isNew) ??
    explainBy(frame, before, after, false) ?? {motif: "inexpliquee", sources: []}
  );
}

/** What changed in each source between two runs, one line a source. */
export function listSourceChanges(before: RunFacts, after: RunFacts): SourceChange[] {
  const ids = new Set([...before.files, ...after.files].map(({source}) => source));
  return [...ids].sort().flatMap((source) => {
    const files = [before, after].map((facts) => facts.files.filter((file) => file.source === source));
    const motif = compareFiles(files[0]!, files[1]!)?.motif;
    const [avant, apres] = files.map((list) => latest(list)?.vintage ?? null);
    return motif ? [{source, motif, avant: avant ?? null, apres: apres ?? null}] : [];
  });
}

function upstreamOf(name: string, {models}: RunFacts, stop: readonly string[] = frameModels): string[] {
  return models.some((model) => model.name === name) ? [name, ...readUpstream(name, models, stop)] : [];
}

function explainBy(
  names: readonly (readonly string[])[],
  before: RunFacts,
  after: RunFacts,
  isNew: boolean
): Cause | null {
  const all = new Set(names.flat());
  const pick = ({files}: RunFacts) => files.filter(({source, file}) => all.has(`raw.${source}__${file}`));
  const bySource = compareFiles(pick(before), pick(after));
  if (bySource?.motif === "simulation") return bySource;
  const method = (facts: RunFacts, closure: readonly string[]) =>
    closure
      .map((name) => {
        const model = facts.models.find((one) => one.name === name);
        return `${name} ${model?.sha256 ?? facts.references.get(name) ?? ""}`;
      })
      .sort()
      .join("\n");
  const isMethod = isNew || method(before, names[0] ?? []) !== method(after, names[1] ?? []);
  return isMethod ? {motif: "methode", sources: []} : bySource;
}

const ranks = ["simulation", "source", "nouveau_millesime", "revision"] as const;

/** First reason that holds among files, with the sources it holds for. */
function compareFiles(
  before: readonly FileFact[],
  after: readonly FileFact[]
): {motif: SourceChange["motif"]; sources: string[]} | null {
  const key = ({source, file}: FileFact) => `${source}/${file}`;
  const found = new Map<string, Set<string>>();
  for (const name of new Set([...before, ...after].map(key))) {
    const [old, now] = [before, after].map((list) => list.find((file) => key(file) === name));
    const motif = compareFile(old, now);
    if (motif === null) continue;
    found.set(motif, (found.get(motif) ?? new Set()).add(name.split("/")[0]!));
  }
  const motif = ranks.find((rank) => found.has(rank));
  return motif ? {motif, sources: [...(found.get(motif) ?? [])].sort()} : null;
}

function compareFile(old: FileFact | undefined, now: FileFact | undefined): SourceChange["motif"] | null {
  if (!old || !now) return "source";
  if (old.simulated !== now.simulated) return "simulation";
  if (now.date > old.date) return "nouveau_millesime";
  return old.bytes === now.bytes ? null : "revision";
}

function latest(files: readonly FileFact[]): FileFact | undefined {
  return [...files].sort((a, b) => b.date.localeCompare(a.date))[0];
}
