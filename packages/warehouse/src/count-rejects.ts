import type {SourceFile} from "@observatoire/catalog";
import {nameRejects} from "./name-rejects.ts";
import type {Warehouse} from "./open-warehouse.ts";
import {quoteIdentifier} from "./quote-sql.ts";

/** Rows left out, and the first of them as a message tells it. */
export interface LeftOut {
  rows: number;
  first: {line: number | null; expected: string; found: string} | null;
}

interface Reject {
  line: number;
  column_name: string | null;
  error_type: string;
  error_message: string;
}

/** Rows that DuckDB could not read as declared; a row counts once, whatever the number of scans and of bad cells. */
export async function countRejects(warehouse: Warehouse, source: string, file: SourceFile): Promise<LeftOut> {
  const total: LeftOut = {rows: 0, first: null};
  for (let part = 0; ; part++) {
    const {errors} = nameRejects(source, file, part);
    const [table] = await warehouse.all("select 1 from duckdb_tables() where table_name = $1", [errors]);
    if (!table) return total;
    const [count] = await warehouse.all<{n: number}>(
      `select count(distinct line) as n from ${quoteIdentifier(errors)}`
    );
    const [first] = await warehouse.all<Reject>(
      `select line, column_name, error_type, error_message from ${quoteIdentifier(errors)} order by line, column_idx limit 1`
    );
    total.rows += count?.n ?? 0;
    if (first) total.first ??= describeReject(first);
  }
}

function describeReject({
  line,
  column_name,
  error_type,
  error_message
}: Reject): NonNullable<LeftOut["first"]> {
  if (error_type === "CAST") {
    const [, value = "", type = ""] =
      /Could not convert string "([\s\S]*)" to '([A-Z]+)/.exec(error_message) ?? [];
    return {line, expected: `${kinds[type] ?? type} dans « ${column_name} »`, found: `« ${value} »`};
  }
  const [, expected, found] = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(error_message) ?? [];
  if (expected) return {line, expected: `${expected} colonnes`, found: `${found} colonnes`};
  return {
    line,
    expected: "une ligne lisible",
    found: faults[error_type] ?? error_message.split("\n")[0] ?? error_type
  };
}

const kinds: Readonly<Record<string, string>> = {
  BIGINT: "un nombre entier",
  DOUBLE: "un nombre",
  DATE: "une date (AAAA-MM-JJ)",
  BOOLEAN: "vrai ou faux"
};

const faults: Readonly<Record<string, string>> = {
  "UNQUOTED VALUE": "un guillemet mal fermé",
  "LINE SIZE OVER MAXIMUM": "une ligne trop longue",
  "INVALID ENCODING": "des caractères d'un autre encodage"
};
