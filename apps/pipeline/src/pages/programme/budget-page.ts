import type {PageContent} from "@observatoire/catalog";
import {
  budgetAxesFigure,
  budgetLine,
  budgetTable,
  etpKey,
  fluxFigure,
  levierKey,
  montantKey,
  prevuKey
} from "../../figures/programme/budget.ts";
import {amount} from "../../figures/programme/plan-words.ts";
import {type ProgrammePages, programmePage} from "./programme-pages.ts";

/** Planned, committed, paid; from funders to axes. */
export function budgetPage(context: ProgrammePages): PageContent {
  const {previsionnel, engage, paye} = budgetLine(context, "total");
  return programmePage(context, {
    path: "programme/budget",
    title: "Budget et financements",
    description: "Le budget du programme : prévu, engagé, payé, par axe, par financeur et par année.",
    chapeau: `${amount(previsionnel.total)} prévus, ${amount(engage.total)} engagés, ${amount(paye.total)} payés, hors taxes.`,
    figures: [
      prevuKey(context, "budget-prevu"),
      montantKey(context, "budget-engage", "engage"),
      montantKey(context, "budget-paye", "paye"),
      levierKey(context, "budget-levier"),
      budgetAxesFigure(context, "budget-axes"),
      fluxFigure(context, "budget-flux"),
      budgetTable(context, "budget-financeurs", "financeur"),
      budgetTable(context, "budget-annees", "annee"),
      budgetTable(context, "budget-natures", "type"),
      etpKey(context, "budget-etp")
    ]
  });
}
