import {axes, type FigureSpec, formatNumber, formatValue} from "@observatoire/catalog";
import {type AxeProgramme, axesProgramme, type LigneBudget} from "@observatoire/programme";
import {euros, planFigure, planKey, texte} from "./plan-figure.ts";
import {amount, amountOf, count, financeurName} from "./plan-words.ts";
import type {PlanContext} from "./programme-source.ts";

const nothing = {total: null, actions: 0};
const noLine = "Aucune ligne de budget n'est écrite : les ajouter dans budgets.csv.";
const inTaxes = "Montants hors taxes : ils ne se comparent pas aux aides, qui sont toutes taxes comprises.";

/** The line of a group, for one unit; without one, nothing is known. */
export function budgetLine(
  {programme}: PlanContext,
  groupe: LigneBudget["groupe"],
  cle = "",
  unite: LigneBudget["unite"] = "HT"
): LigneBudget {
  const found = programme.suivi.budgets.find(
    (one) => one.groupe === groupe && one.unite === unite && (groupe === "total" || one.cle === cle)
  );
  return found ?? {groupe, cle, unite, previsionnel: nothing, engage: nothing, paye: nothing};
}

const lineOf = (context: PlanContext, axe?: AxeProgramme) =>
  axe === undefined ? budgetLine(context, "total") : budgetLine(context, "axe", axe);

/** What is planned, and how much of it is committed and paid. */
export function prevuKey(context: PlanContext, id: string, axe?: AxeProgramme): FigureSpec {
  const {previsionnel, engage, paye} = lineOf(context, axe);
  return planKey(context, {
    id,
    title:
      previsionnel.total === null
        ? "Aucun montant prévu n'est écrit"
        : `${formatValue(previsionnel.total, "eur")} sont prévus, portés par ${count(previsionnel.actions, "action")}`,
    subtitle: "Budget prévu, hors taxes",
    reading: `Engagé : ${amountOf(engage)}. Payé : ${amountOf(paye)}.`,
    limits: [inTaxes],
    valeur: previsionnel.total,
    unit: "eur",
    comparison: `${amount(engage.total)} engagés, ${amount(paye.total)} payés`,
    whenEmpty: noLine
  });
}

/** One amount of the whole plan, beside what was planned. */
export function montantKey(context: PlanContext, id: string, what: "engage" | "paye"): FigureSpec {
  const {previsionnel, [what]: money} = budgetLine(context, "total");
  const word = what === "engage" ? "engagés" : "payés";
  const share =
    money.total !== null && previsionnel.total
      ? `${formatValue((100 * money.total) / previsionnel.total, "pct")} du budget prévu`
      : null;
  return planKey(context, {
    id,
    title:
      money.total === null ? `Aucun montant n'est écrit` : `${formatValue(money.total, "eur")} sont ${word}`,
    subtitle: what === "engage" ? "Engagé, hors taxes" : "Payé, hors taxes",
    reading: `Montants ${word} de ${count(money.actions, "action")}.`,
    limits: [inTaxes],
    valeur: money.total,
    unit: "eur",
    comparison: share,
    whenEmpty: "Aucun montant n'est écrit dans budgets.csv."
  });
}

/** Private euros planned for one public euro. */
export function levierKey(
  context: PlanContext,
  id: string,
  cle: "total" | AxeProgramme = "total"
): FigureSpec {
  const found = context.programme.suivi.leviers.find((one) => one.cle === cle);
  const levier = found?.levier ?? null;
  const told = found
    ? `${amount(found.prive)} privés pour ${amount(found.public)} publics`
    : "aucun financeur nommé";
  return planKey(context, {
    id,
    title:
      levier === null
        ? "L'effet de levier ne se calcule pas"
        : `Pour 1 € public, ${formatNumber(levier, {decimals: 2})} € privé est prévu`,
    subtitle: "Euros privés pour 1 € public",
    reading: told[0] === "a" ? "" : `${told}, hors taxes, sur les lignes dont le financeur est nommé.`,
    limits: ["Argent prévu, et non payé ; une ligne sans financeur n'est pas comptée."],
    valeur: levier,
    unit: "ratio",
    decimals: 2,
    comparison: told,
    whenEmpty: "Aucune ligne de budget ne nomme à la fois un financeur public et son montant."
  });
}

