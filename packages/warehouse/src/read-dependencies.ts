import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";

let parser: Promise<DuckDBConnection> | undefined;

/**
 * Tables that one select reads, as `schema.table`, sorted: what DuckDB's own parser says.
 * Throws a French sentence when the text is not exactly one select, reads a file, or names a table without its schema.
 */
export async function readDependencies(sql: string): Promise<string[]> {
  parser ??= DuckDBInstance.create(":memory:").then((instance) => instance.connect());
  const reader = await (await parser).runAndReadAll("select json_serialize_sql($1::varchar) as tree", [sql]);
  const tree = JSON.parse(String(reader.getRowObjects()[0]!.tree)) as SerializedSql;
  if (tree.error) throw new Error(`ce n'est pas un select que DuckDB comprend (${tree.error_message})`);
  if (tree.statements?.length !== 1) {
    throw new Error(`un seul select attendu, trouvé ${tree.statements?.length ?? 0}`);
  }
  const found: Found = {tables: new Set(), bare: new Set(), ctes: new Set()};
  visit(tree.statements[0], found);
  const orphan = [...found.bare].find((name) => !found.ctes.has(name.toLowerCase()));
  if (orphan) throw new Error(`« ${orphan} » sans schéma, et ce n'est pas une CTE : écrire schema.table`);
  return [...found.tables].sort();
}

interface SerializedSql {
  error: boolean;
  error_message?: string;
  statements?: unknown[];
}

interface Found {
  tables: Set<string>;
  bare: Set<string>;
  ctes: Set<string>;
}

const fileReader = /^(read_|parquet_|glob$|sniff_csv$|st_read)/;
const systemSchema = /^(information_schema|pg_catalog)$/;

function visit(node: unknown, found: Found): void {
  if (Array.isArray(node)) for (const item of node) visit(item, found);
  if (node === null || typeof node !== "object" || Array.isArray(node)) return;
  const {type, schema_name, table_name, function_name, cte_map} = node as Record<string, unknown>;
  if (type === "BASE_TABLE" && typeof table_name === "string") {
    if (!schema_name) found.bare.add(table_name);
    else if (!systemSchema.test(String(schema_name))) found.tables.add(`${schema_name}.${table_name}`);
  }
  if (typeof function_name === "string" && fileReader.test(function_name)) {
    throw new Error(`« ${function_name} » lit un fichier : un modèle ne lit que des tables`);
  }
  for (const {key} of (cte_map as {map?: {key: string}[]} | undefined)?.map ?? [])
    found.ctes.add(key.toLowerCase());
  for (const child of Object.values(node)) visit(child, found);
}
