import type {Model} from "./read-models.ts";

type Ordered = Pick<Model, "name" | "file" | "dependencies">;

/**
 * Models in the order they can be built, depth first; `known` are the tables that exist already (`raw.*`, `reference.*`).
 * Throws on a cycle, printed `a → b → a`, and on a table that nobody makes.
 */
export function orderModels<T extends Ordered>(models: readonly T[], known: Iterable<string> = []): T[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const tables = new Set(known);
  const done = new Set<string>();
  const ordered: T[] = [];
  const visit = (model: T, path: readonly string[]): void => {
    if (done.has(model.name)) return;
    const start = path.indexOf(model.name);
    if (start >= 0) {
      throw new Error(`Les modèles tournent en rond : ${[...path.slice(start), model.name].join(" → ")}.`);
    }
    for (const name of model.dependencies) {
      const dependency = byName.get(name);
      if (dependency) visit(dependency, [...path, model.name]);
      else if (!tables.has(name)) {
        throw new Error(
          `${model.name} lit ${name}, que rien ne construit (${model.file}) : corriger le nom, ou ajouter le modèle ou la source.`
        );
      }
    }
    done.add(model.name);
    ordered.push(model);
  };
  for (const model of models) visit(model, []);
  return ordered;
}
