import {formatDate, formatNumber} from "@observatoire/catalog";
import type {Changement} from "@observatoire/programme";
import {type Html, html} from "../pages/html.ts";
import {motifs, type ValueChange} from "./compare-values.ts";

/** What a session's first page says: what changed since the one before. */
export interface SessionChanges {
  /** Day of the session compared with; null: this is the first. */
  depuis: string | null;
  plan: Changement[];
  valeurs: ValueChange[];
}

const money = new Set(["budget", "aide"]);

/** « Ce qui a changé depuis la dernière séance »: actions, money, figures with the reason. */
export function renderChanges({depuis, plan, valeurs}: SessionChanges): string {
  if (depuis === null) {
    return html`<h2>Ce qui a changé depuis la dernière séance</h2>
<p>Cette séance est la première figée : il n'y a encore rien à comparer.</p>`.html;
  }
  const actions = plan.filter(({objet}) => !money.has(objet));
  return html`<h2>Ce qui a changé depuis la dernière séance</h2>
<p>Comparaison avec la séance du ${formatDate(depuis)}.</p>
<h3>Les actions</h3>
${list(
  actions.map(({phrase}) => html`${phrase}`),
  "Aucun changement dans les actions, les étapes, les décisions ni les objectifs."
)}
<h3>L'argent</h3>
${list(
  plan.filter(({objet}) => money.has(objet)).map(({phrase}) => html`${phrase}`),
  "Aucun changement dans les budgets ni les aides."
)}
<h3>Les chiffres</h3>
${list(
  valeurs.map(
    ({title, phrase, motif}) =>
      html`<b>${title}</b> : ${phrase}. <span class="pastille pastille-attente">${motifs[motif]}</span>`
  ),
  "Aucun chiffre principal du territoire n'a changé."
)}`.html;
}

const shown = 15;

function list(items: readonly Html[], none: string): Html {
  if (items.length === 0) return html`<p>${none}</p>`;
  const more = items.slice(shown);
  const lines = (some: readonly Html[]) =>
    html`<ul class="changements">${some.map((item) => html`<li>${item}</li>`)}</ul>`;
  return html`${lines(items.slice(0, shown))}${more.length > 0 && html`<details><summary>${formatNumber(more.length)} ${more.length > 1 ? "autres changements" : "autre changement"}</summary>${lines(more)}</details>`}`;
}
