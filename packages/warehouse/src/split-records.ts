import type {CsvLayout} from "./scan-records.ts";

/** First records of a CSV text, blank lines skipped; for headers and samples only, DuckDB reads the data. */
export function splitRecords(
  text: string,
  {delimiter, quote, escape: escapedBy}: CsvLayout,
  limit: number
): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let quoted = false;
  const endRecord = () => {
    record.push(field.endsWith("\r") ? field.slice(0, -1) : field);
    if (record.length > 1 || record[0] !== "") records.push(record);
    record = [];
    field = "";
  };
  for (let i = 0; i < text.length && records.length < limit; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char === escapedBy) field += text[++i] ?? "";
      else if (char !== quote) field += char;
      else if (text[i + 1] === quote) field += text[++i];
      else quoted = false;
    } else if (char === quote && field === "") quoted = true;
    else if (char === delimiter) {
      record.push(field);
      field = "";
    } else if (char === "\n") endRecord();
    else field += char;
  }
  if (records.length < limit && (field !== "" || record.length > 0)) endRecord();
  return records;
}
