import {followActions, measureCompleteness, measureProgress} from "./compute-actions.ts";
import {measureLeverage, sumAides, sumBudgets} from "./compute-money.ts";
import {compareJobs, followObjectifs} from "./compute-objectifs.ts";
import type {Plan} from "./plan.ts";
import type {Observations, Suivi} from "./suivi.ts";

/** Everything the rules say of a plan on an ISO calendar day. */
export function computeSuivi(
  plan: Plan,
  {date, dateLabel, observations}: {date: string; dateLabel: string | null; observations: Observations}
): Suivi {
  const actions = followActions(plan, date);
  return {
    date,
    actions,
    avancement: measureProgress(plan, actions),
    completude: measureCompleteness(plan, actions, date),
    budgets: sumBudgets(plan),
    leviers: measureLeverage(plan),
    aides: sumAides(plan),
    emplois: compareJobs(plan, observations),
    objectifs: followObjectifs(plan, {observations, dateLabel})
  };
}