const bullets = {
  kind: "puces",
  label: "nom",
  planned: "previsionnel",
  committed: "engage",
  paid: "paye"
} as const;

/** Planned, committed, paid: by axis, or by funder on one axis. */
export function budgetAxesFigure(context: PlanContext, id: string): FigureSpec {
  const lines = axesProgramme.map((axe) => ({nom: axes[axe], ...budgetLine(context, "axe", axe)}));
  const total = budgetLine(context, "total");
  const first = [...lines].sort((a, b) => (b.previsionnel.total ?? 0) - (a.previsionnel.total ?? 0))[0]!;
  return {
    ...moneyFigure(context, {
      id,
      title:
        total.previsionnel.total === null
          ? "Aucun montant prévu n'est écrit"
          : `${formatValue(total.previsionnel.total, "eur")} prévus, ${amount(total.paye.total)} payés ; l'axe ${first.nom.toLowerCase()} pèse le plus`,
      subtitle: "Budget prévu, engagé et payé par axe, en euros hors taxes",
      label: "Axe",
      lines
    }),
    ...bullets
  };
}

export function budgetFinanceursFigure(context: PlanContext, id: string, axe: AxeProgramme): FigureSpec {
  const lines = context.programme.suivi.budgets
    .filter((one) => one.groupe === "axe_financeur" && one.unite === "HT" && one.cle.startsWith(`${axe}|`))
    .map((one) => ({nom: financeurName(context.programme, one.cle.slice(axe.length + 1)), ...one}))
    .sort((a, b) => (b.previsionnel.total ?? 0) - (a.previsionnel.total ?? 0));
  return {
    ...moneyFigure(context, {
      id,
      title:
        lines[0]?.previsionnel.total == null
          ? "Aucun montant prévu n'est écrit sur cet axe"
          : `${lines[0].nom} prévoit ${formatValue(lines[0].previsionnel.total, "eur")}, le premier montant de l'axe`,
      subtitle: `Budget prévu, engagé et payé de l'axe ${axes[axe].toLowerCase()}, par financeur, en euros hors taxes`,
      label: "Financeur",
      lines
    }),
    ...bullets
  };
}

/** Money of each group as a table, with the number of actions behind each planned amount. */
export function budgetTable(
  context: PlanContext,
  id: string,
  groupe: "financeur" | "annee" | "type"
): FigureSpec {
  const words = {
    financeur: {label: "Financeur", title: "Qui finance quoi", of: "par financeur"},
    annee: {label: "Année", title: "L'argent, année après année", of: "par année"},
    type: {label: "Nature", title: "Investissement et fonctionnement", of: "par nature"}
  }[groupe];
  const lines = context.programme.suivi.budgets
    .filter((one) => one.groupe === groupe && one.unite === "HT")
    .map((one) => ({nom: nameOf(context, groupe, one.cle), ...one}));
  const sorted =
    groupe === "financeur"
      ? lines.sort((a, b) => (b.previsionnel.total ?? 0) - (a.previsionnel.total ?? 0))
      : lines.sort((a, b) => (a.cle || "9").localeCompare(b.cle || "9"));
  return {
    ...moneyFigure(context, {
      id,
      title: words.title,
      subtitle: `Budget prévu, engagé et payé ${words.of}, en euros hors taxes`,
      label: words.label,
      lines: sorted
    }),
    kind: "table"
  };
}

function nameOf({programme}: PlanContext, groupe: string, cle: string): string {
  if (groupe === "financeur") return financeurName(programme, cle);
  if (groupe === "annee") return cle === "" ? "Toute la période" : cle;
  return cle === "" ? "Non précisé" : `${cle[0]!.toUpperCase()}${cle.slice(1)}`;
}

