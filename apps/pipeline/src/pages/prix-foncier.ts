import {formatPeriod, type PageContent} from "@observatoire/catalog";
import {prixFigure, prixNiveauxFigure, ventesFigure} from "../figures/prix-foncier.ts";
import {lastRow, perimeter} from "../figures/values.ts";
import type {Published} from "../published.ts";
import {summarize} from "./summarize.ts";
import {territoireValeurs} from "./territoire-valeurs.ts";

/** Prix du foncier économique: medians of sales; search engines may not index what rests on DVF. */
export function prixFoncierPage(published: Published): PageContent {
  const ti = perimeter(published);
  const row = lastRow(published, "prix_m2_locaux_activite", ti);
  const figures = [
    prixFigure(published, ti, "prix-locaux", "locaux"),
    prixFigure(published, ti, "prix-terrain", "terrain"),
    prixNiveauxFigure(published, ti, "prix-locaux-niveaux", "locaux"),
    prixNiveauxFigure(published, ti, "prix-terrain-niveaux", "terrain"),
    ventesFigure(published, ti, "prix-ventes")
  ];
  return {
    shell: "prix-foncier",
    path: "prix-foncier",
    title: "Prix du foncier économique",
    description: `Prix médians des locaux d'activité et des terrains à bâtir${row ? `, ${formatPeriod(row.periode_debut, row.periode_fin)}` : ""}.`,
    chapeau: summarize(figures, ["prix-locaux", "prix-terrain"]),
    figures,
    indexable: false,
    blocs: {},
    valeurs: territoireValeurs(ti),
    breadcrumb: [
      {title: "Accueil", path: "index"},
      {title: "Foncier", path: "foncier"}
    ],
    previous: {title: "Foncier", path: "foncier"},
    next: {title: "Territoires", path: "territoires/index"}
  };
}
