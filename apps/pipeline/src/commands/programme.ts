import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {basename, join, relative, resolve} from "node:path";
import {DataError, formatNumber} from "@observatoire/catalog";
import {indicators} from "@observatoire/indicators";
import {
  type AxeProgramme,
  calendarDay,
  computeSuivi,
  importDeveco,
  importTet,
  type Plan,
  type PlanContext,
  type PlanFault,
  readPlan,
  readPlanWorkbook,
  tablesPlan,
  writePlan,
  writePlanWorkbook
} from "@observatoire/programme";
import {loadTerritoire} from "../load-territoire.ts";
import type {Project} from "../project.ts";
import {type ProgrammeFolder, planError, programmeFolder, readProgrammeFiles} from "../read-programme.ts";
import {correctionFault, publishPlan} from "../refresh.ts";
import type {Reporter} from "../reporter.ts";

export interface ProgrammeOptions {
  demo: boolean;
  tet: boolean;
  deveco: boolean;
  /** Axis of what an import brings without one. */
  axe: AxeProgramme;
}

interface Said {
  text: string;
  data: unknown;
  fault?: DataError | null;
}

/** The plan's files: created, checked, taken to a workbook and back, completed from another tool's export. */
export async function programme(
  project: Project,
  {
    words,
    options,
    now: clock,
    reporter
  }: {words: readonly string[]; options: ProgrammeOptions; now: () => Date; reporter: Reporter}
): Promise<Said> {
  const now = clock();
  const [action, file, ...others] = words;
  if (others.length === 0) {
    if (action === "init" && file === undefined) return init(requireFolder(project, options).folder);
    if (action === "check" && file === undefined) return check(project, requireFolder(project, options), now);
    if (action === "publish" && file === undefined) return publish(project, {reporter, now: clock});
    if (action === "export" && file !== undefined) return exportPlan(project, resolve(file), {options, now});
    if (action === "import" && file !== undefined) return importFile(project, resolve(file), {options, now});
  }
  throw new DataError("USAGE", {
    where: "programme",
    expected: "« programme init », « check », « publish », « export plan.xlsx » ou « import plan.xlsx »",
    found: words.length === 0 ? "rien après « programme »" : `« ${words.join(" ")} »`,
    action: "choisir l'un des cinq"
  });
}

async function publish(project: Project, input: {reporter: Reporter; now: () => Date}): Promise<Said> {
  const {manifest, changed} = await publishPlan(project, input);
  const text =
    changed === null
      ? "Rien n'a changé depuis les dernières pages publiées.\n"
      : `Pages publiées avec le plan d'actions de ce jour : passage ${manifest.run}.\n`;
  const fault = correctionFault(manifest);
  return {text: fault ? "" : text, data: manifest, fault};
}

function requireFolder(project: Project, {demo}: ProgrammeOptions): ProgrammeFolder {
  const found = programmeFolder(project, {demo});
  if (found !== null) return found;
  throw new DataError("PROGRAMME", {
    where: "data/territoire.yaml",
    expected: "le dossier du plan d'actions à la ligne « programme: »",
    found: "rien",
    action:
      "ajouter une ligne qui commence par programme: puis nomme ce dossier, et lancer « npx observatoire programme init »"
  });
}

