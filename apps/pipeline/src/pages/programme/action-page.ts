import {axes, formatCell, formatDate, formatPeriod, type PageContent} from "@observatoire/catalog";
import {nameTerritoire} from "@observatoire/findings";
import type {Action} from "@observatoire/programme";
import {figureBase, findIndicator} from "../../figures/figure-base.ts";
import {champs} from "../../figures/programme/completude.ts";
import {euros, planFigure, texte} from "../../figures/programme/plan-figure.ts";
import {amount, calendarOf, count, financeurName, partnerNames} from "../../figures/programme/plan-words.ts";
import {lastRow, perimeter} from "../../figures/values.ts";
import {type Html, html} from "../html.ts";
import {actionLink, actionPath, signTag} from "./action-link.ts";
import {commentsBloc} from "./comments.ts";
import {axePath, type ProgrammePages, programmePage} from "./programme-pages.ts";

export {actionPath} from "./action-link.ts";

/** One fiche-action: where it stands, who, steps, money, aids, decisions, the indicators it aims at. */
export function actionPage(context: ProgrammePages, action: Action): PageContent {
  const {programme} = context;
  const page = programmePage(context, {
    shell: "programme/action",
    path: actionPath(action.id),
    title: action.titre,
    description: `Action ${action.id} de l'axe ${axes[action.axe].toLowerCase()} : avancement, étapes, budget, aides et décisions.`,
    chapeau: null,
    figures: [budgetFigure(context, action), indicatorsFigure(context, action)],
    blocs: {
      "action-etat": stateBloc(context, action).html,
      "action-fiche": sheetBloc(context, action).html,
      "action-etapes": stepsBloc(context, action).html,
      "action-aides": aidsBloc(context, action).html,
      "action-decisions": decisionsBloc(context, action).html,
      "action-commentaires": commentsBloc(programme.plan.commentaires, `action:${action.id}`).html
    },
    valeurs: {"action.titre": action.titre}
  });
  const axe = {title: `Axe ${axes[action.axe].toLowerCase()}`, path: axePath(action.axe)};
  return {...page, breadcrumb: [...page.breadcrumb, axe]};
}

const suiviOf = ({programme}: ProgrammePages, {id}: Action) =>
  programme.suivi.actions.find(({action_id}) => action_id === id)!;

