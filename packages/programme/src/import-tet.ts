import {fold} from "@observatoire/catalog";
import {planColumns} from "./columns.ts";
import {bindColumns, freeId, type ImportRecord} from "./import-columns.ts";
import {type ImportInput, readRecords} from "./import-records.ts";
import {parseCell} from "./parse-cell.ts";
import {
  type Action,
  type AxeProgramme,
  axesProgramme,
  type Etape,
  type Plan,
  typesBudget,
  type Visibilite
} from "./plan.ts";
import type {PlanFault} from "./plan-fault.ts";
import {planFault} from "./plan-sentence.ts";
import {printDay} from "./print-cell.ts";
import {mergeTetBudgets} from "./tet-budgets.ts";
import {type TetField, tetColumns} from "./tet-columns.ts";

/** How the fiches of the other tool enter the plan. */
export interface ImportTetOptions {
  /** Name told in the sentences. */
  file: string;
  /** The plan they are merged into. */
  plan: Plan;
  /** Axis of a new action whose own is not one of the programme. */
  axe: AxeProgramme;
  /** Who may read a new action that is not marked confidential; default: the committee alone. */
  visibilite?: Visibilite;
}

/** The tables after the merge, faults that forbid it, and what was left aside. */
export interface ImportTet {
  plan: Pick<Plan, "actions" | "etapes" | "budgets">;
  faults: PlanFault[];
  notes: string[];
}

/**
 * Merges an export of fiches-actions of Territoires en Transitions (xlsx or CSV) into the actions, steps and budgets of a plan. An
 * action already there, by id or else by title, changes in the columns that the export fills and in no other: an empty cell erases
 * nothing. The others are appended. What the tables say together is checked when the merged plan is read. Headers: `tetColumns`.
 */
export async function importTet(input: ImportInput, options: ImportTetOptions): Promise<ImportTet> {
  const {file, plan} = options;
  const read = await readRecords(file, input);
  const unchanged = {actions: plan.actions, etapes: plan.etapes, budgets: plan.budgets};
  if (read.faults.length > 0) return {plan: unchanged, faults: read.faults, notes: []};
  const {records: all, headers, faults, notes: bound} = bindColumns(file, read.records, tetColumns);
  const notes = [...read.notes, ...bound];
  // The export writes an axis without fiche as a row of its own.
  const records = all.filter(({cells}) => cells.titre || cells.statut || cells.description);
  if (records.length < all.length)
    notes.push(`${file} : lignes sans fiche, non reprises : ${all.length - records.length}.`);
  if (faults.length > 0) return {plan: unchanged, faults, notes};

  const actions = new Map(plan.actions.map((action) => [action.id, action]));
  const etapes = [...plan.etapes];
  const budgets = [...plan.budgets];
  const done = new Map<string, number>();
  const parents: {id: string; parent: string; line: number}[] = [];
  for (const record of records) {
    const id = findId(record, actions);
    const reader = readerOf(file, record, actions.has(id), headers, faults);
    const first = done.get(id);
    if (first !== undefined) {
      reader.refuse(
        record.cells.id ? "id" : "titre",
        "id-double",
        `une fiche différente de celle de la ligne ${first}`,
        "ôter l'une des deux"
      );
      continue;
    }
    done.set(id, record.line);
    const known = actions.get(id);
    const values = readAction(reader, record, plan, options, known, notes);
    const action = {...(known ?? emptyAction(id, options)), ...values};
    const above = record.cells.parent;
    const {date_debut: from, date_fin: to} = action;
    if (from !== null && to !== null && to < from)
      reader.refuse(
        "date_fin",
        "dates-inversees",
        `une date à partir du ${printDay(from)}`,
        "corriger l'une des deux dates"
      );
    if (above) parents.push({id, parent: above, line: record.line});
    actions.set(id, action);
    mergeSteps(etapes, action, reader, record.cells.etapes);
    for (const type of typesBudget)
      for (const told of mergeTetBudgets(budgets, action, type, record.cells[type] ?? ""))
        notes.push(`${file}, ligne ${record.line} : ${told}.`);
  }
  for (const {id, parent, line} of parents) {
    const found = idOf(parent, actions) ?? null;
    if (found === null || found === id)
      notes.push(
        `${file}, ligne ${line} : la fiche parente « ${parent} » n'est pas dans le plan ; l'action ${id} reste sans parent.`
      );
    else actions.set(id, {...actions.get(id)!, parent_id: found});
  }
  return faults.length > 0
    ? {plan: unchanged, faults, notes}
    : {plan: {actions: [...actions.values()], etapes, budgets}, faults, notes};
}

