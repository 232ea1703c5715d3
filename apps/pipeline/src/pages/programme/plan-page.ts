import {axes, formatDate, type PageContent} from "@observatoire/catalog";
import {axesProgramme, statutsAction} from "@observatoire/programme";
import {actionsKey, alertesKey, avancementOf, etapesKey} from "../../figures/programme/avancement.ts";
import {prevuKey} from "../../figures/programme/budget.ts";
import {calendrierFigure} from "../../figures/programme/calendrier.ts";
import {completudeFigure} from "../../figures/programme/completude.ts";
import {
  count,
  type Followed,
  followedActions,
  partnerNames,
  statutLabel
} from "../../figures/programme/plan-words.ts";
import type {Published} from "../../published.ts";
import {type Html, html} from "../html.ts";
import {actionLink, signTag} from "./action-link.ts";
import {axePath, type ProgrammePages, planPath, programmePage} from "./programme-pages.ts";

/** The plan: where it stands, what to deal with first, every action with its filters, the calendar. */
export function planPage(context: ProgrammePages): PageContent {
  const {programme} = context;
  const {actions, realisees, en_retard, bloquees} = avancementOf(context, "total");
  return programmePage(context, {
    path: planPath,
    title: "Plan d'actions",
    description:
      "Les actions du programme par axe, leur avancement, leur calendrier, ce qui est en retard ou bloqué.",
    chapeau: `Au ${formatDate(programme.suivi.date)}, le plan compte ${count(actions, "action")} : ${count(realisees, "réalisée")}, ${en_retard} en retard, ${count(bloquees, "bloquée")}.`,
    figures: [
      actionsKey(context, "programme-actions", "total"),
      etapesKey(context, "programme-etapes", "total"),
      alertesKey(context, "programme-alertes", "total"),
      prevuKey(context, "programme-prevu"),
      calendrierFigure(context, "programme-calendrier"),
      completudeFigure(context, "programme-completude")
    ],
    blocs: {
      "programme-axes": axesBloc().html,
      "programme-a-traiter": alertsBloc(context).html,
      "programme-liste": listBloc(context).html,
      "programme-fichiers": filesBloc(context).html
    }
  });
}

/** Without plan: what the page will show, how to begin, and why the plan that was put there is not shown. */
export function emptyPlanPage(published: Published, notice: string | null): PageContent {
  const page = programmePage(
    {published},
    {
      path: planPath,
      shell: "programme/vide",
      title: "Plan d'actions",
      description: "Aucun plan d'actions n'est encore montré.",
      chapeau: null,
      figures: [],
      blocs: {
        "programme-notice": notice === null ? "" : html`<p class="attention">${notice}</p>`.html
      }
    }
  );
  return {...page, next: null};
}

const axesBloc = () =>
  html`<ul class="axes">${axesProgramme.map((axe) => html`<li><a class="axe" data-axe="${axe}" href="/${axePath(axe)}">Axe ${axes[axe].toLowerCase()}</a></li>`)}</ul>`;

/** Late or blocked roots: why, what would unblock, who is to act. */
function alertsBloc({programme}: ProgrammePages): Html {
  const alerts = followedActions(programme).filter(({suivi}) => suivi.en_retard || suivi.bloquee);
  if (alerts.length === 0) return html`<p>Aucune action n'est en retard ni bloquée.</p>`;
  return html`<ul class="a-traiter">${alerts.map((one) => alertItem(one))}</ul>`;
}

function alertItem({action, suivi}: Followed): Html {
  const {blocage_cause, blocage_condition, blocage_a_qui} = action;
  return html`<li data-axe="${action.axe}"><p>${actionLink(action)} ${signTag({action, suivi})}</p>
${suivi.jours_de_retard !== null && html`<p>Fin prévue le ${formatDate(action.date_fin!)} : ${count(suivi.jours_de_retard, "jour")} de retard${suivi.etapes_en_retard > 0 && `, ${count(suivi.etapes_en_retard, "étape échue", "étapes échues")}`}.</p>`}
${blocage_cause !== null && html`<p><b>Ce qui bloque :</b> ${blocage_cause}</p>`}
${suivi.bloquee && html`<p><b>Pour débloquer :</b> ${blocage_condition ?? "condition à préciser"}${blocage_a_qui !== null && ` (${blocage_a_qui})`}</p>`}</li>`;
}

