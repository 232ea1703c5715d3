import {daysBetween} from "./calendar-day.ts";
import type {Action, AxeProgramme, Plan} from "./plan.ts";
import {axesProgramme} from "./plan.ts";
import {
  type Avancement,
  type ChampCompletude,
  type Completude,
  champsCompletude,
  type Suivi,
  type SuiviAction
} from "./suivi.ts";
import {percent, sumKnown} from "./sum-known.ts";

/** An action under another counts in the axis of its root. */
export function rootOf(plan: Plan, action: Action): Action {
  const above = plan.actions.find(({id}) => id === action.parent_id);
  return above === undefined ? action : rootOf(plan, above);
}

/** What the rules say of each action on a day. The last day planned is on time. */
export function followActions(plan: Plan, date: string): SuiviAction[] {
  return plan.actions.map((action) => {
    const steps = plan.etapes.filter(({action_id}) => action_id === action.id);
    const done = steps.filter(({realise}) => realise).length;
    const money = plan.budgets.filter(({action_id, unite}) => action_id === action.id && unite === "HT");
    const closed = action.statut === "Réalisé" || action.statut === "Abandonné";
    const late = !closed && action.date_fin !== null && date > action.date_fin;
    return {
      action_id: action.id,
      racine: action.parent_id === null,
      avancement_etapes: percent(done, steps.length),
      etapes: steps.length,
      etapes_realisees: done,
      en_retard: late,
      jours_de_retard: late ? daysBetween(action.date_fin!, date) : null,
      retard_declare: action.statut === "En retard",
      etapes_en_retard: steps.filter((step) => !step.realise && step.date !== null && step.date < date)
        .length,
      bloquee: !closed && (action.statut === "Bloqué" || action.blocage_cause !== null),
      manques: champsCompletude.filter((champ) => isMissing(plan, action, champ, date)),
      previsionnel: sumKnown(money.map(({previsionnel}) => previsionnel)),
      engage: sumKnown(money.map(({engage}) => engage)),
      paye: sumKnown(money.map(({paye}) => paye))
    };
  });
}

/** A note is asked of the actions written a year ago or more, and it must be of the last year. */
const asksNote = ({date_creation}: Action, date: string) =>
  date_creation !== null && daysBetween(date_creation, date) >= 365;

function isMissing(plan: Plan, action: Action, champ: ChampCompletude, date: string): boolean {
  switch (champ) {
    case "titre":
      return action.titre.trim() === "" || action.titre.trim() === "Sans titre";
    case "description":
    case "objectifs":
      return action[champ] === null;
    case "statut":
      return false;
    case "pilotes":
    case "indicateurs":
      return action[champ].length === 0;
    case "budgets":
      return !plan.budgets.some(({action_id}) => action_id === action.id);
    case "suivi_recent":
      return (
        asksNote(action, date) && (action.note_date === null || daysBetween(action.note_date, date) > 365)
      );
  }
}

/** Progress of everything, then of each axis, in its two forms. */
export function measureProgress(plan: Plan, actions: readonly SuiviAction[]): Suivi["avancement"] {
  const axis = new Map(plan.actions.map((action) => [action.id, rootOf(plan, action).axe]));
  const abandoned = new Set(plan.actions.filter(({statut}) => statut === "Abandonné").map(({id}) => id));
  const finished = new Set(plan.actions.filter(({statut}) => statut === "Réalisé").map(({id}) => id));
  const measure = (axe: AxeProgramme | null): Avancement => {
    const inside = actions.filter(({action_id}) => axe === null || axis.get(action_id) === axe);
    const roots = inside.filter(({racine}) => racine);
    const kept = inside.filter(({action_id}) => !abandoned.has(action_id));
    const done = roots.filter(({action_id}) => finished.has(action_id)).length;
    const steps = kept.reduce((sum, {etapes}) => sum + etapes, 0);
    const stepsDone = kept.reduce((sum, {etapes_realisees}) => sum + etapes_realisees, 0);
    return {
      actions: roots.length,
      realisees: done,
      en_retard: roots.filter(({en_retard}) => en_retard).length,
      bloquees: roots.filter(({bloquee}) => bloquee).length,
      par_actions: percent(done, roots.length) ?? 0,
      par_etapes: percent(stepsDone, steps),
      etapes: steps,
      etapes_realisees: stepsDone
    };
  };
  return [
    {cle: "total", avancement: measure(null)},
    ...axesProgramme.map((cle) => ({cle, avancement: measure(cle)}))
  ];
}

/** Share of the root actions whose fields are filled; under 80 % an alert is given. */
export function measureCompleteness(plan: Plan, actions: readonly SuiviAction[], date: string): Completude[] {
  const roots = plan.actions.filter(({parent_id}) => parent_id === null);
  return champsCompletude.map((champ) => {
    const asked = champ === "suivi_recent" ? roots.filter((action) => asksNote(action, date)) : roots;
    const filled = asked.filter(
      ({id}) => !actions.find(({action_id}) => action_id === id)!.manques.includes(champ)
    ).length;
    const share = asked.length === 0 ? null : Math.round((100 * filled) / asked.length);
    return {
      champ,
      remplies: filled,
      actions: asked.length,
      pourcentage: share,
      alerte: share !== null && share < 80
    };
  });
}