/** Status, lateness, blocking, what the sheet lacks. */
function stateBloc(context: ProgrammePages, action: Action): Html {
  const suivi = suiviOf(context, action);
  const parent = context.programme.plan.actions.find(({id}) => id === action.parent_id);
  const children = context.programme.plan.actions.filter(({parent_id}) => parent_id === action.id);
  return html`
<p class="action-etat"><a class="axe" data-axe="${action.axe}" href="/${axePath(action.axe)}">Axe ${axes[action.axe].toLowerCase()}</a> ${signTag({action, suivi})}</p>
${parent && html`<p>Cette fiche détaille l'action ${actionLink(parent)}.</p>`}
${suivi.jours_de_retard !== null && html`<p>La fin était prévue le ${formatDate(action.date_fin!)} : ${count(suivi.jours_de_retard, "jour")} de retard au ${formatDate(context.programme.suivi.date)}.</p>`}
${
  suivi.bloquee &&
  html`<div class="blocage"><p><b>Ce qui bloque :</b> ${action.blocage_cause ?? "cause à préciser"}</p>
<p><b>Ce qui débloquerait :</b> ${action.blocage_condition ?? "condition à préciser"}</p>
<p><b>À qui d'agir :</b> ${action.blocage_a_qui ?? "à préciser"}</p></div>`
}
${action.note !== null && html`<p><b>Dernière note${action.note_date !== null && ` (${formatDate(action.note_date)})`} :</b> ${action.note}</p>`}
${suivi.manques.length > 0 && html`<p class="manques">À compléter dans la fiche : ${suivi.manques.map((one) => champs[one].toLowerCase()).join(", ")}.</p>`}
${children.length > 0 && html`<p>Détaillée par :</p><ul>${children.map((one) => html`<li>${actionLink(one)} ${signTag({action: one, suivi: suiviOf(context, one)})}</li>`)}</ul>`}`;
}

function sheetBloc(context: ProgrammePages, action: Action): Html {
  const {programme, published} = context;
  const epcis = action.epci.map((code) => published.territory("epci", code)?.nom ?? code);
  const lines: [string, string | null][] = [
    ["Numéro", action.id],
    ["Objectifs", action.objectifs],
    ["Priorité", action.priorite],
    ["Calendrier", calendarOf(action)],
    ["Pilotes", listOf(partnerNames(programme, action.pilotes)) ?? "à nommer"],
    ["Structures", listOf(action.structures)],
    ["Élus référents", listOf(action.referents)],
    ["Industriel référent", action.industriel_referent],
    ["Partenaires", listOf(partnerNames(programme, action.partenaires))],
    ["Périmètre", listOf(epcis) ?? "tout le territoire"]
  ];
  return html`${action.description?.split(/\n+/).map((line) => html`<p>${line}</p>`)}
<dl>${lines.flatMap(([label, text]) => (text === null ? [] : [html`<div><dt>${label}</dt><dd>${text}</dd></div>`]))}</dl>`;
}

const listOf = (items: readonly string[]): string | null => (items.length > 0 ? items.join(", ") : null);

function stepsBloc({programme: {plan, suivi}}: ProgrammePages, {id}: Action): Html {
  const steps = plan.etapes.filter(({action_id}) => action_id === id).sort((a, b) => a.ordre - b.ordre);
  if (steps.length === 0) return html`<p>Aucune étape n'est écrite.</p>`;
  return html`<ol class="etapes">${steps.map(({nom, date, realise, date_realisation}) => {
    const late = !realise && date !== null && date < suivi.date;
    const [tone, word] = realise
      ? ["fait", "Faite"]
      : late
        ? ["retard", "En retard"]
        : ["attente", "À faire"];
    const when = realise
      ? date_realisation !== null && `le ${formatDate(date_realisation)}`
      : date !== null && `pour le ${formatDate(date)}`;
    return html`<li><span class="pastille pastille-${tone}">${word}</span> ${nom}${when && html` <span class="precision">${when}</span>`}</li>`;
  })}</ol>`;
}

function budgetFigure(context: ProgrammePages, action: Action) {
  const {programme} = context;
  const suivi = suiviOf(context, action);
  const lines = programme.plan.budgets.filter(
    ({action_id, unite}) => action_id === action.id && unite === "HT"
  );
  return {
    ...planFigure(context, {
      id: "action-budget",
      title:
        suivi.previsionnel === null
          ? "Aucun montant prévu n'est écrit pour cette action"
          : `${amount(suivi.previsionnel)} prévus, ${amount(suivi.engage)} engagés, ${amount(suivi.paye)} payés`,
      subtitle: "Lignes de budget de l'action, en euros hors taxes",
      limits: ["Un montant non renseigné n'est pas un zéro."],
      columns: [
        texte("annee", "Année"),
        texte("type", "Nature"),
        texte("financeur", "Financeur"),
        euros("previsionnel", "Prévu"),
        euros("engage", "Engagé"),
        euros("paye", "Payé")
      ],
      rows: lines.map((line) => ({
        annee: line.annee === null ? "Toute la période" : String(line.annee),
        type: line.type,
        financeur: financeurName(programme, line.financeur_id ?? ""),
        previsionnel: line.previsionnel,
        engage: line.engage,
        paye: line.paye
      })),
      whenEmpty: "Aucune ligne de budget n'est écrite pour cette action."
    }),
    kind: "table" as const
  };
}

