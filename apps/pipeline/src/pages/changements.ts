import {formatDate, formatNumber, type PageContent, type Source} from "@observatoire/catalog";
import {changeFiles} from "../change-files.ts";
import {type Changements, type ChangeReason, changeReasons, type IndicatorChange} from "../changement.ts";
import {isIndexable, licenceOf} from "../publish-files.ts";
import type {Published} from "../published.ts";
import {tellChanges, tellCounts} from "./changements-phrase.ts";
import {changeTable, showChanges} from "./changements-valeurs.ts";
import {type Html, html} from "./html.ts";

const meanings: Readonly<Record<ChangeReason, string>> = {
  simulation: "Des données réelles ont pris la place de données simulées, ou l'inverse.",
  perimetre: "Les communes du territoire, ou celles du territoire auquel il est comparé, ont changé.",
  methode: "L'indicateur est nouveau, ou son calcul a changé.",
  source: "Un fichier sur lequel l'indicateur repose est apparu, ou n'est plus disponible.",
  nouveau_millesime: "Le producteur a publié une édition plus récente.",
  revision: "Le producteur a corrigé un fichier, sans édition plus récente.",
  inexpliquee:
    "Ni les données, ni le périmètre, ni le calcul ne l'expliquent : à examiner avant de citer ces valeurs."
};

/** Ce qui a changé: by reason then by indicator, what the values of the perimeter and of its EPCIs were and are. */
export function changementsPage(published: Published, sources: readonly Source[]): PageContent {
  const changements = published.changements ?? null;
  return {
    shell: "changements",
    path: "changements",
    title: "Ce qui a changé",
    description: "Valeurs révisées, ajoutées ou retirées depuis la mise à jour précédente, et pourquoi.",
    chapeau: changements
      ? tellChanges(changements)
      : "La comparaison avec la version précédente n'a pas été faite : ce qui a changé n'est pas connu.",
    figures: [],
    blocs: {
      "changements-resume": changements ? summaryBloc(changements, published, sources).html : "",
      "changements-detail": changements ? detailBloc(changements, published, sources).html : ""
    },
    valeurs: {},
    breadcrumb: [
      {title: "Accueil", path: "index"},
      {title: "État des données", path: "etat"}
    ],
    previous: null,
    next: null
  };
}

/** Counts by reason; what search engines may not index is counted nowhere. */
function summaryBloc(changements: Changements, published: Published, sources: readonly Source[]): Html {
  const shown = changements.indicateurs.filter((change) => isShown(change, published, sources));
  const rows = byReason(shown).map(([motif, list]) => {
    const sum = (nature: "revisees" | "ajoutees" | "retirees") =>
      formatNumber(list.reduce((total, change) => total + change[nature], 0));
    return html`<tr><th scope="row"><a href="#raison-${motif}">${changeReasons[motif]}</a></th><td class="nombre">${formatNumber(list.length)}</td><td class="nombre">${sum("revisees")}</td><td class="nombre">${sum("ajoutees")}</td><td class="nombre">${sum("retirees")}</td></tr>`;
  });
  const isKept = changements.run !== published.run && changements.depuis !== null;
  return html`
${
  isKept &&
  html`<p>Ces valeurs datent de la version du <time datetime="${changements.date.slice(0, 10)}">${formatDate(changements.date)}</time> ; les pages ont été publiées de nouveau le ${formatDate(published.date)}, avec les mêmes valeurs.</p>`
}
${
  rows.length > 0 &&
  html`
<div class="tableau" role="region" aria-label="Changements par raison" tabindex="0">
<table>
<caption>Changements par raison, en nombre de valeurs</caption>
<thead><tr><th scope="col">Raison</th><th scope="col" class="nombre">Indicateurs</th><th scope="col" class="nombre">Révisées</th><th scope="col" class="nombre">Ajoutées</th><th scope="col" class="nombre">Retirées</th></tr></thead>
<tbody>${rows}</tbody>
</table>
</div>`
}
${perimeterList(changements)}
${fileList(changements, published)}`;
}

