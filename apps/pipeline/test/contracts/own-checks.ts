import {type Check, readDependencies} from "@observatoire/warehouse";

/** The words with which the checks of a table of the common rooms begin: its own name, after its schema when it could be taken for another. */
function stemOf(table: string): string {
  const [schema = "", name = ""] = table.split(".");
  if (schema === "reference" || table === "mart.etablissement") return `${schema}_${name}`;
  return schema === "staging" ? name.replace(/__.*/, "") : name;
}

/**
 * The tables that a check holds, among those it reads, for it is about them: in the folder of a source, each staged table of
 * this source; elsewhere, the table whose name begins the check's, the longest when two do. A check on the long table holds
 * each indicator that its text names, and the long table itself only when it names none.
 */
export async function listHeld(
  {name, sql}: Check,
  tables: readonly string[],
  indicators: readonly string[]
): Promise<string[]> {
  const read = await readDependencies(sql);
  const [folder = "", promise = ""] = name.split("/");
  if (folder !== "indicators")
    return tables.filter((table) => read.includes(table) && table.startsWith(`staging.${folder}__`));
  const named = indicators.filter((id) => sql.includes(`'${id}'`) || read.includes(`indicator.${id}`));
  if (named.length > 0) return named.map((id) => `indicator.${id}`);
  const candidates = tables.filter(
    (table) => read.includes(table) && promise.startsWith(`${stemOf(table)}_`)
  );
  const longest = Math.max(...candidates.map((table) => stemOf(table).length));
  return candidates.filter((table) => stemOf(table).length === longest);
}
