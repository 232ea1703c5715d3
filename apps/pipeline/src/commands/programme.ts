import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {DataError, formatNumber} from "@observatoire/catalog";
import {indicators} from "@observatoire/indicators";
import {
  calendarDay,
  computeSuivi,
  type Plan,
  type PlanFault,
  readPlan,
  tablesPlan,
  writePlan
} from "@observatoire/programme";
import {loadTerritoire} from "../load-territoire.ts";
import type {Project} from "../project.ts";
import {programmeFolder, readProgrammeFiles} from "../read-programme.ts";

/** Checks the files of the action plan, or creates them with their headers. */
export async function programme(
  project: Project,
  {words, now}: {words: readonly string[]; now: Date}
): Promise<{text: string; data: unknown; fault?: DataError}> {
  const [action, ...others] = words;
  if (others.length === 0 && action === "init") return init(programmeFolder(project));
  if (others.length === 0 && action === "check") return check(project, programmeFolder(project), now);
  throw new DataError("USAGE", {
    where: "programme",
    expected: "« programme check » ou « programme init »",
    found: words.length === 0 ? "rien après « programme »" : `« ${words.join(" ")} »`,
    action: "choisir l'un des deux"
  });
}

function init(folder: string): {text: string; data: string[]} {
  const empty = Object.fromEntries(tablesPlan.map((table) => [table, []])) as unknown as Plan;
  const files = [...writePlan(empty)];
  const taken = files.find(([name]) => existsSync(join(folder, name)));
  if (taken) {
    throw new DataError("PROGRAMME", {
      where: folder,
      expected: "un dossier sans plan d'actions",
      found: `« ${taken[0]} », qui y est déjà`,
      action: "le remplir, ou nommer un autre dossier dans data/territoire.yaml"
    });
  }
  mkdirSync(folder, {recursive: true});
  for (const [name, text] of files) writeFileSync(join(folder, name), text, {flag: "wx"});
  return {
    text: `${formatNumber(files.length)} fichiers créés dans ${folder}. Les remplir avec Excel, puis lancer « npx observatoire programme check ».\n`,
    data: files.map(([name]) => name)
  };
}

function check(
  project: Project,
  folder: string,
  now: Date
): {text: string; data: unknown; fault?: DataError} {
  const {declaration, perimetre} = loadTerritoire(project, []);
  const {plan, faults} = readPlan(readProgrammeFiles(folder), {
    folder: relative(process.cwd(), folder) || folder,
    epcis: new Set(perimetre.epci.map(({code}) => code)),
    indicateurs: new Set(indicators.map(({id}) => id))
  });
  if (faults.length > 0) return {text: "", data: faults, fault: planError(faults)};
  const suivi = computeSuivi(plan, {
    date: calendarDay(now),
    dateLabel: declaration.label,
    observations: {valeurs: () => [], effectif: () => null}
  });
  const {actions, realisees, en_retard, bloquees} = suivi.avancement[0]!.avancement;
  const rows = tablesPlan.map((table) => `${table.padEnd(20)} ${formatNumber(plan[table].length)}`);
  const alerts = suivi.completude
    .filter(({alerte}) => alerte)
    .map(
      (one) =>
        `À compléter : « ${one.champ} » manque à ${one.actions - one.remplies} actions sur ${one.actions}.`
    );
  return {
    text: `Plan d'actions juste : aucune correction à faire.\n\n${rows.join("\n")}\n\nActions principales : ${actions}, dont ${realisees} réalisées, ${en_retard} en retard, ${bloquees} bloquées.\n${alerts.map((line) => `${line}\n`).join("")}`,
    data: {avancement: suivi.avancement, completude: suivi.completude}
  };
}

/** Every sentence, one a line. */
function planError(faults: readonly PlanFault[]): DataError {
  return new DataError("PROGRAMME", faults.map(({sentence}) => sentence).join("\n"));
}
