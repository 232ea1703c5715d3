/** What a model reads, by its name: `Model` of the warehouse fits. */
export interface ModelNode {
  name: string;
  dependencies: readonly string[];
}

/**
 * The frame every territory stands on: known once for all, so an indicator does not declare its sources again.
 * The walk stops there.
 */
export const frameModels: readonly string[] = [
  "core.commune",
  "core.passage_commune",
  "core.territoire",
  "core.appartenance",
  "core.perimetre",
  "staging.perimetre__commune",
  "staging.perimetre__code"
];

/** Models from one table down to `raw.*`, nearest first, without repetition. `stop`: names not walked through. */
export function readUpstream(
  name: string,
  models: readonly ModelNode[],
  stop: readonly string[] = []
): string[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const found = new Set<string>();
  const visit = (current: string): void => {
    for (const dependency of byName.get(current)?.dependencies ?? []) {
      if (found.has(dependency) || stop.includes(dependency)) continue;
      found.add(dependency);
      visit(dependency);
    }
  };
  visit(name);
  return [...found];
}

/** Ids of the sources an indicator measures with: those of the `staging` and `raw` tables it reaches without the frame, sorted. */
export function readSources(indicatorId: string, models: readonly ModelNode[]): string[] {
  const upstream = readUpstream(`indicator.${indicatorId}`, models, frameModels);
  const sources = upstream.flatMap((name) => /^(?:raw|staging)\.(\w+?)__/.exec(name)?.[1] ?? []);
  return [...new Set(sources)].sort();
}
