import {
  type FigureSpec,
  formatDate,
  formatNumber,
  hasValue,
  type PageContent,
  type Territoire
} from "@observatoire/catalog";
import {findAccueil, tooSmall} from "@observatoire/findings";
import {base100Figure} from "../figures/base100.ts";
import {carteEmploiFigure} from "../figures/carte-communes.ts";
import {communesFigure} from "../figures/communes.ts";
import {effectifFigure, populationFigure} from "../figures/key-figures.ts";
import {actifsFigure} from "../figures/tissu-chiffres.ts";
import {perimeter} from "../figures/values.ts";
import type {Published} from "../published.ts";
import {chapeauInput} from "./chapeau.ts";
import {html} from "./html.ts";
import {territoireValeurs} from "./territoire-valeurs.ts";

/** The home page: four headline figures, what the chapters found, and where to go. `findings` are titles of the chapters' figures. */
export function accueilPage(
  published: Published,
  findings: readonly {title: string; path: string}[]
): PageContent {
  const ti = perimeter(published);
  const accueil = findAccueil(chapeauInput(published, ti));
  return {
    shell: "index",
    path: "index",
    title: "Accueil",
    description: accueil.title,
    chapeau: accueil.reading,
    figures: headline(published, ti),
    blocs: {
      "accueil-constats":
        html`<ul class="constats">${findings.map(({title, path}) => html`<li><a href="/${path}">${title}</a></li>`)}</ul>`
          .html,
      "accueil-acces": html`<ul class="acces">
<li><a href="/emploi">Emploi et secteurs</a> : le chapitre sur l'emploi salarié privé.</li>
<li><a href="/tissu">Tissu productif</a> : les établissements, leurs tailles, leurs créations et leur survie.</li>
<li><a href="/foncier">Foncier</a> : les espaces consommés et les friches.</li>
<li><a href="/prix-foncier">Prix du foncier économique</a> : les prix médians des locaux et des terrains.</li>
<li><a href="/territoires/">Territoires</a> : une page pour ${describePages(published)}.</li>
<li><a href="/methode">Méthode et sources</a> : définitions, formules, licences.</li>
<li><a href="/etat">État des données</a> : millésimes et contrôles au ${formatDate(published.date)}.</li>
</ul>`.html
    },
    valeurs: territoireValeurs(ti),
    breadcrumb: [],
    previous: null,
    next: {title: "Emploi et secteurs", path: "emploi"}
  };
}

function describePages(published: Published): string {
  const {communes} = perimeter(published);
  const epcis = published.territoires.some(({niveau}) => niveau === "epci");
  if (communes === 1) return epcis ? "la commune et son intercommunalité" : "la commune";
  return `chacune des ${formatNumber(communes)} communes${epcis ? " et de leurs intercommunalités" : ""}`;
}

/** Figures of the chapters whose finding the home page repeats, in the order of the reading. */
const headlines = [
  "emploi-part-industrie",
  "emploi-base-100",
  "emploi-specificite",
  "emploi-partage-structurel",
  "emploi-bande-ti",
  "tissu-evolution",
  "tissu-survie-courbe",
  "tissu-concentration",
  "foncier-conso",
  "foncier-trajectoire",
  "foncier-friches"
];

/** What to remember of the chapters: their findings, but those that say that there is too little to conclude. */
export function listFindings(...pages: readonly PageContent[]): {title: string; path: string}[] {
  const figures = pages.flatMap((page) => page.figures.map((figure) => ({figure, path: page.path})));
  return headlines
    .flatMap((id) => figures.find(({figure}) => figure.id === id) ?? [])
    .filter(
      ({figure: {title, empty, statut}}) => empty === null && hasValue(statut) && !title.includes(tooSmall)
    )
    .map(({figure, path}) => ({title: figure.title, path: `${path}#figure-${figure.id}`}));
}

function headline(published: Published, ti: Territoire): FigureSpec[] {
  return [
    communesFigure(published, ti, "accueil-communes"),
    populationFigure(published, ti, "accueil-population"),
    effectifFigure(published, ti, "accueil-effectif"),
    actifsFigure(published, ti, "accueil-actifs"),
    carteEmploiFigure(published, ti, "accueil-carte"),
    base100Figure(published, ti, "accueil-base100")
  ];
}
