import {recordError} from "./name-rejects.ts";
import type {Warehouse} from "./open-warehouse.ts";
import {quoteIdentifier, quoteText} from "./quote-sql.ts";
import type {RawColumn} from "./raw-relation.ts";

/**
 * Lists, in the temporary table `errors`, the values of a JSON or Parquet file that do not read as declared, as DuckDB does
 * for a CSV. Returns the condition that keeps the rows without any, or null when every row is kept. A Parquet column that
 * already has its type is not read.
 */
export async function rejectRecords(
  warehouse: Warehouse,
  relation: string,
  columns: readonly RawColumn[],
  errors: string
): Promise<string | null> {
  const types = new Map(
    (
      await warehouse.all<{column_name: string; column_type: string}>(`describe select * from ${relation}`)
    ).map(({column_name, column_type}) => [column_name, column_type])
  );
  const doubtful = columns
    .filter(({header, type}) => header !== null && !isSafe(types.get(header) ?? "", type))
    .map(({name, header, type}, rank) => {
      const value = quoteIdentifier(header!);
      const changed = writeChanged(value, types.get(header!) ?? "", type);
      const isBad = `coalesce(${value} is not null and (try_cast(${value} as ${type}) is null${changed}), false)`;
      const fault = `{rang: ${rank}, colonne: ${quoteText(name)}, valeur: ${value}::varchar, type: ${quoteText(type)}}`;
      return {isBad, fault};
    });
  if (doubtful.length === 0) return null;
  const isBad = doubtful.map((column) => column.isBad).join(" or ");
  const faults = doubtful.map((column) => `case when ${column.isBad} then ${column.fault} end`);
  await warehouse.run(
    `create or replace temp table ${quoteIdentifier(errors)} as
    with guilty as (
      select row_number() over () as line, unnest(fautes) as faute
      from (select [${faults.join(", ")}] as fautes from ${relation} where ${isBad})
    )
    select line, faute.rang as column_idx, faute.colonne as column_name, ${quoteText(recordError)} as error_type,
      'Could not convert string "' || faute.valeur || '" to ''' || faute.type || '''' as error_message
    from guilty where faute is not null`
  );
  const [found] = await warehouse.all<{n: number}>(`select count(*) as n from ${quoteIdentifier(errors)}`);
  return found?.n ? `not (${isBad})` : null;
}

/** Values that convert, into something else, without a word: 1.5 rounded to an integer, 2 read as true, an infinite number. */
function writeChanged(value: string, from: string, to: string): string {
  if (to === "BIGINT") return ` or try_cast(${value} as double) <> try_cast(${value} as bigint)`;
  if (to === "DOUBLE") return ` or not isfinite(try_cast(${value} as double))`;
  return to === "BOOLEAN" && from !== "VARCHAR" && from !== "BOOLEAN"
    ? ` or try_cast(${value} as double) not in (0, 1)`
    : "";
}

const integers = /^U?(TINY|SMALL|BIG)?INT(EGER)?$/;

/** No value of the first type can fail, or lose anything, when read as the second. */
function isSafe(from: string, to: string): boolean {
  if (to === "VARCHAR" || from === to) return true;
  if (to === "BIGINT") return integers.test(from) && from !== "UBIGINT";
  if (to === "DOUBLE") return integers.test(from) || /^(FLOAT|DECIMAL)/.test(from);
  return to === "DATE" && from.startsWith("TIMESTAMP");
}
