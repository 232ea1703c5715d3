import {axes, type FigureSpec, type PageContent} from "@observatoire/catalog";
import type {AxeProgramme} from "@observatoire/programme";
import {consoFigure, frichesFigure, partActiviteFigure} from "../../figures/foncier-chiffres.ts";
import {effectifFigure, evolutionFigure, partIndustrieFigure} from "../../figures/key-figures.ts";
import {actionsKey, avancementOf} from "../../figures/programme/avancement.ts";
import {budgetFinanceursFigure, budgetLine, levierKey, prevuKey} from "../../figures/programme/budget.ts";
import {calendrierFigure} from "../../figures/programme/calendrier.ts";
import {objectifFigures, targetsOf, tellTarget} from "../../figures/programme/objectifs.ts";
import {amount, count, followedActions} from "../../figures/programme/plan-words.ts";
import {tauxCreationFigure} from "../../figures/tissu-chiffres.ts";
import {perimeter} from "../../figures/values.ts";
import {type Html, html} from "../html.ts";
import {actionLink, signTag} from "./action-link.ts";
import {commentsBloc} from "./comments.ts";
import {axePath, type ProgrammePages, programmePage} from "./programme-pages.ts";

/** What the open data say of the ground each axis works on. The transition has no measure of its own yet: it shares those of the land. */
const contexte: Record<AxeProgramme, readonly [typeof consoFigure, typeof consoFigure]> = {
  innovation: [partIndustrieFigure, tauxCreationFigure],
  transition: [consoFigure, frichesFigure],
  competences: [effectifFigure, evolutionFigure],
  foncier: [frichesFigure, partActiviteFigure]
};

const shownActions = 4;
const shownTargets = 3;

/** An axis on one screen: where we stand, what we do, with whose money, what came of it; the details below. */
export function axePage(context: ProgrammePages, axe: AxeProgramme): PageContent {
  const {published, programme} = context;
  const ti = perimeter(published);
  const name = axes[axe].toLowerCase();
  const {actions, realisees, en_retard, bloquees} = avancementOf(context, axe);
  const {previsionnel, paye} = budgetLine(context, "axe", axe);
  // Their curves are in the chapters: here a number and what it is compared with.
  const ground = contexte[axe].map((make, index): FigureSpec => {
    const figure = make(published, ti, `axe-contexte-${index + 1}`);
    return figure.kind === "chiffre-cle" ? {...figure, spark: null} : figure;
  });
  return programmePage(context, {
    shell: "programme/axe",
    path: axePath(axe),
    title: `Axe ${name}`,
    description: `Axe ${name} : indicateurs de contexte, actions, financements et résultats.`,
    chapeau: `${count(actions, "action")}, dont ${count(realisees, "réalisée")}, ${en_retard} en retard et ${count(bloquees, "bloquée")} ; ${amount(previsionnel.total)} prévus, ${amount(paye.total)} payés.`,
    figures: [
      ...ground,
      actionsKey(context, "axe-actions", axe),
      prevuKey(context, "axe-prevu", axe),
      levierKey(context, "axe-levier", axe),
      calendrierFigure(context, "axe-calendrier", axe),
      budgetFinanceursFigure(context, "axe-financeurs", axe),
      ...objectifFigures(published, context, axe)
    ],
    blocs: {
      "axe-liste": actionsBloc(context, axe).html,
      "axe-resultats": targetsBloc(context, axe).html,
      "axe-projets": projectsBloc(context, axe).html,
      "axe-commentaires": commentsBloc(programme.plan.commentaires, `axe:${axe}`).html
    },
    valeurs: {"axe.nom": name, "axe.code": axe}
  });
}

function actionsBloc({programme}: ProgrammePages, axe: AxeProgramme): Html {
  const followed = followedActions(programme, axe);
  if (followed.length === 0) return html`<p>Aucune action n'est écrite sur cet axe.</p>`;
  const more = followed.length - shownActions;
  return html`<ul class="axe-lignes">${followed.slice(0, shownActions).map((one) => html`<li>${actionLink(one.action)} ${signTag(one)}</li>`)}</ul>
${more > 0 && html`<p><a href="/programme/index?axe=${axe}">${count(more, "autre action", "autres actions")}</a></p>`}`;
}

function targetsBloc(context: ProgrammePages, axe: AxeProgramme): Html {
  const targets = targetsOf(context.published, context, axe);
  if (targets.length === 0) return html`<p>Aucun objectif chiffré n'est écrit sur cet axe.</p>`;
  return html`<ul class="axe-lignes">${targets.slice(0, shownTargets).map((target) => {
    const {objectif, suivi} = target;
    const bare = {...target, words: ""};
    const tone = {
      atteint: "fait",
      "en avance": "fait",
      "dans la trajectoire": "cours",
      "en deçà": "retard",
      indéterminé: "attente"
    }[suivi.position];
    return html`<li>${objectif.libelle}<span class="precision">de ${tellTarget(bare, suivi.reference_valeur)} à <b>${tellTarget(bare, suivi.valeur)}</b> ; cible ${tellTarget(target, suivi.cible_valeur)} en ${suivi.cible_date.slice(0, 4)}</span> <span class="pastille pastille-${tone}">${suivi.position}</span></li>`;
  })}</ul>
<p><a href="/programme/objectifs">Dates et fiabilité des mesures</a></p>`;
}

function projectsBloc({programme: {plan}}: ProgrammePages, axe: AxeProgramme): Html {
  const projects = plan.projets_industriels.filter((one) => one.axe === axe);
  if (projects.length === 0) return html`<p>Aucun projet industriel n'est suivi sur cet axe.</p>`;
  return html`<ul>${projects.map((one) => html`<li>${one.nom} : ${one.stade}${one.montant !== null && `, ${amount(one.montant)} HT`}${one.emplois_declares !== null && `, ${count(one.emplois_declares, "emploi déclaré", "emplois déclarés")}`}</li>`)}</ul>`;
}
