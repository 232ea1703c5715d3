import {readFile} from "node:fs/promises";
import {
  DataError,
  matchHeader,
  type SourceFile,
  type SourceModule,
  type Transport
} from "@observatoire/catalog";
import type {Inspect} from "../src/inspection.ts";

/** A tiny source: population by commune and year, as a comma CSV. */
export function villagesModule(
  transport: Transport,
  overrides: Partial<SourceFile> = {}
): SourceModule & {source: {files: readonly [SourceFile]}} {
  const file: SourceFile = {
    id: "population",
    title: "Population par commune",
    transport,
    fileName: "^villages.*\\.csv$",
    dialect: {format: "csv", delimiter: ",", encoding: "utf-8", quote: '"'},
    columns: {
      code_commune: {meaning: "Code officiel", type: "texte"},
      annee: {meaning: "Année", type: "entier"}
    },
    key: ["code_commune", "annee"],
    communeColumn: "code_commune",
    rows: {min: 1, max: 1000},
    ...overrides
  };
  return {
    source: {
      id: "villages",
      title: "Villages",
      producer: "Institut des villages",
      description: "Source d'essai.",
      homepage: "https://exemple.fr",
      licence: "licence-ouverte-2.0",
      attribution: "",
      cadence: "annuelle",
      freshness: {warnAfterDays: 400, errorAfterDays: 500},
      files: [file],
      limits: []
    },
    directory: "",
    readVintage: ({sample, header}) => {
      const column = header.indexOf("annee");
      const year =
        sample
          .map((row) => row[column] ?? "")
          .sort()
          .at(-1) ?? "";
      return {vintage: year, vintageDate: `${year}-01-01`};
    },
    simulate: null
  };
}

/** Stands in for the warehouse: splits at commas; the perimeter is the communes of Seine-et-Marne. */
export const inspectVillages: Inspect = async (path, file, where) => {
  const lines = (await readFile(path, "utf8")).trim().split("\n");
  const [header = [], ...rows] = lines.map((line) => line.split(","));
  const match = matchHeader(where, file, header);
  const covered = new Set(rows.map(([code = ""]) => code).filter((code) => code.startsWith("77"))).size;
  if (rows.length === 0) throw refusal("EMPTY", where, "des lignes", "un en-tête seul");
  if (covered === 0) throw refusal("COVERAGE", where, "des communes du périmètre", "aucune");
  return {header, periods: match.periods, sample: rows, rows: rows.length, covered, max: async () => null};
};

function refusal(code: "EMPTY" | "COVERAGE", where: string, expected: string, found: string): DataError {
  return new DataError(code, {where, expected, found, action: "donner le bon fichier"});
}
