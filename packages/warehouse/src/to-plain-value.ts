import {
  DuckDBArrayValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  type DuckDBValue
} from "@duckdb/node-api";

/** A DuckDB value as JSON can hold it: 64-bit integers become numbers when exact (else text), dates ISO text. */
export function toPlainValue(value: DuckDBValue): unknown {
  if (value === null || typeof value !== "object") {
    return typeof value === "bigint" ? toPlainInteger(value) : value;
  }
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue)
    return value.items.map(toPlainValue);
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([key, item]) => [key, toPlainValue(item)]));
  }
  if (value instanceof DuckDBMapValue) {
    return Object.fromEntries(value.entries.map(({key, value: item}) => [String(key), toPlainValue(item)]));
  }
  return value.toString();
}

function toPlainInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}
