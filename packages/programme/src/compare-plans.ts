import {
  type AnyRow,
  type Changement,
  formatAmount,
  nameRow,
  planObjects,
  shorten,
  showNumber,
  showValue
} from "./changement.ts";
import {type PlanColumn, planColumns} from "./columns.ts";
import type {Plan, TablePlan} from "./plan.ts";
import type {PlanSuivi} from "./suivi.ts";

const natures: readonly Changement["nature"][] = [
  "statut",
  "montant",
  "date",
  "avancement",
  "ajout",
  "retrait",
  "texte"
];
const tables: readonly TablePlan[] = [
  "actions",
  "etapes",
  "budgets",
  "aides",
  "projets_industriels",
  "decisions",
  "objectifs",
  "instances",
  "partenaires",
  "financeurs",
  "commentaires"
];

/**
 * What changed between two states of a plan, most important first: statuses, amounts, dates, progress, rows come and gone, then
 * every other column. Rows are the same when their ids are; no change of a column is left out.
 */
export function comparePlans(before: PlanSuivi, after: PlanSuivi): Changement[] {
  const changes = [
    ...tables.flatMap((table) => compareTables(table, before.plan, after.plan)),
    ...compareProgress(before, after)
  ];
  return changes
    .map((change, index) => ({change, index}))
    .sort((a, b) => natures.indexOf(a.change.nature) - natures.indexOf(b.change.nature) || a.index - b.index)
    .map(({change}) => change);
}

const rowsOf = (plan: Plan, table: TablePlan) =>
  new Map((plan[table] as unknown as AnyRow[]).map((row) => [String(row.id), row]));

function compareTables(table: TablePlan, before: Plan, after: Plan): Changement[] {
  const [old, recent] = [rowsOf(before, table), rowsOf(after, table)];
  const {objet, feminin} = planObjects[table];
  const changes: Changement[] = [];
  for (const [id, row] of recent) {
    const was = old.get(id);
    const common = {objet, id, titre: titleOf(table, row, after)};
    const subject = nameRow(table, row);
    if (!was) {
      const verb = `est ajouté${feminin ? "e" : ""}`;
      const planned =
        table === "budgets" && typeof row.previsionnel === "number"
          ? ` (${formatAmount(row.previsionnel, row.unite === "ETP" ? "etp" : "eur")} prévus)`
          : "";
      changes.push({
        ...common,
        nature: "ajout",
        avant: null,
        apres: subject,
        phrase: `${subject} ${verb}${planned}.`
      });
      continue;
    }
    for (const column of planColumns[table]) {
      if (JSON.stringify(was[column.name]) === JSON.stringify(row[column.name])) continue;
      const avant = showValue(was[column.name] ?? null, column, was, before);
      const apres = showValue(row[column.name] ?? null, column, row, after);
      const nature = natureOf(table, column);
      const phrase = tellColumn({table, column, row, plan: after, avant, apres});
      changes.push({...common, nature, avant, apres, phrase});
    }
  }
  for (const [id, row] of old) {
    if (recent.has(id)) continue;
    const subject = nameRow(table, row);
    changes.push({
      objet,
      id,
      titre: titleOf(table, row, before),
      nature: "retrait",
      avant: subject,
      apres: null,
      phrase: `${subject} est retiré${feminin ? "e" : ""}.`
    });
  }
  return changes;
}

/** Title of the row; that of its action for a budget line. */
function titleOf(table: TablePlan, row: AnyRow, plan: Plan): string {
  if (table === "budgets")
    return plan.actions.find(({id}) => id === row.action_id)?.titre ?? String(row.action_id);
  return String(planObjects[table].titre(row) ?? row.id);
}

function natureOf(table: TablePlan, {name, type}: PlanColumn): Changement["nature"] {
  if (name === "statut" || name === "stade") return "statut";
  if (type === "montant") return "montant";
  if (type === "date") return "date";
  return name === "realise" || (table === "objectifs" && name === "valeur") ? "avancement" : "texte";
}

interface Told {
  table: TablePlan;
  column: PlanColumn;
  row: AnyRow;
  plan: Plan;
  avant: string | null;
  apres: string | null;
}

const budgetWords: Record<string, string> = {
  previsionnel: "Le budget prévu",
  engage: "Le budget engagé",
  paye: "Le budget payé"
};