function detailBloc(changements: Changements, published: Published, sources: readonly Source[]): Html {
  const shown = changements.indicateurs.filter((change) => isShown(change, published, sources));
  const hidden = new Set(
    changements.indicateurs.filter((change) => !shown.includes(change)).map(({indicateur}) => indicateur)
  );
  const reasons = byReason(shown).map(
    ([motif, list]) => html`
<section id="raison-${motif}">
<h3>${changeReasons[motif]}</h3>
<p${motif === "inexpliquee" && html` class="retard"`}>${meanings[motif]}</p>
${list.map((change) => indicatorBloc(change, published, sources))}
</section>`
  );
  const names = published.indicateurs.filter(({id}) => hidden.has(id));
  if (changements.indicateurs.length === 0) return html`<p>Rien n'a changé : il n'y a rien à détailler.</p>`;
  return html`${reasons}${
    names.length > 0 &&
    html`
<section id="sans-valeurs">
<h3>Prix du foncier</h3>
<p>Ont aussi changé, sur une page à part que les moteurs de recherche n'indexent pas :</p>
<ul>${names.map(({title}) => html`<li><a href="/prix-foncier">${title}</a></li>`)}</ul>
</section>`
  }`;
}

function indicatorBloc(change: IndicatorChange, published: Published, sources: readonly Source[]): Html {
  const indicator = published.indicateurs.find(({id}) => id === change.indicateur);
  if (!indicator) return html``;
  const rows = showChanges(change, indicator, published);
  const [main] = rows.filter(({niveau}) => niveau === "ti");
  const csv = `/telecharger/${licenceOf(indicator, sources)}/${changeFiles.csv}`;
  return html`
<details class="changement">
<summary><span class="changement-nom">${indicator.title}</span>${
    main &&
    html`<span class="changement-valeur">${main.territoire}${main.part !== "" && `, ${main.part}`}, ${main.periode} : ${main.avant} →\u00a0<strong>${main.apres}</strong></span>`
  }<span class="precision">${tellCounts(change)}</span></summary>
${rows.length > 0 ? changeTable(indicator.title, rows) : html`<p>Les valeurs du territoire et de ses intercommunalités ne changent pas à l'arrondi près.</p>`}
${change.masque && html`<p>Les valeurs d'avant ne sont pas redonnées : cet indicateur a des cases sous secret, ou qui ont perdu leur valeur, qu'un écart révélerait.</p>`}
<p><a href="/methode#indicateur-${indicator.id}">Définition</a> · <a href="${csv}">Toutes les valeurs changées, toutes les communes (CSV)</a></p>
</details>`;
}

function perimeterList({perimetre}: Changements): Html | false {
  const say = (word: string, list: readonly {nom: string; code: string}[]) =>
    list.length > 0 && html`<li>${word} : ${list.map(({nom, code}) => `${nom} (${code})`).join(", ")}</li>`;
  const {entrees, sorties} = perimetre;
  return (
    entrees.length + sorties.length > 0 &&
    html`<h2>Communes du périmètre</h2><ul>${say("Entrées", entrees)}${say("Sorties", sorties)}</ul>`
  );
}

function fileList({sources}: Changements, published: Published): Html | false {
  const words: Record<(typeof sources)[number]["motif"], string> = {
    simulation: "passe du simulé au réel, ou l'inverse",
    source: "",
    nouveau_millesime: "nouveau millésime",
    revision: "fichier corrigé, même date"
  };
  const items = sources.map(({source, motif, avant, apres}) => {
    const title = published.sources.find(({id}) => id === source)?.title ?? source;
    const dates = avant === apres ? avant : `${avant ?? "absente"} → ${apres ?? "plus disponible"}`;
    return html`<li>${title} : ${dates}${words[motif] !== "" && ` (${words[motif]})`}</li>`;
  });
  return items.length > 0 && html`<h2>Fichiers des producteurs</h2><ul>${items}</ul>`;
}

/** Reasons in their order, each with its indicators. */
function byReason(list: readonly IndicatorChange[]): [ChangeReason, IndicatorChange[]][] {
  return (Object.keys(changeReasons) as ChangeReason[])
    .map((motif): [ChangeReason, IndicatorChange[]] => [motif, list.filter((one) => one.motif === motif)])
    .filter(([, found]) => found.length > 0);
}

function isShown({indicateur}: IndicatorChange, published: Published, sources: readonly Source[]): boolean {
  const indicator = published.indicateurs.find(({id}) => id === indicateur);
  return indicator !== undefined && isIndexable(indicator, sources);
}
