import {formatDate, type PageContent} from "@observatoire/catalog";
import type {Instance} from "@observatoire/programme";
import {decisionsTable} from "../../figures/programme/decisions.ts";
import {count, partnerNames} from "../../figures/programme/plan-words.ts";
import {type Html, html} from "../html.ts";
import {type ProgrammePages, programmePage} from "./programme-pages.ts";

/** Meetings to come and past, and what became of their decisions. */
export function instancesPage(context: ProgrammePages): PageContent {
  const {plan, suivi} = context.programme;
  const sorted = [...plan.instances].sort((a, b) => a.date.localeCompare(b.date));
  const coming = sorted.filter(({date}) => date >= suivi.date);
  const past = sorted.filter(({date}) => date < suivi.date).reverse();
  const [next] = coming;
  return programmePage(context, {
    path: "programme/instances",
    title: "Instances",
    description: "Les comités, groupes de travail et ateliers : calendrier, décisions et leur suite.",
    chapeau: next
      ? `Prochaine réunion : ${next.nom}, le ${formatDate(next.date)}.`
      : `Aucune réunion n'est prévue après le ${formatDate(suivi.date)}.`,
    figures: [decisionsTable(context, "instances-decisions")],
    blocs: {
      "instances-a-venir": listBloc(
        context,
        coming,
        "Aucune réunion n'est prévue : l'ajouter dans instances.csv."
      ).html,
      "instances-passees": listBloc(context, past, "Aucune réunion passée n'est écrite.").html
    }
  });
}

function listBloc(context: ProgrammePages, instances: readonly Instance[], empty: string): Html {
  if (instances.length === 0) return html`<p>${empty}</p>`;
  return html`<ul class="instances">${instances.map((one) => item(context, one))}</ul>`;
}

function item({programme, seances}: ProgrammePages, instance: Instance): Html {
  const present = partnerNames(programme, instance.organisations_presentes);
  const decisions = programme.plan.decisions.filter(({instance_id}) => instance_id === instance.id).length;
  const frozen = seances.find(({date}) => date === instance.date);
  return html`<li><p><time datetime="${instance.date}">${formatDate(instance.date)}</time> <b>${instance.nom}</b> <span class="pastille pastille-attente">${instance.type}</span></p>
${instance.lieu !== null && html`<p class="precision">${instance.lieu}</p>`}
${instance.ordre_du_jour !== null && html`<p>${instance.ordre_du_jour}</p>`}
${present.length > 0 && html`<p class="precision">Organisations présentes : ${present.join(", ")}.</p>`}
${decisions > 0 && html`<p class="precision">${count(decisions, "décision")}.</p>`}
${frozen && html`<p><a href="/seances/${frozen.date}">Ce que la séance a vu</a></p>`}</li>`;
}
