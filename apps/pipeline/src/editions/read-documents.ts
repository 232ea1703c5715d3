import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {DataError} from "@observatoire/catalog";
import type {Visibilite} from "@observatoire/programme";
import type {MadeFile} from "@observatoire/report";
import type {Project} from "../project.ts";
import {readEditions} from "./edition-folder.ts";

/** The documents of a frozen session, verified. */
export function readDocuments(project: Project, date: string, visibilite: Visibilite): MadeFile[] {
  const {intact, withheld} = readEditions(project);
  const fault = withheld.find((one) => one.date === date)?.fault;
  if (fault) throw fault;
  const edition = intact.find((one) => one.date === date);
  const folder = join(project.editions, date, visibilite, "documents");
  if (edition === undefined || !existsSync(folder)) {
    throw new DataError("EDITION", {
      where: "séances figées",
      expected: `une séance du ${date}${visibilite === "comite" ? " figée pour le comité" : ""}`,
      found: "aucune",
      action: "voir « npx observatoire edition list », ou la figer par « edition create »"
    });
  }
  return readdirSync(folder, {recursive: true, encoding: "utf8", withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({name: path.slice(folder.length + 1), bytes: readFileSync(path)}));
}
