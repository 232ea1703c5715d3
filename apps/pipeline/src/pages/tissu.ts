import {formatDate, type PageContent} from "@observatoire/catalog";
import {carteEtablissementsFigure} from "../figures/carte-etablissements.ts";
import {creationsFigure} from "../figures/flux-colonnes.ts";
import {actifsFigure, employeursFigure, survieFigure, tauxCreationFigure} from "../figures/tissu-chiffres.ts";
import {carteActifsFigure} from "../figures/tissu-communes.ts";
import {concentrationFigure, siegeFigure} from "../figures/tissu-concentration.ts";
import {definitionsFigure} from "../figures/tissu-definitions.ts";
import {renouvellementFigure, tissuEvolutionFigure} from "../figures/tissu-evolution.ts";
import {agesFigure, industrieFigure, secteursFigure, taillesFigure} from "../figures/tissu-repartition.ts";
import {survieCourbeFigure} from "../figures/tissu-survie.ts";
import {lastPeriod, perimeter} from "../figures/values.ts";
import type {Published} from "../published.ts";
import {summarize} from "./summarize.ts";
import {territoireValeurs} from "./territoire-valeurs.ts";

/** Tissu productif: the chapter on establishments, their size, their births and their survival. */
export function tissuPage(published: Published): PageContent {
  const ti = perimeter(published);
  const to = lastPeriod(published, "etablissements_actifs");
  const figures = [
    actifsFigure(published, ti, "tissu-actifs"),
    employeursFigure(published, ti, "tissu-employeurs"),
    tauxCreationFigure(published, ti, "tissu-creation"),
    survieFigure(published, ti, "tissu-survie"),
    definitionsFigure(published, ti, "tissu-definitions"),
    secteursFigure(published, ti, "tissu-secteurs"),
    taillesFigure(published, ti, "tissu-taille"),
    tissuEvolutionFigure(published, ti, "tissu-evolution"),
    creationsFigure(published, ti, "tissu-creations"),
    survieCourbeFigure(published, ti, "tissu-survie-courbe"),
    concentrationFigure(published, ti, "tissu-concentration"),
    carteEtablissementsFigure(published, ti, "tissu-carte"),
    agesFigure(published, ti, "tissu-age"),
    industrieFigure(published, ti, "tissu-industrie"),
    renouvellementFigure(published, ti, "tissu-renouvellement"),
    siegeFigure(published, ti, "tissu-siege"),
    carteActifsFigure(published, ti, "tissu-communes")
  ];
  return {
    shell: "tissu",
    path: "tissu",
    title: "Tissu productif",
    description: `Les établissements : nombre, secteurs, tailles, créations, survie et concentration${to ? `, au ${formatDate(to)}` : ""}.`,
    chapeau: summarize(figures, ["tissu-actifs", "tissu-survie-courbe"]),
    figures,
    blocs: {},
    valeurs: territoireValeurs(ti),
    breadcrumb: [{title: "Accueil", path: "index"}],
    previous: {title: "Emploi et secteurs", path: "emploi"},
    next: {title: "Foncier", path: "foncier"}
  };
}