interface MoneyFigure {
  id: string;
  title: string;
  subtitle: string;
  label: string;
  lines: readonly (LigneBudget & {nom: string})[];
}

function moneyFigure(context: PlanContext, {id, title, subtitle, label, lines}: MoneyFigure) {
  const [first] = lines;
  return planFigure(context, {
    id,
    title,
    subtitle,
    reading: first
      ? `${first.nom} : prévu ${amountOf(first.previsionnel)}, engagé ${amountOf(first.engage)}, payé ${amountOf(first.paye)}.`
      : "",
    limits: [inTaxes, "Un montant non renseigné n'est pas un zéro."],
    columns: [
      texte("nom", label),
      euros("previsionnel", "Prévu"),
      euros("engage", "Engagé"),
      euros("paye", "Payé"),
      {name: "actions", label: "Actions qui ont un montant prévu", type: "nombre"}
    ],
    rows: lines.map(({nom, previsionnel, engage, paye}) => ({
      nom,
      previsionnel: previsionnel.total,
      engage: engage.total,
      paye: paye.total,
      actions: previsionnel.actions
    })),
    whenEmpty: noLine
  });
}

/** From funders to axes, planned. */
export function fluxFigure(context: PlanContext, id: string): FigureSpec {
  const rows = context.programme.suivi.budgets
    .filter((one) => one.groupe === "axe_financeur" && one.unite === "HT" && one.previsionnel.total)
    .map((one) => {
      const [axe, financeur] = one.cle.split("|") as [AxeProgramme, string];
      return {
        financeur: financeurName(context.programme, financeur),
        axe: axes[axe],
        code_axe: axe,
        montant: one.previsionnel.total
      };
    })
    .sort((a, b) => (b.montant ?? 0) - (a.montant ?? 0));
  const [first] = rows;
  return {
    ...planFigure(context, {
      id,
      title: first
        ? `Le premier flux va de ${first.financeur} vers l'axe ${first.axe.toLowerCase()} : ${amount(first.montant)}`
        : "Aucun flux n'est connu entre un financeur et un axe",
      subtitle: "Budget prévu, des financeurs aux axes, en euros hors taxes",
      reading: first
        ? `${first.financeur} prévoit ${amount(first.montant)} sur l'axe ${first.axe.toLowerCase()}.`
        : "",
      limits: [inTaxes],
      alt: `Flux d'argent prévu, des financeurs aux quatre axes : ${count(rows.length, "flux", "flux")}.`,
      columns: [
        texte("financeur", "Financeur"),
        texte("axe", "Axe"),
        {...texte("code_axe", "Axe (code)"), hidden: true},
        euros("montant", "Prévu")
      ],
      rows,
      whenEmpty: noLine
    }),
    kind: "flux",
    from: "financeur",
    to: "axe",
    value: "montant",
    axe: "code_axe"
  };
}

/** People of the plan, in full-time equivalents: a unit of its own, never added to euros. */
export function etpKey(context: PlanContext, id: string): FigureSpec {
  const {previsionnel, paye} = budgetLine(context, "total", "", "ETP");
  return planKey(context, {
    id,
    title:
      previsionnel.total === null
        ? "Aucun temps de travail n'est écrit"
        : `${formatValue(previsionnel.total, "etp", {decimals: 1})} sont prévus`,
    subtitle: "Temps de travail prévu",
    reading: "Équivalents temps plein (ETP) inscrits au plan ; ils ne s'ajoutent pas aux euros.",
    valeur: previsionnel.total,
    unit: "etp",
    decimals: 1,
    comparison: paye.total === null ? null : `${formatValue(paye.total, "etp", {decimals: 1})} mobilisés`,
    whenEmpty: "Aucun équivalent temps plein n'est écrit dans budgets.csv."
  });
}
