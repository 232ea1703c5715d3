import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {SourceFile} from "@observatoire/catalog";

/** The small declaration that the tests share: a commune, its name, jobs by year. */
export const emplois: SourceFile = {
  id: "emplois",
  title: "Emplois par commune",
  transport: {kind: "http", url: "https://example.test/emplois.csv"},
  fileName: "^emplois\\.csv$",
  dialect: {format: "csv", delimiter: ";", encoding: "utf-8", quote: '"'},
  columns: {
    code_commune: {
      meaning: "commune",
      type: "texte",
      aliases: ["Code commune"],
      pattern: "^(\\d{2}|2[AB])\\d{3}$"
    },
    nom: {meaning: "nom de la commune", type: "texte"},
    remarque: {meaning: "libre", type: "texte", optional: true}
  },
  families: [
    {
      name: "emplois",
      pattern: "^emplois_(\\d{4})$",
      aliasPattern: "^Emplois (\\d{4})$",
      meaning: "postes",
      type: "entier"
    }
  ],
  key: ["code_commune"],
  communeColumn: "code_commune",
  rows: {min: 1, max: 10}
};

/** Writes a temporary file and returns its path. */
export async function writeTestFile(content: string | Buffer, name = "emplois.csv"): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "warehouse-")), name);
  await writeFile(path, content);
  return path;
}
