import {
  formatCell,
  formatNumber,
  niveaux,
  type PageContent,
  type Territoire,
  territoireKey
} from "@observatoire/catalog";
import {capitalize, isTooSmall, minimumForComment, nameTerritoire, tooSmall} from "@observatoire/findings";
import {base100Figure} from "../figures/base100.ts";
import {carteIndustrieFigure} from "../figures/carte-communes.ts";
import {comparaisonNiveauxFigure} from "../figures/comparaison-niveaux.ts";
import {consoAnnuelleFigure} from "../figures/flux-colonnes.ts";
import {frichesStatutFigure} from "../figures/friches.ts";
import {grandsSecteursFigure} from "../figures/grands-secteurs.ts";
import {
  effectifFigure,
  etablissementsFigure,
  partIndustrieFigure,
  populationFigure
} from "../figures/key-figures.ts";
import {jobs} from "../figures/references.ts";
import {actifsFigure} from "../figures/tissu-chiffres.ts";
import {taillesFigure} from "../figures/tissu-repartition.ts";
import {communesOf, lastRow, perimeter} from "../figures/values.ts";
import type {Published} from "../published.ts";
import {chapeau} from "./chapeau.ts";
import {html} from "./html.ts";
import {territoireValeurs} from "./territoire-valeurs.ts";

const home = {title: "Accueil", path: "index"};
const listPath = "territoires/index";

/** Address of the page of a territory: the perimeter, its EPCIs and its communes have one. */
export const territoirePath = (territoire: Territoire): string => `territoires/${territoireKey(territoire)}`;

/** Territories with a page of their own, the perimeter first. */
export function territoriesWithPage(published: Published): Territoire[] {
  const order = ["ti", "epci", "commune"];
  return published.territoires
    .filter(({niveau}) => order.includes(niveau))
    .sort((a, b) => order.indexOf(a.niveau) - order.indexOf(b.niveau) || a.nom.localeCompare(b.nom, "fr"));
}

/** The list of territories, by EPCI, with a few figures each. */
export function territoiresPage(published: Published): PageContent {
  const ti = perimeter(published);
  const groups = epcisOf(published).map(({epci, communes}) => territoriesTable(published, epci, communes));
  return {
    shell: "territoires/index",
    path: listPath,
    title: "Territoires",
    description: `${capitalize(describeHolding(published))} ${nameTerritoire(ti).de}.`,
    chapeau: null,
    figures: [carteIndustrieFigure(published, ti, "territoires-carte")],
    blocs: {
      "territoires-liste":
        html`<p><a href="${address(ti)}">${ti.nom}</a> : l'ensemble du périmètre. La part de l'industrie, hors intérim, n'est pas affichée (–) sous ${minimumForComment.emplois} emplois : ${tooSmall}.</p>${groups}`
          .html
    },
    valeurs: territoireValeurs(ti),
    breadcrumb: [home],
    previous: {title: "Prix du foncier économique", path: "prix-foncier"},
    next: {title: "Méthode et sources", path: "methode"}
  };
}

/** "les 68 communes et les intercommunalités", "la commune et l'intercommunalité", "les 4 communes". */
function describeHolding(published: Published): string {
  const {communes} = perimeter(published);
  const epcis = published.territoires.filter(({niveau}) => niveau === "epci").length;
  const first = communes > 1 ? `les ${formatNumber(communes)} communes` : "la commune";
  return epcis === 0 ? first : `${first} et ${epcis > 1 ? "les intercommunalités" : "l'intercommunalité"}`;
}

/** One page per territory, stamped from one shell. */
export function territoirePages(published: Published): PageContent[] {
  return territoriesWithPage(published).map((territoire) => {
    const nom = nameTerritoire(territoire);
    return {
      shell: "territoires/territoire",
      path: territoirePath(territoire),
      title: territoire.nom,
      description: `${niveaux[territoire.niveau].label} : population, emploi salarié privé, établissements, espaces consommés et friches ${nom.de}.`,
      chapeau: chapeau(published, territoire).reading,
      figures: [
        populationFigure(published, territoire, "territoire-population"),
        effectifFigure(published, territoire, "territoire-effectif"),
        etablissementsFigure(published, territoire, "territoire-etablissements"),
        partIndustrieFigure(published, territoire, "territoire-part-industrie"),
        actifsFigure(published, territoire, "territoire-actifs"),
        base100Figure(published, territoire, "territoire-base-100"),
        grandsSecteursFigure(published, territoire, "territoire-grands-secteurs"),
        taillesFigure(published, territoire, "territoire-tailles"),
        consoAnnuelleFigure(published, territoire, "territoire-conso"),
        frichesStatutFigure(published, territoire, "territoire-friches", "table"),
        comparaisonNiveauxFigure(published, territoire, "territoire-comparaison")
      ],
      blocs: {"territoire-liens": relatedLinks(published, territoire)},
      valeurs: territoireValeurs(territoire),
      breadcrumb: [home, {title: "Territoires", path: listPath}],
      previous: null,
      next: null
    };
  });
}

