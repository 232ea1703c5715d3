import {readdirSync, readFileSync, statSync} from "node:fs";
import {isAbsolute, join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {readDeclaration} from "./load-territoire.ts";
import type {Project} from "./project.ts";

/** Folder of the action plan, absolute; throws PROGRAMME when territoire.yaml names none. */
export function programmeFolder(project: Project): string {
  const {programme} = readDeclaration(project);
  if (programme !== null) return isAbsolute(programme) ? programme : join(project.data, programme);
  throw new DataError("PROGRAMME", {
    where: "data/territoire.yaml",
    expected: "la clé « programme », le dossier du plan d'actions",
    found: "un fichier sans elle",
    action: "ajouter une ligne qui commence par programme:"
  });
}

/** Bytes of the CSV files of a folder, by name; empty when there is no such folder. */
export function readProgrammeFiles(folder: string): Map<string, Uint8Array> {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return new Map();
  const names = readdirSync(folder).filter((name) => /^[^.].*\.csv$/i.test(name));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]));
}
