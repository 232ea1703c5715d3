import {formatCell, formatDate, formatNumber, formatPeriod, formatValue} from "@observatoire/catalog";
import type {Action, AxeProgramme, Montant, PlanSuivi, SuiviAction} from "@observatoire/programme";

/** "1 action", "12 actions". */
export function count(many: number, one: string, several = `${one}s`): string {
  return `${formatNumber(many)} ${Math.abs(many) > 1 ? several : one}`;
}

/** "120 000 €", or the sign of what is not known. */
export const amount = (value: number | null | undefined): string =>
  formatCell(value ?? null, value === null || value === undefined ? "non_disponible" : "connu", "eur");

/** "120 000 € (3 actions)": an amount, and how many actions carry one. */
export function amountOf({total, actions}: Montant): string {
  return total === null ? "non renseigné" : `${formatValue(total, "eur")} (${count(actions, "action")})`;
}

/** Sign of an action, in one word, the worst first; "" when all is well. */
export function signOf(suivi: SuiviAction, {statut}: Pick<Action, "statut">): string {
  if (statut === "Réalisé") return "réalisée";
  if (statut === "Abandonné") return "abandonnée";
  if (suivi.bloquee) return "bloquée";
  return suivi.en_retard ? "en retard" : "";
}

/** "du 1er mars 2024 au 30 juin 2026", "depuis le 1er mars 2024, chaque année", "début à fixer, fin à fixer". */
export function calendarOf({date_debut, date_fin, amelioration_continue}: Action): string {
  if (date_debut !== null && date_fin !== null) return formatPeriod(date_debut, date_fin);
  const start = date_debut === null ? "début à fixer" : `depuis le ${formatDate(date_debut)}`;
  return `${start}, ${amelioration_continue ? "chaque année" : date_fin === null ? "fin à fixer" : `jusqu'au ${formatDate(date_fin)}`}`;
}

/** The status as a page prints it: the exchange format leaves an accent out. */
export const statutLabel = (statut: Action["statut"]): string =>
  statut === "A discuter" ? "À discuter" : statut;

export interface Followed {
  action: Action;
  suivi: SuiviAction;
}

/** Root actions of an axis or of the whole plan: blocked, late, then by planned end; the finished ones last. */
export function followedActions({plan, suivi}: PlanSuivi, axe?: AxeProgramme): Followed[] {
  const byId = new Map(suivi.actions.map((one) => [one.action_id, one]));
  const roots = plan.actions.flatMap((action) => {
    const followed = byId.get(action.id);
    if (!followed?.racine || (axe !== undefined && action.axe !== axe)) return [];
    return [{action, suivi: followed}];
  });
  const rank = (one: Followed) => ranks.indexOf(signOf(one.suivi, one.action));
  return roots.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.action.date_fin ?? "9").localeCompare(b.action.date_fin ?? "9") ||
      a.action.id.localeCompare(b.action.id, "fr", {numeric: true})
  );
}

const ranks = ["bloquée", "en retard", "", "réalisée", "abandonnée"];

/** Names of partners by their ids, in the order written. */
export function partnerNames({plan}: PlanSuivi, ids: readonly string[]): string[] {
  return ids.map((id) => plan.partenaires.find((one) => one.id === id)?.nom ?? id);
}

export const financeurName = ({plan}: PlanSuivi, id: string): string =>
  id === "" ? "Financeur à trouver" : (plan.financeurs.find((one) => one.id === id)?.nom ?? id);
