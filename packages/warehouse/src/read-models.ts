import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {readDependencies} from "./read-dependencies.ts";

/** A folder of SQL. With `schema`, its files are `<schema>.<file>`; else each file's folders name its table. */
export interface ModelRoot {
  directory: string;
  schema?: string;
}

/** One SQL file = one select = one table. */
export interface Model {
  /** `schema.table`, from the path. */
  name: string;
  /** Path, as found under its root. */
  file: string;
  sql: string;
  sha256: string;
  /** Tables it reads, sorted. */
  dependencies: readonly string[];
}

/**
 * Reads every `.sql` under the roots (folders `checks` and `node_modules` left out) and names it after its path:
 * `…/<source>/staging/<file>.sql` → `staging.<source>__<file>`, `…/<schema>/<name>.sql` → `<schema>.<name>`.
 * Throws when two files make one table, or when a file is not one select.
 */
export async function readModels(roots: readonly ModelRoot[]): Promise<Model[]> {
  const models = new Map<string, Model>();
  for (const root of roots) {
    for (const file of await listSql(root.directory)) {
      const model = await readModel(file, root.schema);
      const twin = models.get(model.name);
      if (twin && twin.file !== model.file) {
        throw new Error(`${model.name} : deux fichiers font la même table, ${twin.file} et ${model.file}.`);
      }
      models.set(model.name, model);
    }
  }
  return [...models.values()];
}

async function readModel(file: string, schema: string | undefined): Promise<Model> {
  const sql = await readFile(file, "utf8");
  const name = nameModel(file, schema);
  try {
    const dependencies = await readDependencies(sql);
    return {name, file, sql, sha256: createHash("sha256").update(sql).digest("hex"), dependencies};
  } catch (cause) {
    throw new Error(`${name} (${file}) : ${(cause as Error).message}.`, {cause});
  }
}

function nameModel(file: string, schema: string | undefined): string {
  const folder = dirname(file);
  const table = basename(file, ".sql");
  const found = schema ?? basename(folder);
  const name = found === "staging" && schema === undefined ? `${basename(dirname(folder))}__${table}` : table;
  return `${found}.${name}`;
}

async function listSql(directory: string): Promise<string[]> {
  const entries = await readdir(directory, {withFileTypes: true});
  const files = await Promise.all(
    entries.map(async (entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return /^(checks|node_modules)$/.test(entry.name) ? [] : listSql(path);
      return entry.name.endsWith(".sql") ? [path] : [];
    })
  );
  return files.flat().sort();
}
