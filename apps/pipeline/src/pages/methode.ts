import {axes, formatDate, licences, niveaux, type PageContent, units} from "@observatoire/catalog";
import type {Published} from "../published.ts";
import {html} from "./html.ts";

/** Méthode et sources: every indicator, source and licence, generated from their declarations. */
export function methodePage(published: Published): PageContent {
  const indicateurs = published.indicateurs.map(
    (indicator) => html`
<section class="fiche" id="indicateur-${indicator.id}">
  <h3>${indicator.title}</h3>
  <p>${indicator.definition}</p>
  <dl>
    <div><dt>Formule</dt><dd><code>${indicator.formula}</code></dd></div>
    <div><dt>Unité</dt><dd>${units[indicator.unit].label}</dd></div>
    <div><dt>Axe</dt><dd>${axes[indicator.axis]}</dd></div>
    <div><dt>Niveau le plus fin</dt><dd>${niveaux[indicator.grain].label}</dd></div>
    ${indicator.nomenclature && html`<div><dt>Nomenclature</dt><dd>${indicator.nomenclature}</dd></div>`}
    <div><dt>Sources</dt><dd>${sourceLinks(published, indicator.id)}</dd></div>
    <div><dt>Calcul</dt><dd><code>${indicator.sql}</code></dd></div>
  </dl>
  ${indicator.limits.length > 0 && html`<p class="limites-titre">Ce que cet indicateur ne dit pas</p><ul>${indicator.limits.map((limit) => html`<li>${limit}</li>`)}</ul>`}
</section>`
  );
  const sources = published.sources.map(
    (source) => html`
<section class="fiche" id="source-${source.id}">
  <h3>${source.title}</h3>
  <dl>
    <div><dt>Producteur</dt><dd>${source.producer}</dd></div>
    <div><dt>Millésime</dt><dd>${source.vintage}${source.simulated && " (données simulées)"}</dd></div>
    <div><dt>Collecté le</dt><dd><time datetime="${source.collectedOn}">${formatDate(source.collectedOn)}</time></dd></div>
    <div><dt>Licence</dt><dd>${licences[source.licence].title}</dd></div>
    <div><dt>Mention</dt><dd>${source.attribution}</dd></div>
    <div><dt>Page du producteur</dt><dd><a href="${source.homepage}" rel="external">${new URL(source.homepage).hostname}</a></dd></div>
    <div><dt>Empreinte (SHA-256)</dt><dd><code>${source.sha256.slice(0, 16)}…</code></dd></div>
  </dl>
</section>`
  );
  const used = [...new Set(published.sources.map(({licence}) => licence))];
  return {
    shell: "methode",
    path: "methode",
    title: "Méthode et sources",
    description: "Définition, formule, source et limites de chaque indicateur de l'observatoire.",
    chapeau: null,
    figures: [],
    blocs: {
      "methode-indicateurs":
        html`<ul class="liens">${published.indicateurs.map(({id, title}) => html`<li><a href="#indicateur-${id}">${title}</a></li>`)}</ul>${indicateurs}`
          .html,
      "methode-sources": join(sources),
      "methode-licences":
        html`<ul>${used.map((id) => html`<li><a href="${licences[id].url}" rel="external">${licences[id].title}</a>${licences[id].shareAlike && " : une base de données qui en dérive se partage sous la même licence"} : <a href="/telecharger/${id}/datapackage.json">description des fichiers</a></li>`)}</ul>`
          .html
    },
    valeurs: {},
    breadcrumb: [{title: "Accueil", path: "index"}],
    previous: null,
    next: null
  };
}

const join = (parts: readonly {html: string}[]) => parts.map((part) => part.html).join("");

function sourceLinks(published: Published, indicateur: string) {
  const ids = published.indicateurSources
    .filter((link) => link.indicateur === indicateur)
    .map(({source}) => source);
  return published.sources
    .filter(({id}) => ids.includes(id))
    .map(
      ({id, title, producer}, index) =>
        html`${index > 0 && ", "}<a href="#source-${id}">${title} (${producer})</a>`
    );
}
