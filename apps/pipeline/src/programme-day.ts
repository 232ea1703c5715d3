import {readdirSync} from "node:fs";
import {calendarDay} from "@observatoire/programme";
import type {Project} from "./project.ts";
import {hashPlanFiles, programmeFolder, readProgrammeFiles} from "./read-programme.ts";

/**
 * What pages say of the plan on a day, as words: its files, the frozen sessions, and how many of its dates are past. When one
 * more is, an action or a step may have become late, and the pages are published again.
 */
export function describePlanDay(project: Project, {demo, today}: {demo: boolean; today: Date}): string[] {
  const found = programmeFolder(project, {demo});
  const sessions = listSessions(project).map((date) => `séance ${date}`);
  if (found === null) return sessions;
  const day = calendarDay(today);
  const texts = [...readProgrammeFiles(found.folder).values()].map((bytes) => Buffer.from(bytes).toString());
  const dates = texts.flatMap((text) => [...text.matchAll(/\b(\d{2})\/(\d{2})\/(\d{4})\b/g)]);
  const past = dates.filter(([, jour, mois, annee]) => `${annee}-${mois}-${jour}` < day).length;
  return [...sessions, `plan ${hashPlanFiles(project, {demo})}`, `dates passées ${past}`];
}

function listSessions({editions}: Project): string[] {
  try {
    return readdirSync(editions)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch {
    return [];
  }
}
