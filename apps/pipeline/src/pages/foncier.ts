import {formatDate, type PageContent} from "@observatoire/catalog";
import {consoAnnuelleFigure} from "../figures/flux-colonnes.ts";
import {
  consoComparaisonFigure,
  consoFigure,
  frichesFigure,
  parEmploiFigure,
  partActiviteFigure
} from "../figures/foncier-chiffres.ts";
import {consoCarteFigure, destinationsFigure} from "../figures/foncier-communes.ts";
import {trajectoireFigure} from "../figures/foncier-trajectoire.ts";
import {frichesCommunesFigure, frichesStatutFigure, gisementFigure} from "../figures/friches.ts";
import {lastPeriod, perimeter} from "../figures/values.ts";
import type {Published} from "../published.ts";
import {summarize} from "./summarize.ts";
import {territoireValeurs} from "./territoire-valeurs.ts";

/** Foncier: the chapter on the land consumed and on friches. */
export function foncierPage(published: Published): PageContent {
  const ti = perimeter(published);
  const to = lastPeriod(published, "conso_enaf");
  const figures = [
    consoFigure(published, ti, "foncier-conso"),
    partActiviteFigure(published, ti, "foncier-part-activite"),
    frichesFigure(published, ti, "foncier-friches"),
    parEmploiFigure(published, ti, "foncier-par-emploi"),
    consoAnnuelleFigure(published, ti, "foncier-annuel"),
    trajectoireFigure(published, ti, "foncier-trajectoire"),
    consoComparaisonFigure(published, ti, "foncier-comparaison"),
    consoCarteFigure(published, ti, "foncier-carte"),
    frichesStatutFigure(published, ti, "foncier-friches-statut"),
    gisementFigure(published, ti, "foncier-gisement"),
    frichesCommunesFigure(published, ti, "foncier-friches-communes"),
    destinationsFigure(published, ti, "foncier-destinations")
  ];
  return {
    shell: "foncier",
    path: "foncier",
    title: "Foncier",
    description: `Les espaces consommés, leur destination, la trajectoire et les friches${to ? `, au ${formatDate(to)}` : ""}.`,
    chapeau: summarize(figures, ["foncier-conso", "foncier-friches"]),
    figures,
    blocs: {},
    valeurs: territoireValeurs(ti),
    breadcrumb: [{title: "Accueil", path: "index"}],
    previous: {title: "Tissu productif", path: "tissu"},
    next: {title: "Prix du foncier économique", path: "prix-foncier"}
  };
}