function epcisOf(published: Published) {
  const known = published.territoires.filter(({niveau}) => niveau === "epci");
  const inside = (code: string | null) => published.communes.filter((commune) => commune.code_epci === code);
  const groups = known.map((epci) => ({epci: epci as Territoire | null, communes: inside(epci.code)}));
  const alone = inside(null);
  return alone.length > 0 ? [...groups, {epci: null, communes: alone}] : groups;
}

function territoriesTable(published: Published, epci: Territoire | null, communes: Published["communes"]) {
  const title = epci?.nom ?? "Communes hors intercommunalité";
  const rows = communes
    .flatMap(({code}) => published.territory("commune", code) ?? [])
    .sort((a, b) => a.nom.localeCompare(b.nom, "fr"));
  return html`
<section>
<h3>${epci ? html`<a href="${address(epci)}">${title}</a>` : title}</h3>
<div class="tableau" role="region" aria-label="${title}" tabindex="0">
<table>
<caption>${formatNumber(rows.length)} ${rows.length > 1 ? "communes" : "commune"}</caption>
<thead><tr><th scope="col">Commune</th><th scope="col">Code</th><th scope="col" class="nombre">Habitants</th><th scope="col" class="nombre">Emplois privés</th><th scope="col" class="nombre">Part de l'industrie</th><th scope="col" class="nombre">Établissements actifs</th></tr></thead>
<tbody>${rows.map(
    (commune) =>
      html`<tr><th scope="row"><a href="${address(commune)}">${commune.nom}</a></th><td>${commune.code}</td>${cell(published, "population", commune)}${cell(published, "effectif_prive", commune)}${cell(published, "part_industrie", commune)}${cell(published, "etablissements_actifs", commune)}</tr>`
  )}</tbody>
</table>
</div>
</section>`;
}

function cell(published: Published, indicateur: string, territoire: Territoire) {
  const row = lastRow(published, indicateur, territoire);
  if (
    indicateur === "part_industrie" &&
    isTooSmall({emplois: jobs(published, territoire, row?.periode_fin)})
  ) {
    return html`<td class="nombre">${formatCell(null, "non_applicable", "pct")}</td>`;
  }
  const indicator = published.indicateurs.find(({id}) => id === indicateur);
  const text =
    row && indicator
      ? formatCell(row.valeur, row.statut, indicator.unit, {decimals: indicator.decimals})
      : formatCell(null, "non_disponible", "nombre");
  return html`<td class="nombre">${text}</td>`;
}

/** Links from a territory to those that hold it and those it holds. */
function relatedLinks(published: Published, territoire: Territoire): string {
  const ti = perimeter(published);
  const inside = communesOf(published, territoire);
  const epcis = published.territoires.filter(
    ({niveau, code}) =>
      niveau === "epci" &&
      (territoire.niveau === "ti" || inside.some((commune) => commune.code_epci === code))
  );
  const siblings =
    territoire.niveau === "commune"
      ? published.communes.filter(
          (commune) => commune.code_epci !== null && commune.code_epci === inside[0]?.code_epci
        )
      : inside;
  const links = (list: readonly Territoire[]) =>
    html`<ul class="liens">${[...list]
      .filter((other) => other !== territoire)
      .sort((a, b) => a.nom.localeCompare(b.nom, "fr"))
      .map((other) => html`<li><a href="${address(other)}">${other.nom}</a></li>`)}</ul>`;
  const communes = siblings.flatMap(({code}) => published.territory("commune", code) ?? []);
  const above = territoire.niveau === "ti" ? [] : [ti];
  return html`
${[...above, ...epcis].some((other) => other !== territoire) && html`<h3>Intercommunalités et périmètre</h3>${links([...above, ...epcis])}`}
<h3>${territoire.niveau === "commune" ? "Communes de la même intercommunalité" : "Communes"}</h3>${links(communes)}`
    .html;
}

/** Address of a territory's page from the root of the site; the compose step makes it relative. */
const address = (territoire: Territoire): string => `/${territoirePath(territoire)}`;
