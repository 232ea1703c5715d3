import Papa from "papaparse";
import type {PlanFault} from "./plan-fault.ts";
import {planFault} from "./plan-sentence.ts";
import {refusedWorkbook} from "./read-workbook.ts";
import {readGrid} from "./workbook-grid.ts";

/** Records of an export of another tool: rows already read, or the bytes of a workbook (its first sheet) or of a CSV. */
export type ImportInput = Uint8Array | readonly (readonly string[])[];

/** Header and rows of an export, as text; CSV in UTF-8 or windows-1252, whatever its separator. */
export async function readRecords(
  file: string,
  input: ImportInput
): Promise<{records: readonly (readonly string[])[]; faults: PlanFault[]; notes: string[]}> {
  if (!(input instanceof Uint8Array)) return {records: input, faults: [], notes: []};
  // A zip begins with PK, an old .xls with D0 CF.
  const isBook = (input[0] === 0x50 && input[1] === 0x4b) || (input[0] === 0xd0 && input[1] === 0xcf);
  if (isBook) {
    const grid = await readGrid(input);
    if (typeof grid === "string")
      return {
        records: [],
        faults: [refusedWorkbook(file, grid, "classeur Excel (.xlsx) ou un CSV")],
        notes: []
      };
    const [first, ...others] = grid.filter(({rows}) => rows.length > 0);
    const notes = others.map(({name}) => `${file} : la feuille « ${name} » n'est pas lue.`);
    return {records: first?.rows ?? [], faults: [], notes};
  }
  const text = decode(input);
  if (text.trim() === "" || text.includes("\u0000"))
    return {
      records: [],
      faults: [emptyExport(file, text.trim() === "" ? "rien" : "un fichier d'un autre genre")],
      notes: []
    };
  return {records: Papa.parse<string[]>(text, {delimiter: separatorOf(text)}).data, faults: [], notes: []};
}

/** The separator that the header holds most. */
function separatorOf(text: string): string {
  const [header = ""] = text.trimStart().split(/\r?\n/, 1);
  const count = (sign: string) => header.split(sign).length;
  return [";", ",", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function emptyExport(file: string, found: string): PlanFault {
  const expected = "un classeur Excel (.xlsx) ou un CSV avec sa ligne d'en-tête";
  return planFault("fichier-vide", {file}, {expected, read: null, found, action: "refaire l'export"});
}