function init(folder: string): Said {
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

function planContext(project: Project, {folder, fictif}: ProgrammeFolder): PlanContext {
  const {perimetre} = loadTerritoire(project, []);
  return {
    folder: relative(process.cwd(), folder) || folder,
    // The example names the intercommunalités of the home territory, whatever the one shown.
    epcis: fictif ? null : new Set(perimetre.epci.map(({code}) => code)),
    indicateurs: new Set(indicators.map(({id}) => id))
  };
}

function check(project: Project, found: ProgrammeFolder, now: Date): Said {
  const {plan, faults} = readPlan(readProgrammeFiles(found.folder), planContext(project, found));
  if (faults.length > 0) return {text: "", data: faults, fault: planError(faults)};
  const suivi = computeSuivi(plan, {
    date: calendarDay(now),
    dateLabel: loadTerritoire(project, []).declaration.label,
    observations: {valeurs: () => [], effectif: () => null}
  });
  const {actions, realisees, en_retard, bloquees} = suivi.avancement[0]!.avancement;
  const alerts = suivi.completude
    .filter(({alerte}) => alerte)
    .map(
      (one) =>
        `À compléter : « ${one.champ} » manque à ${one.actions - one.remplies} actions sur ${one.actions}.`
    );
  return {
    text: `Plan d'actions juste : aucune correction à faire.\n\n${countRows(plan)}\n\nActions principales : ${actions}, dont ${realisees} réalisées, ${en_retard} en retard, ${bloquees} bloquées.\n${alerts.map((line) => `${line}\n`).join("")}`,
    data: {avancement: suivi.avancement, completude: suivi.completude}
  };
}

const countRows = (plan: Plan): string =>
  tablesPlan.map((table) => `${table.padEnd(20)} ${formatNumber(plan[table].length)}`).join("\n");

interface FileOptions {
  options: ProgrammeOptions;
  now: Date;
}

async function exportPlan(project: Project, file: string, {options, now}: FileOptions): Promise<Said> {
  const found = requireFolder(project, options);
  const {plan, faults} = readPlan(readProgrammeFiles(found.folder), planContext(project, found));
  if (faults.length > 0) throw planError(faults);
  const title = `Plan d'actions du Territoire d'industrie ${loadTerritoire(project, []).declaration.nom}`;
  writeFileSync(file, await writePlanWorkbook(plan, {title, date: calendarDay(now)}));
  return {
    text: `Plan écrit dans ${file}.\n${countRows(plan)}\nAprès modification, le relire par « npx observatoire programme import ${basename(file)} ».\n`,
    data: {file, rows: Object.fromEntries(tablesPlan.map((table) => [table, plan[table].length]))}
  };
}

/** Replaces the files of the plan by what a workbook or another tool's export says; the former ones are kept beside. */
async function importFile(project: Project, file: string, {options, now}: FileOptions): Promise<Said> {
  const found = requireFolder(project, {...options, demo: false});
  if (!existsSync(file)) {
    throw new DataError("PROGRAMME", {
      where: file,
      expected: "un fichier à importer",
      found: "rien à cette adresse",
      action: "vérifier le nom du fichier"
    });
  }
  const context = planContext(project, found);
  const bytes = readFileSync(file);
  const read = await readImport(bytes, file, {found, context, options});
  if (read.faults.length > 0) throw planError(read.faults);
  const kept = join(found.folder, `avant-import-${now.toISOString().replace(/[:.]/g, "")}`);
  replacePlan(found.folder, read.plan, kept);
  return {
    text: `Plan importé de ${basename(file)} ; les fichiers d'avant sont gardés dans ${kept}.\n${countRows(read.plan)}\n${read.notes.map((note) => `${note}\n`).join("")}`,
    data: {
      rows: Object.fromEntries(tablesPlan.map((table) => [table, read.plan[table].length])),
      notes: read.notes
    }
  };
}

interface Import {
  plan: Plan;
  faults: readonly PlanFault[];
  /** What was left aside, one sentence each. */
  notes: readonly string[];
}

/** A workbook is the whole plan; an export of another tool completes the one there. */
async function readImport(
  bytes: Uint8Array,
  file: string,
  {found, context, options}: {found: ProgrammeFolder; context: PlanContext; options: ProgrammeOptions}
): Promise<Import> {
  const name = basename(file);
  if (!options.tet && !options.deveco) {
    return {...(await readPlanWorkbook(bytes, {...context, file: name})), notes: []};
  }
  const {plan, faults} = readPlan(readProgrammeFiles(found.folder), context);
  if (faults.length > 0) return {plan, faults, notes: []};
  const {axe} = options;
  const read = options.tet
    ? await importTet(bytes, {file: name, plan, axe})
    : await importDeveco(bytes, {file: name, plan, axe});
  const merged = {...plan, ...read.plan};
  if (read.faults.length > 0) return {...read, plan: merged};
  // What its tables say together (dates, references) is checked as if it had been typed.
  const texts = [...writePlan(merged)].map(([table, text]) => [table, Buffer.from(text)] as const);
  return {plan: merged, faults: readPlan(new Map(texts), context).faults, notes: read.notes};
}

/** The former files are kept aside first, then each new one takes its place at once. */
function replacePlan(folder: string, plan: Plan, kept: string): void {
  const former = readProgrammeFiles(folder);
  mkdirSync(kept, {recursive: true});
  for (const [name, bytes] of former) writeFileSync(join(kept, name), bytes, {flush: true});
  for (const [name, text] of writePlan(plan)) {
    const part = join(folder, `.${name}.part`);
    writeFileSync(part, text, {flush: true});
    renameSync(part, join(folder, name));
  }
}
