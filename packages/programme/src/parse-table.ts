import {closestName} from "@observatoire/catalog";
import {planColumns} from "./columns.ts";
import {type CellValue, parseCell} from "./parse-cell.ts";
import type {TablePlan} from "./plan.ts";
import type {PlanFault} from "./plan-fault.ts";
import {planFault} from "./plan-sentence.ts";

/** A row of the plan with the line it came from. */
export interface PlanRow {
  line: number;
  values: Record<string, CellValue>;
  /** Columns whose cell was refused: their null is not what the person wrote. */
  refused: ReadonlySet<string>;
}

/** Reads the records of a table (header first, as a spreadsheet numbers them); a refused cell is null. */
export function parseTable(
  table: TablePlan,
  file: string,
  records: readonly (readonly string[])[],
  faults: PlanFault[]
): PlanRow[] {
  const columns = planColumns[table];
  const header = (records[0] ?? []).map((name) => name.trim());
  // Excel saves empty columns at the right of the last one as bare separators.
  const width = header.findLastIndex((name) => name !== "") + 1;
  const named = header.slice(0, width);
  const place = {file, table, line: 1};
  const unknown = named.filter((name) => !columns.some((column) => column.name === name));
  for (const name of unknown) {
    const missing = columns.map((column) => column.name).filter((column) => !named.includes(column));
    const near = missing.length > 0 ? closestName([name], missing) : undefined;
    faults.push(
      planFault(
        "colonne-inconnue",
        {...place, column: name},
        {
          expected: near ? `la colonne « ${near} »` : "une colonne du plan",
          read: name,
          action: near ? `la renommer « ${near} »` : "supprimer la colonne"
        }
      )
    );
  }
  for (const {name} of columns) {
    const count = named.filter((other) => other === name).length;
    if (count === 0)
      faults.push(
        planFault("colonne-absente", place, {
          expected: `la colonne « ${name} »`,
          read: null,
          action: "ajouter la colonne, même vide"
        })
      );
    if (count > 1)
      faults.push(
        planFault(
          "colonne-double",
          {...place, column: name},
          {
            expected: "une seule colonne de ce nom",
            read: name,
            found: `${count} colonnes`,
            action: "supprimer celle qui est de trop"
          }
        )
      );
  }
  return records.slice(1).flatMap((record, i) => {
    if (record.every((cell) => cell.trim() === "")) return [];
    const line = i + 2;
    const extra = record.slice(width).some((cell) => cell.trim() !== "");
    if (extra || record.length < width) {
      faults.push(
        planFault(
          extra ? "champs-de-trop" : "champs-manquants",
          {file, table, line},
          {
            expected: `${width} champs`,
            read: record.join(";"),
            found: `${record.length} champs`,
            action: extra
              ? "mettre entre guillemets le texte qui contient un point-virgule"
              : "compléter la ligne"
          }
        )
      );
      return [];
    }
    const values: Record<string, CellValue> = {};
    const refused = new Set<string>();
    for (const column of columns) {
      const at = named.indexOf(column.name);
      const read = at < 0 ? "" : (record[at] ?? "");
      const cell = at < 0 ? {value: column.type === "liste" ? [] : null} : parseCell(read, column);
      if ("fault" in cell) {
        const {kind, ...parts} = cell.fault;
        faults.push(
          planFault(kind, {file, table, line, column: column.name}, {...parts, read: read.trim() || null})
        );
        values[column.name] = column.type === "liste" ? [] : null;
        refused.add(column.name);
      } else values[column.name] = cell.value;
    }
    return [{line, values, refused}];
  });
}
