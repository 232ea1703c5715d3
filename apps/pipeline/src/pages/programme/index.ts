import type {PageContent, SearchEntry} from "@observatoire/catalog";
import {axes} from "@observatoire/catalog";
import {axesProgramme, type PlanSuivi} from "@observatoire/programme";
import type {Published} from "../../published.ts";
import {actionPage, actionPath} from "./action-page.ts";
import {aidesPage} from "./aides-page.ts";
import {axePage} from "./axe-page.ts";
import {budgetPage} from "./budget-page.ts";
import {instancesPage} from "./instances-page.ts";
import {objectifsPage} from "./objectifs-page.ts";
import {emptyPlanPage, planPage} from "./plan-page.ts";
import type {ProgrammePages} from "./programme-pages.ts";

/** Pages of the plan; without one, a page that says how to write it. */
export function programmePages(
  published: Published,
  programme: PlanSuivi | null,
  {
    publisher,
    seances,
    notice
  }: {publisher: string; seances: readonly {date: string; titre: string}[]; notice: string | null}
): PageContent[] {
  if (programme === null) return [emptyPlanPage(published, notice)];
  const context: ProgrammePages = {published, programme, publisher, seances};
  return [
    planPage(context),
    ...axesProgramme.map((axe) => axePage(context, axe)),
    budgetPage(context),
    aidesPage(context),
    instancesPage(context),
    objectifsPage(context),
    ...programme.plan.actions.map((action) => actionPage(context, action))
  ];
}

/** Actions in the search of the site. */
export function actionEntries({plan}: PlanSuivi): SearchEntry[] {
  return plan.actions.map((action) => ({
    kind: "action" as const,
    title: action.titre,
    detail: `action · ${axes[action.axe]}`,
    path: actionPath(action.id),
    words: action.id
  }));
}
