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
import {effectifFigure, etablissementsFigure, populationFigure} from "../figures/key-figures.ts";
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

/** Figures of the chapter whose finding the home page repeats, in the order of the reading. */
const headlines = [
  "emploi-part-industrie",
  "emploi-base-100",
  "emploi-specificite",
  "emploi-partage-structurel",
  "emploi-bande-ti"
];

/** What to remember of a chapter: its findings, but those that say that there is too little to conclude. */
export function listFindings({figures, path}: PageContent): {title: string; path: string}[] {
  return headlines
    .flatMap((id) => figures.find((figure) => figure.id === id) ?? [])
    .filter(({title, empty, statut}) => empty === null && hasValue(statut) && !title.includes(tooSmall))
    .map(({id, title}) => ({title, path: `${path}#figure-${id}`}));
}

function headline(published: Published, ti: Territoire): FigureSpec[] {
  return [
    communesFigure(published, ti, "accueil-communes"),
    populationFigure(published, ti, "accueil-population"),
    effectifFigure(published, ti, "accueil-effectif"),
    etablissementsFigure(published, ti, "accueil-etablissements"),
    carteEmploiFigure(published, ti, "accueil-carte"),
    base100Figure(published, ti, "accueil-base100")
  ];
}