/** Last value of each indicator the action is meant to move. */
function indicatorsFigure(context: ProgrammePages, action: Action) {
  const {published} = context;
  const whenEmpty =
    "Aucun indicateur n'est lié à cette action : remplir la colonne « indicateurs » de actions.csv.";
  if (action.indicateurs.length === 0) {
    const id = "action-indicateurs";
    const title = "Aucun indicateur n'est lié à cette action";
    const empty = planFigure(context, {
      id,
      title,
      subtitle: "Indicateurs visés",
      columns: [],
      rows: [],
      whenEmpty
    });
    return {...empty, kind: "table" as const};
  }
  const ti = perimeter(published);
  const rows = action.indicateurs.flatMap((id) => {
    const indicator = findIndicator(published, id);
    const row = lastRow(published, id, ti);
    if (!row) return [];
    return [
      {
        indicateur: indicator.title,
        valeur: formatCell(row.valeur, row.statut, indicator.unit, {decimals: indicator.decimals}),
        periode: formatPeriod(row.periode_debut, row.periode_fin),
        statut: row.statut
      }
    ];
  });
  const dates = action.indicateurs.flatMap((id) => lastRow(published, id, ti)?.periode_fin ?? []).sort();
  const day = published.date.slice(0, 10);
  return {
    ...figureBase(published, {
      id: "action-indicateurs",
      indicators: action.indicateurs,
      title: rows[0]
        ? `${rows[0].indicateur} : ${rows[0].valeur} ${nameTerritoire(ti).a}`
        : "Les indicateurs visés n'ont pas encore de valeur",
      subtitle: `Dernières valeurs ${nameTerritoire(ti).de}, que l'action vise à faire évoluer`,
      reading: "",
      alt: "Indicateurs visés par l'action, et leur dernière valeur.",
      limits: ["Une évolution sur la même période n'est pas attribuée à l'action."],
      columns: [
        texte("indicateur", "Indicateur"),
        texte("valeur", "Dernière valeur"),
        texte("periode", "Période")
      ],
      rows,
      period: {from: dates[0] ?? day, to: dates.at(-1) ?? day},
      whenEmpty: "Aucune valeur n'est publiée pour ces indicateurs"
    }),
    kind: "table" as const
  };
}

function aidsBloc({programme: {plan}}: ProgrammePages, {id}: Action): Html {
  const projects = plan.projets_industriels.filter(({action_id}) => action_id === id);
  const ids = new Set(projects.map((one) => one.id));
  const aids = plan.aides.filter(
    ({action_id, projet_id}) => action_id === id || (projet_id !== null && ids.has(projet_id))
  );
  if (aids.length + projects.length === 0)
    return html`<p>Aucune aide ni projet industriel n'est lié à cette action.</p>`;
  return html`${aids.length > 0 && html`<ul>${aids.map((one) => html`<li>${one.dispositif} (${one.operateur}) : ${one.statut}, ${amount(one.montant_demande)} demandés${one.montant_accorde !== null && `, ${amount(one.montant_accorde)} accordés`}, TTC.</li>`)}</ul>`}
${projects.length > 0 && html`<p>Projets industriels :</p><ul>${projects.map((one) => html`<li>${one.nom} : ${one.stade}${one.montant !== null && `, ${amount(one.montant)} HT`}${one.emplois_declares !== null && `, ${count(one.emplois_declares, "emploi déclaré", "emplois déclarés")}`}.</li>`)}</ul>`}`;
}

function decisionsBloc({programme: {plan, suivi}}: ProgrammePages, {id}: Action): Html {
  const decisions = plan.decisions.filter(({action_id}) => action_id === id);
  if (decisions.length === 0) return html`<p>Aucune décision d'instance ne porte sur cette action.</p>`;
  return html`<ul>${decisions.map(({texte: text, instance_id, realise, echeance, suite}) => {
    const instance = plan.instances.find((one) => one.id === instance_id);
    const late = !realise && echeance !== null && echeance < suivi.date;
    const [tone, word] = realise
      ? ["fait", "Faite"]
      : late
        ? ["retard", "En retard"]
        : ["attente", "À faire"];
    return html`<li><span class="pastille pastille-${tone}">${word}</span> ${text}${instance && html` <span class="precision">${instance.type} du ${formatDate(instance.date)}</span>`}${suite !== null && html`<br>${suite}`}</li>`;
  })}</ul>`;
}
