import {fold} from "@observatoire/catalog";
import {planColumns} from "./columns.ts";
import {type DevecoField, devecoColumns} from "./deveco-columns.ts";
import {bindColumns, freeId} from "./import-columns.ts";
import {type ImportInput, readRecords} from "./import-records.ts";
import {parseCell} from "./parse-cell.ts";
import type {AxeProgramme, Plan, ProjetIndustriel, Stade} from "./plan.ts";
import type {PlanFault} from "./plan-fault.ts";
import {planFault} from "./plan-sentence.ts";

/** How supported establishments enter the plan. */
export interface ImportDevecoOptions {
  /** Name told in the sentences. */
  file: string;
  /** The plan they are merged into. */
  plan: Plan;
  /** Axis of the new projects, and their stage (default: an idea). */
  axe: AxeProgramme;
  stade?: Stade;
}

/** Projects after the merge, faults that forbid it, and what was left aside. */
export interface ImportDeveco {
  plan: Pick<Plan, "projets_industriels">;
  faults: PlanFault[];
  notes: string[];
}

/**
 * Merges an export of supported establishments of Deveco (xlsx or CSV) into the projects of a plan, by SIRET: a known one
 * takes the commune of the export and keeps its name, which is that of the project; a new one is a project for the committee
 * alone. The headers of that export are not verified: see `devecoColumns`.
 */
export async function importDeveco(input: ImportInput, options: ImportDevecoOptions): Promise<ImportDeveco> {
  const {file, plan, axe, stade = "idée"} = options;
  const read = await readRecords(file, input);
  const unchanged = {projets_industriels: plan.projets_industriels};
  if (read.faults.length > 0) return {plan: unchanged, faults: read.faults, notes: []};
  const {records, headers, faults, notes: bound} = bindColumns(file, read.records, devecoColumns);
  const notes = [...read.notes, ...bound];
  if (faults.length > 0) return {plan: unchanged, faults, notes};

  const projets = [...plan.projets_industriels];
  const done = new Map<string, number>();
  for (const {line, cells} of records) {
    const cell = (field: DevecoField & keyof ProjetIndustriel, required: boolean): string | null => {
      const column = planColumns.projets_industriels.find(({name}) => name === field)!;
      const parsed = parseCell(cells[field] ?? "", {...column, required});
      if ("value" in parsed) return parsed.value as string | null;
      const {kind, ...parts} = parsed.fault;
      const place = {file, table: "projets_industriels" as const, line, column: headers[field] ?? null};
      faults.push(planFault(kind, place, {...parts, read: cells[field] || null}));
      return null;
    };
    const siret = cell("siret", true);
    const code_commune = cell("code_commune", false);
    const at = siret === null ? -1 : projets.findIndex((row) => row.siret === siret);
    const nom = cell("nom", at < 0);
    if (siret === null) continue;
    const before = done.get(siret);
    if (before !== undefined) {
      notes.push(
        `${file}, ligne ${line} : le SIRET ${siret} est déjà à la ligne ${before} ; il n'est compté qu'une fois.`
      );
      continue;
    }
    done.set(siret, line);
    const known = projets[at];
    if (known) {
      projets[at] = {...known, code_commune: code_commune ?? known.code_commune};
      if (nom !== null && fold(nom) !== fold(known.nom))
        notes.push(
          `${file}, ligne ${line} : « ${nom} » est déjà le projet ${known.id} « ${known.nom} », dont le nom est gardé.`
        );
    } else if (nom !== null)
      projets.push({
        id: freeId("PI-", projets.length + 1, projets),
        nom,
        siret,
        axe,
        action_id: null,
        stade,
        site_id: null,
        code_commune,
        montant: null,
        emplois_declares: null,
        date_debut: null,
        visibilite: "comite"
      });
  }
  return faults.length > 0
    ? {plan: unchanged, faults, notes}
    : {plan: {projets_industriels: projets}, faults, notes};
}
