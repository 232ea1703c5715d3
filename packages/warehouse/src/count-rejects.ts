import type {ColumnType, SourceFile} from "@observatoire/catalog";
import {type Cause, guessCause} from "./guess-cause.ts";
import {nameRejects, recordError} from "./name-rejects.ts";
import type {Warehouse} from "./open-warehouse.ts";
import {quoteIdentifier} from "./quote-sql.ts";

/** Rows left out, and the first of them as a message tells it. */
export interface LeftOut {
  rows: number;
  first: ({line: number | null; expected: string; found: string} & Cause) | null;
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
  line: rank,
  column_name,
  error_type,
  error_message
}: Reject): NonNullable<LeftOut["first"]> {
  // Parquet and JSON have no lines to speak of.
  const line = error_type === recordError ? null : rank;
  if (error_type === "CAST" || error_type === recordError) {
    const [, value = "", sqlType = ""] =
      /Could not convert string "([\s\S]*)" to '([A-Z]+)/.exec(error_message) ?? [];
    const {kind, type} = kinds[sqlType] ?? {kind: sqlType, type: "texte"};
    const column = column_name ?? "";
    const found = `« ${value} »`;
    return {line, expected: `${kind} dans « ${column} »`, found, ...guessCause(value, {column, type})};
  }
  const [, expected, found] = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(error_message) ?? [];
  if (expected) {
    const cause =
      Number(found) > Number(expected)
        ? "un séparateur dans un champ sans guillemets"
        : "une ligne coupée, ou un retour à la ligne dans un champ sans guillemets";
    return {line, expected: `${expected} colonnes`, found: `${found} colonnes`, code: "TYPE", cause};
  }
  return {
    line,
    expected: "une ligne lisible",
    found: faults[error_type] ?? error_message.split("\n")[0] ?? error_type,
    code: "TYPE",
    cause: "une ligne abîmée ou mal protégée par ses guillemets"
  };
}

const kinds: Readonly<Record<string, {kind: string; type: ColumnType}>> = {
  BIGINT: {kind: "un nombre entier", type: "entier"},
  DOUBLE: {kind: "un nombre", type: "decimal"},
  DATE: {kind: "une date (AAAA-MM-JJ)", type: "date"},
  BOOLEAN: {kind: "vrai ou faux", type: "booleen"}
};

const faults: Readonly<Record<string, string>> = {
  "UNQUOTED VALUE": "un guillemet mal fermé",
  "LINE SIZE OVER MAXIMUM": "une ligne trop longue",
  "INVALID ENCODING": "des caractères d'un autre encodage"
};
