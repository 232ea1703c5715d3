import {DataError, type Dialect, type SourceFile} from "@observatoire/catalog";
import {bindHeader} from "./bind-header.ts";
import type {Measure} from "./inspect-file.ts";
import {openCsv} from "./open-csv.ts";
import {openWarehouse} from "./open-warehouse.ts";
import {quoteIdentifier, quoteText} from "./quote-sql.ts";
import {readCsvCall} from "./raw-relation.ts";
import {refuseEncoding} from "./refuse-bytes.ts";
import {scanRecords} from "./scan-records.ts";

/** Measures a CSV: header and sample by hand, records byte by byte, values in an in-memory DuckDB as text. */
export async function measureCsv(
  path: string,
  where: string,
  file: SourceFile,
  dialect: Extract<Dialect, {format: "csv"}>
): Promise<Measure> {
  const {header, sample} = await openCsv(path, where, file, dialect);
  // Before the long read: a wrong header is told at once.
  bindHeader(where, file, header);
  const scan = await scanRecords(path, dialect);
  refuseEncoding(where, dialect.encoding, scan);
  if (scan.unclosedQuoteLine !== null) {
    throw new DataError("TRUNCATED", {
      where,
      expected: "des guillemets fermés",
      found: `un guillemet ouvert à la ligne ${scan.unclosedQuoteLine} et jamais refermé`,
      action: "retélécharger le fichier : il est sans doute coupé"
    });
  }
  if (scan.mixedLineEnds) {
    throw new DataError("DIALECT", {
      where,
      expected: "une seule sorte de fin de ligne",
      found: "des fins de ligne Windows (CRLF) et Unix (LF) mélangées",
      action: "reprendre le fichier du producteur, sans l'assembler ni le modifier"
    });
  }
  const relation = readCsvCall(path, file, header, {options: ["ignore_errors = true"]});
  return {header, sample, rows: scan.records - 1, ...measureValues(relation)};
}

/** Questions about the values of a relation, answered as text. */
export function measureValues(relation: string): Pick<Measure, "countAmong" | "max" | "firstShort"> {
  const ask = async <T>(select: string): Promise<T | null> => {
    const memory = await openWarehouse(":memory:");
    try {
      const [row] = await memory.all<{answer: T | null}>(`select ${select} from ${relation}`);
      return row?.answer ?? null;
    } finally {
      memory.close();
    }
  };
  return {
    countAmong: async (header, values) => {
      if (values.length === 0) return 0;
      const column = `trim(${quoteIdentifier(header)}::varchar)`;
      const list = values.map(quoteText).join(", ");
      return (await ask<number>(`count(distinct ${column}) filter (${column} in (${list})) as answer`)) ?? 0;
    },
    firstShort: (codes) => {
      const cases = codes.map(({header, length}, rank) => {
        const cell = `trim(${quoteIdentifier(header)}::varchar)`;
        const isShort = `length(${cell}) < ${length} and regexp_full_match(${cell}, '\\d+(?:[.,]\\d+)?(?:[eE]\\+?\\d+)?')`;
        return `when ${isShort} then {rank: ${rank}, value: ${cell}}`;
      });
      return ask(`min(case ${cases.join(" ")} end) as answer`);
    },
    max: (header) => ask<string>(`max(${quoteIdentifier(header)})::varchar as answer`)
  };
}
