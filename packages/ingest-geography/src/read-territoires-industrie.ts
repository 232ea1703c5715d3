import {readFileSync} from "node:fs";
import {matchHeader} from "@observatoire/catalog";
import {source} from "../territoires_industrie/source.ts";
import type {CommuneTerritoireIndustrie} from "./resolve-perimetre.ts";

const [file] = source.files;

/**
 * Reads the archived list of communes of TIs: the perimeter is needed before the warehouse opens.
 * Columns are found by name, as everywhere.
 */
export function readTerritoiresIndustrie(path: string): CommuneTerritoireIndustrie[] {
  const [header = [], ...rows] = splitCsv(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  const {columns} = matchHeader(`${source.id}/${file.id}`, file, header);
  const cell = (row: readonly string[], name: keyof typeof file.columns) =>
    row[header.indexOf(columns[name] ?? "")]?.trim() ?? "";
  return rows.map((row) => ({
    idTi: cell(row, "id_ti"),
    nomTi: cell(row, "nom_ti"),
    codeCommune: cell(row, "code_commune")
  }));
}

/** Records of a comma CSV whose quotes are doubled inside quotes. */
function splitCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}