function listBloc(context: ProgrammePages): Html {
  const {programme} = context;
  const {plan} = programme;
  const roots = followedActions(programme);
  const used = (values: readonly string[]) => [...new Set(values)];
  const payers = new Map(roots.map(({action}) => [action.id, payersOf(context, action.id)]));
  const option = (value: string, label: string) => html`<option value="${value}">${label}</option>`;
  const select = (name: string, label: string, all: string, options: Html[]) =>
    options.length > 1 &&
    html`<label>${label} <select name="${name}"><option value="">${all}</option>${options}</select></label>`;
  const byName = (ids: readonly string[], nameOf: (id: string) => string) =>
    ids
      .map((id) => ({id, name: nameOf(id)}))
      .sort((a, b) => a.name.localeCompare(b.name, "fr"))
      .map(({id, name}) => option(id, name));
  const epciName = (code: string) => context.published.territory("epci", code)?.nom ?? code;
  return html`
<form class="filtres avec-js" data-plan-filtres aria-label="Filtrer les actions">
${select(
  "axe",
  "Axe",
  "tous",
  axesProgramme
    .filter((axe) => roots.some(({action}) => action.axe === axe))
    .map((axe) => option(axe, axes[axe]))
)}
${select(
  "statut",
  "Statut",
  "tous",
  statutsAction
    .filter((one) => roots.some(({action}) => action.statut === one))
    .map((one) => option(one, statutLabel(one)))
)}
${select(
  "pilote",
  "Pilote",
  "tous",
  byName(used(roots.flatMap(({action}) => action.pilotes)), (id) => partnerNames(programme, [id])[0]!)
)}
${select("epci", "EPCI", "tout le territoire", byName(used(roots.flatMap(({action}) => action.epci)), epciName))}
${select(
  "financeur",
  "Financeur",
  "tous",
  byName(used([...payers.values()].flat()), (id) => plan.financeurs.find((one) => one.id === id)?.nom ?? id)
)}
<button type="button" data-plan-tout hidden>Tout afficher</button>
</form>
<p class="filtres-compte" role="status" data-plan-compte>${count(roots.length, "action")}</p>
${axesProgramme.map((axe) => axeTable(context, axe, payers))}`;
}

function axeTable(
  context: ProgrammePages,
  axe: (typeof axesProgramme)[number],
  payers: ReadonlyMap<string, readonly string[]>
) {
  const {programme} = context;
  const followed = followedActions(programme, axe);
  if (followed.length === 0) return null;
  return html`
<section data-plan-groupe>
<h3><a class="axe" data-axe="${axe}" href="/${axePath(axe)}">Axe ${axes[axe].toLowerCase()}</a></h3>
<div class="tableau" role="region" aria-label="Actions de l'axe ${axes[axe].toLowerCase()}" tabindex="0">
<table class="actions">
<thead><tr><th scope="col">Action</th><th scope="col">Statut</th><th scope="col">Fin prévue</th><th scope="col" class="nombre">Étapes faites</th></tr></thead>
<tbody>${followed.map((one) => {
    const {action, suivi} = one;
    const pilotes = partnerNames(programme, action.pilotes);
    // Without EPCI named, an action is on the whole territory: each EPCI's filter keeps it.
    const epcis =
      action.epci.length > 0
        ? action.epci
        : context.published.territoires.filter(({niveau}) => niveau === "epci").map(({code}) => code);
    return html`<tr data-plan-ligne data-axe="${axe}" data-statut="${action.statut}" data-pilote="${action.pilotes.join(" ")}" data-epci="${epcis.join(" ")}" data-financeur="${(payers.get(action.id) ?? []).join(" ")}"><th scope="row">${actionLink(action)}<span class="precision">${pilotes.length > 0 ? pilotes.join(", ") : "pilote à nommer"}</span></th><td>${signTag(one)}</td><td>${action.date_fin === null ? (action.amelioration_continue ? "chaque année" : "à fixer") : formatDate(action.date_fin)}</td><td class="nombre">${suivi.etapes === 0 ? "–" : `${suivi.etapes_realisees} sur ${suivi.etapes}`}</td></tr>`;
  })}</tbody>
</table>
</div>
</section>`;
}

/** Ids of the funders of an action and of those that detail it. */
function payersOf({programme: {plan}}: ProgrammePages, id: string): string[] {
  const below = new Set([id, ...plan.actions.filter(({parent_id}) => parent_id === id).map((one) => one.id)]);
  return [
    ...new Set(
      plan.budgets
        .filter(({action_id}) => below.has(action_id))
        .flatMap(({financeur_id}) => financeur_id ?? [])
    )
  ];
}

function filesBloc({seances}: ProgrammePages): Html {
  const [last] = seances;
  return html`<ul>
<li><a href="/telecharger/programme/plan.xlsx" download>Le plan en classeur</a> : une feuille par table, avec ses listes de choix.</li>
<li><a href="/telecharger/programme/actions.csv" download>Les actions</a>, <a href="/telecharger/programme/etapes.csv" download>les étapes</a>, <a href="/telecharger/programme/budgets.csv" download>les budgets</a> et <a href="/telecharger/programme/aides.csv" download>les aides</a> en CSV pour tableur.</li>
${last && html`<li><a href="/seances/${last.date}">${last.titre}</a> : ce que la dernière séance a vu, le ${formatDate(last.date)}.</li>`}
</ul>`;
}
