import {formatDate, type PageContent} from "@observatoire/catalog";
import {bandeTiFigure} from "../figures/bande-ti.ts";
import {base100Figure} from "../figures/base100.ts";
import {carteEmploiFigure} from "../figures/carte-communes.ts";
import {comparaisonIndustrieFigure, krugmanFigure} from "../figures/comparaison-barres.ts";
import {grandsSecteursFigure} from "../figures/grands-secteurs.ts";
import {
  effectifFigure,
  etablissementsFigure,
  evolutionFigure,
  partIndustrieFigure
} from "../figures/key-figures.ts";
import {partageStructurelFigure} from "../figures/partage-structurel.ts";
import {partageTableFigure} from "../figures/partage-table.ts";
import {specificiteFigure, structureDynamiqueFigure} from "../figures/specificite.ts";
import {tableA38Figure} from "../figures/table-a38.ts";
import {lastPeriod, perimeter} from "../figures/values.ts";
import type {Published} from "../published.ts";
import {chapeau} from "./chapeau.ts";
import {territoireValeurs} from "./territoire-valeurs.ts";

/** Emploi et secteurs: the chapter on private employment. */
export function emploiPage(published: Published): PageContent {
  const ti = perimeter(published);
  const to = lastPeriod(published, "effectif_prive");
  return {
    shell: "emploi",
    path: "emploi",
    title: "Emploi et secteurs",
    description: `L'emploi salarié privé : niveau, secteurs, spécialisation et évolution${to ? `, au ${formatDate(to)}` : ""}.`,
    chapeau: chapeau(published, ti).reading,
    figures: [
      effectifFigure(published, ti, "emploi-effectif"),
      etablissementsFigure(published, ti, "emploi-etablissements"),
      partIndustrieFigure(published, ti, "emploi-part-industrie"),
      evolutionFigure(published, ti, "emploi-evolution"),
      base100Figure(published, ti, "emploi-base-100"),
      grandsSecteursFigure(published, ti, "emploi-grands-secteurs"),
      specificiteFigure(published, ti, "emploi-specificite"),
      structureDynamiqueFigure(published, ti, "emploi-structure-dynamique"),
      partageStructurelFigure(published, ti, "emploi-partage-structurel"),
      partageTableFigure(published, ti, "emploi-partage-table"),
      bandeTiFigure(published, ti, "emploi-bande-ti"),
      carteEmploiFigure(published, ti, "emploi-carte"),
      comparaisonIndustrieFigure(published, ti, "emploi-comparaison-industrie"),
      krugmanFigure(published, ti, "emploi-krugman"),
      tableA38Figure(published, ti, "emploi-table-a38")
    ],
    blocs: {},
    valeurs: territoireValeurs(ti),
    breadcrumb: [{title: "Accueil", path: "index"}],
    previous: {title: "Accueil", path: "index"},
    next: {title: "Tissu productif", path: "tissu"}
  };
}
