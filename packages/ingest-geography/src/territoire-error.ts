import {DataError, type DataErrorParts} from "@observatoire/catalog";

/** A fault of `data/territoire.yaml`, said with its line when there is one. */
export function territoireError(
  path: string,
  line: number | null,
  parts: Omit<DataErrorParts, "where">
): DataError {
  return new DataError("TERRITOIRE", {where: line === null ? path : `${path}, ligne ${line}`, ...parts});
}

/** "« a », « b »", at most five. */
export function quoteList(values: readonly string[]): string {
  const shown = values.slice(0, 5).map((value) => `« ${value} »`);
  return shown.join(", ") + (values.length > 5 ? ", …" : "");
}
