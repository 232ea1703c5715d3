import {createHash} from "node:crypto";
import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {calendarDay} from "@observatoire/programme";
import {listEditionFolders} from "./editions/edition-folder.ts";
import type {Project} from "./project.ts";
import {hashPlanFiles, programmeFolder, readProgrammeFiles} from "./read-programme.ts";

/**
 * What pages say of the plan on a day, as words: its files, those of the frozen sessions, and how many of its dates are past. When one
 * more is, an action or a step may have become late, and the pages are published again.
 */
export function describePlanDay(project: Project, {demo, today}: {demo: boolean; today: Date}): string[] {
  const found = programmeFolder(project, {demo});
  const sessions = listEditionFolders(project).map(
    (date) => `séance ${date} ${describeFiles(join(project.editions, date))}`
  );
  if (found === null) return sessions;
  const day = calendarDay(today);
  const texts = [...readProgrammeFiles(found.folder).values()].map((bytes) => Buffer.from(bytes).toString());
  const dates = texts.flatMap((text) => [...text.matchAll(/\b(\d{2})\/(\d{2})\/(\d{4})\b/g)]);
  const past = dates.filter(([, jour, mois, annee]) => `${annee}-${mois}-${jour}` < day).length;
  return [...sessions, `plan ${hashPlanFiles(project, {demo})}`, `dates passées ${past}`];
}

/** Sizes and dates of the files of a session: enough to tell that it is to be read again, without reading it each time. */
function describeFiles(folder: string): string {
  const hash = createHash("sha256");
  const entries = readdirSync(folder, {recursive: true, encoding: "utf8", withFileTypes: true});
  const paths = entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
  for (const path of paths.sort()) {
    const {size, mtimeMs} = statSync(path);
    hash.update(`${path.slice(folder.length)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}
