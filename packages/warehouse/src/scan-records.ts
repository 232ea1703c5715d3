import {isUtf8} from "node:buffer";
import {createReadStream} from "node:fs";
import type {Dialect} from "@observatoire/catalog";

/** What a reader of CSV bytes must know. */
export type CsvLayout = Pick<Extract<Dialect, {format: "csv"}>, "quote" | "escape"> & {delimiter: string};

/** What a whole CSV file holds, read byte by byte without DuckDB, so that the loader can be held to account. */
export interface RecordScan {
  /** Records that are not blank, header included. */
  records: number;
  /** Every byte sequence is UTF-8, and at least one character is not ASCII. */
  utf8: boolean;
  ascii: boolean;
  /** Some records end with CRLF and others with LF: DuckDB refuses the whole file for it. */
  mixedLineEnds: boolean;
  /** Line (from 1) where a quote opens and is never closed; null when all is well. */
  unclosedQuoteLine: number | null;
}

const newline = 10;
const carriageReturn = 13;

/** Reads a file once: counts its records (quotes respected, blank lines skipped) and tells its encoding. */
export async function scanRecords(
  path: string,
  {delimiter, quote, escape: escapedBy}: CsvLayout
): Promise<RecordScan> {
  const codeOf = (text: string | undefined) => (text ? text.charCodeAt(0) : -1);
  const counter = createCounter(codeOf(delimiter), codeOf(quote), codeOf(escapedBy));
  let isValid = true;
  let isAscii = true;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, {highWaterMark: 4 << 20}) as AsyncIterable<Buffer>) {
    counter.read(chunk);
    const end = chunk.lastIndexOf(newline) + 1;
    const whole = rest.length > 0 ? Buffer.concat([rest, chunk.subarray(0, end)]) : chunk.subarray(0, end);
    isValid &&= isUtf8(whole);
    isAscii &&= !hasHighByte(whole);
    rest = end === 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk.subarray(end));
  }
  isValid &&= isUtf8(rest);
  isAscii &&= !hasHighByte(rest);
  return {...counter.end(), utf8: isValid && !isAscii, ascii: isAscii};
}

function hasHighByte(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte > 127) return true;
  return false;
}

function createCounter(delimiter: number, quote: number, escapedBy: number) {
  let records = 0;
  let line = 1;
  let isBlank = true;
  let isFieldStart = true;
  let isQuoted = false;
  let isEscaped = false;
  let openedAt = 0;
  let previous = -1;
  let crlf = 0;
  let lf = 0;

  const endLine = (before: number | undefined): void => {
    if (before === carriageReturn) crlf++;
    else lf++;
  };

  const readSlowly = (chunk: Buffer): void => {
    for (const byte of chunk) {
      if (byte === newline) line++;
      if (isQuoted) {
        // A doubled quote closes then opens again: the count stays right without looking ahead.
        if (isEscaped) isEscaped = false;
        else if (byte === escapedBy) isEscaped = true;
        else if (byte === quote) {
          isQuoted = false;
          isFieldStart = true;
        }
      } else if (byte === newline) {
        if (!isBlank) records++;
        isBlank = true;
        isFieldStart = true;
        endLine(previous);
      } else if (byte === quote && isFieldStart) {
        isQuoted = true;
        isBlank = false;
        openedAt = line;
      } else {
        if (byte !== carriageReturn) isBlank = false;
        isFieldStart = byte === delimiter;
      }
      previous = byte;
    }
  };

  const readPlainly = (chunk: Buffer): void => {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      const isEmpty = end === start || (end === start + 1 && chunk[start] === carriageReturn);
      if (!(isEmpty && isBlank)) records++;
      endLine(end === 0 ? previous : chunk[end - 1]);
      isBlank = true;
      line++;
      start = end + 1;
    }
    if (start > 0) isFieldStart = true;
    if (start < chunk.length) {
      if (!(chunk.length === start + 1 && chunk[start] === carriageReturn)) isBlank = false;
      isFieldStart = chunk[chunk.length - 1] === delimiter;
    }
    previous = chunk[chunk.length - 1] ?? previous;
  };

  return {
    read: (chunk: Buffer): void => {
      if (isQuoted || (quote >= 0 && chunk.includes(quote))) readSlowly(chunk);
      else readPlainly(chunk);
    },
    end: () => ({
      records: isBlank ? records : records + 1,
      mixedLineEnds: crlf > 0 && lf > 0,
      unclosedQuoteLine: isQuoted ? openedAt : null
    })
  };
}