type Fiche = ImportRecord<TetField>;

/** Reads the cells of a record with the rules of the plan, and tells those it refuses. */
function readerOf(
  file: string,
  {line, cells}: Fiche,
  known: boolean,
  headers: Partial<Record<TetField, string>>,
  faults: PlanFault[]
) {
  const refuse = (field: TetField, kind: PlanFault["kind"], expected: string, action: string) => {
    faults.push(
      planFault(
        kind,
        {file, table: "actions", line, column: headers[field] ?? null},
        {expected, read: cells[field] ?? null, action}
      )
    );
  };
  return {
    refuse,
    /** Value of a column of the plan; undefined when the export does not say it, or when the cell is refused. */
    cell(field: TetField, text = cells[field]) {
      if (text === undefined || (known && text === "")) return undefined;
      const column = planColumns.actions.find(({name}) => name === field)!;
      const parsed = parseCell(text, column);
      if ("value" in parsed) return parsed.value;
      refuse(field, parsed.fault.kind, parsed.fault.expected, parsed.fault.action);
      return undefined;
    }
  };
}

function readAction(
  reader: ReturnType<typeof readerOf>,
  {cells, line}: Fiche,
  plan: Plan,
  {file, visibilite = "comite"}: ImportTetOptions,
  known: Action | undefined,
  notes: string[]
): Partial<Action> {
  const values: Record<string, unknown> = {};
  const set = (name: keyof Action, value: unknown) => {
    if (value !== undefined) values[name] = value;
  };
  for (const field of ["titre", "description", "objectifs", "note"] as const) set(field, reader.cell(field));
  // A new note without its day: the day of the old one would be false.
  if (values.note && values.note !== known?.note && !cells.note_date) {
    set("note_date", null);
    notes.push(
      `${file}, ligne ${line} : le jour de la note n'est pas dans l'export ; l'écrire dans « note_date ».`
    );
  }
  for (const field of ["date_debut", "date_fin", "date_creation", "note_date"] as const)
    set(field, reader.cell(field, cells[field]?.replace(/[ T]\d{2}:\d{2}.*$/, "")));
  for (const field of ["statut", "priorite"] as const)
    set(field, reader.cell(field, allowedForm(field, cells[field])));
  for (const field of ["referents", "structures"] as const)
    if (cells[field]) set(field, splitNames(cells[field]));
  if (cells.amelioration_continue) set("amelioration_continue", isYes(cells.amelioration_continue));
  for (const field of ["pilotes", "partenaires"] as const) {
    if (!cells[field]) continue;
    const names = splitNames(cells[field]);
    const found = names.map(
      (name) => plan.partenaires.find(({id, nom}) => id === name || fold(nom) === fold(name))?.id
    );
    const unknown = names.filter((_, index) => found[index] === undefined);
    if (unknown.length > 0)
      notes.push(
        `${file}, ligne ${line} : ${unknown.map((name) => `« ${name} »`).join(", ")} : pas dans Partenaires, donc pas repris dans « ${field} » ; ajouter l'organisation (jamais un particulier), puis refaire l'import.`
      );
    // A name that is not found may be one of those already there.
    const kept = unknown.length > 0 ? (known?.[field] ?? []) : [];
    set(field, [...new Set([...kept, ...found.filter((id) => id !== undefined)])]);
  }
  const axe = axesProgramme.find((name) => fold(cells.axe ?? "").includes(axeWords[name]));
  set("axe", axe);
  // A fiche marked confidential closes the action; nothing opens one that was closed here.
  if (isYes(cells.restreint ?? "")) set("visibilite", "comite");
  else if (!known) set("visibilite", visibilite);
  return values as Partial<Action>;
}