function tellColumn({table, column, row, plan, avant, apres}: Told): string {
  const {name, type, label} = column;
  const subject = nameRow(table, row);
  const {feminin} = planObjects[table];
  if (name === "realise") {
    const done = `réalisé${feminin ? "e" : ""}`;
    return apres === "oui" ? `${subject} est ${done}.` : `${subject} n'est plus ${done}.`;
  }
  if ((name === "statut" || name === "stade") && avant !== null && apres !== null)
    return `${subject} passe de « ${avant} » à « ${apres} ».`;
  const words = table === "budgets" ? budgetWords[name] : undefined;
  if (words) return tellPassage(`${words} de l'action ${row.action_id}${lineOf(row, plan)}`, avant, apres);
  const quoted = (value: string | null) =>
    value === null || type === "date" || type === "montant" || typeof row[name] === "number"
      ? value
      : `« ${shorten(value)} »`;
  const start = `${subject} : « ${label} »`;
  if (type === "date" && avant !== null && apres !== null) return `${start} passe du ${avant} au ${apres}.`;
  const dated = (value: string | null) => (type === "date" && value !== null ? `le ${value}` : quoted(value));
  return tellPassage(start, dated(avant), dated(apres));
}

function tellPassage(subject: string, avant: string | null, apres: string | null): string {
  if (avant === null) return `${subject}, qui était vide, devient ${apres}.`;
  if (apres === null) return `${subject}, qui était ${avant}, est désormais vide.`;
  return `${subject} passe de ${avant} à ${apres}.`;
}

/** Which line is meant, when the action has several: « (investissement, 2025, Région) ». */
function lineOf(row: AnyRow, plan: Plan): string {
  if (plan.budgets.filter(({action_id}) => action_id === row.action_id).length < 2) return "";
  const payer = plan.financeurs.find(({id}) => id === row.financeur_id)?.nom ?? "sans financeur";
  return ` (${row.type}, ${row.annee ?? "toute la période"}, ${payer})`;
}

/** What the rules say anew of actions and targets that are in both states: steps done, lateness, values of the observatory. */
function compareProgress(before: PlanSuivi, after: PlanSuivi): Changement[] {
  const changes: Changement[] = [];
  const old = new Map(before.suivi.actions.map((row) => [row.action_id, row]));
  const actions = rowsOf(after.plan, "actions");
  for (const now of after.suivi.actions) {
    const [was, row] = [old.get(now.action_id), actions.get(now.action_id)];
    if (!was || !row) continue;
    const common = {objet: "action" as const, id: now.action_id, titre: String(row.titre)};
    const subject = nameRow("actions", row);
    if (was.avancement_etapes !== now.avancement_etapes) {
      const share = (value: number | null) => (value === null ? null : `${showNumber(value)}\u00a0%`);
      const [avant, apres] = [share(was.avancement_etapes), share(now.avancement_etapes)];
      const part = "la part des étapes réalisées";
      changes.push({
        ...common,
        nature: "avancement",
        avant,
        apres,
        phrase: tellPassage(`${subject} : ${part}`, avant, apres)
      });
    }
    if (was.en_retard !== now.en_retard) {
      const late = (value: boolean) => (value ? "en retard" : "pas en retard");
      const [avant, apres] = [late(was.en_retard), late(now.en_retard)];
      const phrase = now.en_retard
        ? `${subject} est désormais en retard : sa fin prévue est passée.`
        : `${subject} n'est plus en retard.`;
      changes.push({...common, nature: "date", avant, apres, phrase});
    }
  }
  const values = new Map(before.suivi.objectifs.map((row) => [row.objectif_id, row]));
  const targets = rowsOf(after.plan, "objectifs");
  for (const now of after.suivi.objectifs) {
    const [was, row] = [values.get(now.objectif_id), targets.get(now.objectif_id)];
    // A value followed by hand is a column of the plan, already compared.
    if (!was || !row || now.origine === "programme" || was.valeur === now.valeur) continue;
    const show = (value: number | null) => (value === null ? null : showNumber(value));
    const [avant, apres] = [show(was.valeur), show(now.valeur)];
    changes.push({
      objet: "objectif",
      id: now.objectif_id,
      titre: String(row.libelle),
      nature: "avancement",
      avant,
      apres,
      phrase: tellPassage(`${nameRow("objectifs", row)} : la valeur de l'indicateur`, avant, apres)
    });
  }
  return changes;
}
