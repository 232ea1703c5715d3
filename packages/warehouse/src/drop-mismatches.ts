import type {SourceFile} from "@observatoire/catalog";
import type {LeftOut} from "./count-rejects.ts";
import {guessCause} from "./guess-cause.ts";
import type {Warehouse} from "./open-warehouse.ts";
import {quoteIdentifier, quoteText} from "./quote-sql.ts";

/** Drops the rows whose trimmed values break a declared `pattern`. A missing value breaks none. */
export async function dropMismatches(
  warehouse: Warehouse,
  table: string,
  file: SourceFile,
  column: (name: string) => string
): Promise<LeftOut> {
  const rules = Object.entries(file.columns).flatMap(([name, {pattern}]) => {
    if (pattern === undefined) return [];
    const cell = `trim(${quoteIdentifier(column(name))}::varchar)`;
    return [
      {name, pattern, cell, isBroken: `not coalesce(regexp_matches(${cell}, ${quoteText(pattern)}), true)`}
    ];
  });
  if (rules.length === 0) return {rows: 0, first: null};
  const isBroken = rules.map((rule) => rule.isBroken).join(" or ");
  const cases = rules.map(
    ({name, cell, isBroken: test}) => `when ${test} then [${quoteText(name)}, ${cell}]`
  );
  const guilty = await warehouse.all<{rows: number; first: [string, string] | null}>(
    `select count(*) as rows, first(case ${cases.join(" ")} end order by rowid) as first from ${table} where ${isBroken}`
  );
  const {rows = 0, first = null} = guilty[0] ?? {};
  if (rows === 0 || first === null) return {rows: 0, first: null};
  await warehouse.run(`delete from ${table} where ${isBroken}`);
  const [name, value] = first;
  const {pattern} = rules.find((rule) => rule.name === name)!;
  const cause = guessCause(value, {column: name, type: "texte", pattern});
  const expected = `« ${name} » de la forme ${pattern}`;
  return {rows, first: {line: null, expected, found: `« ${value} »`, ...cause}};
}
