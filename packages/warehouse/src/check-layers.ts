import type {Model} from "./read-models.ts";

/** Who may read each layer. A schema absent from this list is read by nobody. */
const readers: Readonly<Record<string, readonly string[]>> = {
  raw: ["staging"],
  staging: ["staging", "core"],
  core: ["core", "indicator", "mart"],
  indicator: ["indicator", "mart"],
  mart: ["mart"],
  meta: ["mart"],
  reference: ["staging", "core", "indicator", "mart"]
};

/** Jumps over a layer, as French sentences; an empty list means that every model reads where it may. */
export function checkLayers(models: readonly Pick<Model, "name" | "file" | "dependencies">[]): string[] {
  return models.flatMap((model) =>
    model.dependencies
      .filter((name) => !isAllowed(model, name))
      .map((name) => `${model.name} (${model.file}) lit ${name}, ce que sa couche ne permet pas.`)
  );
}

function isAllowed(model: Pick<Model, "name" | "file">, dependency: string): boolean {
  const layer = schemaOf(dependency);
  if (!readers[layer]?.includes(schemaOf(model.name))) return false;
  return layer !== "raw" || /(^|[/\\])ingest-[^/\\]+[/\\]/.test(model.file);
}

const schemaOf = (name: string): string => name.slice(0, name.indexOf("."));
