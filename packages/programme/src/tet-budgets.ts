import {freeId} from "./import-columns.ts";
import type {Action, Budget, TypeBudget, UniteBudget} from "./plan.ts";

/** One amount line of an export: « 2025 : » then « - 1000 € HT prévisionnels ». */
interface Line {
  unite: UniteBudget;
  annee: number | null;
  previsionnel: number | null;
  paye: number | null;
}

/**
 * Reads a cell of budgets of Territoires en Transitions: a heading by year, or « Total en € HT (…): » for the whole period, then
 * amounts planned and spent. What is written otherwise is given back as it is.
 */
function readLines(text: string): {lines: Line[]; unread: string[]} {
  const lines: Line[] = [];
  const unread: string[] = [];
  let annee: number | null = null;
  for (const raw of text.split("\n")) {
    const row = raw.trim();
    const year = /^(20\d\d) ?:$/.exec(row)?.[1];
    const amount = /^- ?(\d+(?:\.\d+)?) (€ HT|ETP) (prévisionnels|dépensés)$/.exec(row);
    if (row === "") continue;
    if (year) annee = Number(year);
    else if (/^Total en .*:$/.test(row)) annee = null;
    else if (amount) {
      const unite: UniteBudget = amount[2] === "ETP" ? "ETP" : "HT";
      let line = lines.find((one) => one.unite === unite && one.annee === annee);
      if (!line) {
        line = {unite, annee, previsionnel: null, paye: null};
        lines.push(line);
      }
      line[amount[3] === "dépensés" ? "paye" : "previsionnel"] = Number(amount[1]);
    } else unread.push(row);
  }
  return {lines, unread};
}

/** Merges a cell of budgets into those of an action; gives back what could not be, in French. */
export function mergeTetBudgets(budgets: Budget[], action: Action, type: TypeBudget, text: string): string[] {
  const {lines, unread} = readLines(text);
  const told = unread.map((row) => `« ${row} » n'est pas un montant lisible ; le saisir dans Budgets`);
  for (const {unite, annee, previsionnel, paye} of lines) {
    const same = budgets.filter(
      (row) => row.action_id === action.id && row.type === type && row.unite === unite && row.annee === annee
    );
    const place = `${type}, ${unite}, ${annee ?? "toute la période"}`;
    const alone = same.find(({financeur_id}) => financeur_id === null);
    if (same.some(({financeur_id}) => financeur_id !== null))
      told.push(`le budget (${place}) est déjà donné par financeur dans le plan ; il est laissé tel quel`);
    else if (alone)
      budgets[budgets.indexOf(alone)] = {
        ...alone,
        previsionnel: previsionnel ?? alone.previsionnel,
        paye: paye ?? alone.paye
      };
    else
      budgets.push({
        id: freeId(`${action.id.slice(0, 24)}-B`, 1, budgets),
        action_id: action.id,
        type,
        unite,
        annee,
        previsionnel,
        engage: null,
        paye,
        financeur_id: null,
        visibilite: action.visibilite
      });
  }
  return told;
}