const axeWords: Record<AxeProgramme, string> = {
  innovation: "innovation",
  transition: "transition",
  competences: "competence",
  foncier: "foncier"
};

/** A value of a closed list in its exact form: « à discuter » → « A discuter ». */
function allowedForm(field: "statut" | "priorite", text: string | undefined): string | undefined {
  const allowed = planColumns.actions.find(({name}) => name === field)?.allowed ?? [];
  return text === undefined ? undefined : (allowed.find((value) => fold(value) === fold(text)) ?? text);
}

const isYes = (text: string): boolean => ["oui", "true", "vrai", "1", "x"].includes(fold(text));

const splitNames = (text: string): string[] =>
  text
    .split(/\s*(?:[|;\n]|, )\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** Identifier of the plan for that of an export: its own, or `T-` and what it has of letters, digits and hyphens. */
const planId = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 28);

function idOf(text: string, actions: ReadonlyMap<string, Action>): string | undefined {
  const same = [text, planId(text), `T-${planId(text)}`].map((id) => id.toLowerCase());
  return [...actions.keys()].find((id) => same.includes(id.toLowerCase()));
}

/** The action the fiche is: by its id, else by its title; else a new id. */
function findId({cells}: Fiche, actions: ReadonlyMap<string, Action>): string {
  if (cells.id && planId(cells.id) !== "")
    return idOf(cells.id, actions) ?? (/^\d/.test(cells.id) ? `T-${planId(cells.id)}` : planId(cells.id));
  const same = [...actions.values()].find(({titre}) => fold(titre) === fold(cells.titre ?? ""));
  if (same) return same.id;
  return freeId("T-", actions.size + 1, [...actions.values()]);
}

const emptyAction = (id: string, {axe, visibilite = "comite"}: ImportTetOptions): Action => ({
  id,
  parent_id: null,
  titre: "",
  axe,
  description: null,
  objectifs: null,
  statut: "A discuter",
  priorite: null,
  date_debut: null,
  date_fin: null,
  date_creation: null,
  amelioration_continue: false,
  pilotes: [],
  referents: [],
  structures: [],
  partenaires: [],
  industriel_referent: null,
  epci: [],
  indicateurs: [],
  blocage_cause: null,
  blocage_condition: null,
  blocage_a_qui: null,
  note: null,
  note_date: null,
  visibilite
});

/** One step a line, « Travaux : non réalisé »; a step already there, by name, changes when the line says how it is. */
function mergeSteps(
  etapes: Etape[],
  action: Action,
  reader: ReturnType<typeof readerOf>,
  text: string | undefined
): void {
  for (const line of (text ?? "").split("\n")) {
    const {nom = "", etat} =
      /^\s*(?<nom>.*?)(?:\s*:\s*(?<etat>(?:non )?réalisée?))?\s*$/iu.exec(line)?.groups ?? {};
    if (nom === "") continue;
    if (nom.length > 300) {
      reader.refuse("etapes", "trop-long", "300 caractères au plus pour une étape", "raccourcir l'étape");
      continue;
    }
    const realise = etat === undefined ? null : !/^non/i.test(etat);
    const own = etapes.filter(({action_id}) => action_id === action.id);
    const same = own.find((step) => fold(step.nom) === fold(nom));
    if (same) {
      if (realise !== null) etapes[etapes.indexOf(same)] = {...same, realise};
      continue;
    }
    etapes.push({
      id: freeId(`${action.id.slice(0, 24)}-E`, own.length + 1, etapes),
      action_id: action.id,
      ordre: Math.max(0, ...own.map(({ordre}) => ordre)) + 1,
      nom,
      date: null,
      realise: realise ?? false,
      date_realisation: null,
      visibilite: action.visibilite
    });
  }
}
