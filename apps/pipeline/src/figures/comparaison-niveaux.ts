import {type FigureSpec, formatDate, niveaux, type Territoire} from "@observatoire/catalog";
import {nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {figureBase} from "./figure-base.ts";
import {mainPeriod} from "./main-period.ts";
import {comparisons, lastRow, numberOf, yearOf} from "./values.ts";

/** A territory and the levels above it, line by line: population, jobs, establishments, industry, growth. */
export function comparaisonNiveauxFigure(
  published: Published,
  territoire: Territoire,
  id: string
): FigureSpec {
  const period = mainPeriod(published);
  const to = {to: period.to};
  const rows = [territoire, ...comparisons(published, territoire)].map((whom) => ({
    territoire: whom.nom,
    niveau: niveaux[whom.niveau].label,
    population: numberOf(lastRow(published, "population", whom)),
    effectif: numberOf(lastRow(published, "effectif_prive", whom, to)),
    etablissements: numberOf(lastRow(published, "etablissements_employeurs", whom, to)),
    part_industrie: numberOf(lastRow(published, "part_industrie", whom, to)),
    evolution: numberOf(lastRow(published, "effectif_evolution", whom, period)),
    statut: "connu" as const
  }));
  const nom = nameTerritoire(territoire);
  return {
    ...figureBase(published, {
      id,
      indicators: [
        "population",
        "effectif_prive",
        "etablissements_employeurs",
        "part_industrie",
        "effectif_evolution"
      ],
      title: `${nom.sujetCourt} et les niveaux qui l'englobent`,
      subtitle: `Population légale la plus récente ; emploi salarié privé au ${formatDate(period.to)} ; évolution annuelle moyenne de ${yearOf(period.from)} à ${yearOf(period.to)}`,
      reading: `Chaque ligne est un territoire ; la première est celle ${nom.deLe}.`,
      alt: "Tableau : population, emplois, établissements, part de l'industrie et évolution, territoire par territoire.",
      limits: ["Un niveau englobant contient le territoire : les lignes ne s'additionnent pas."],
      columns: [
        {name: "territoire", label: "Territoire", type: "texte"},
        {name: "niveau", label: "Niveau", type: "texte"},
        {name: "population", label: "Habitants", type: "nombre", unit: "habitants"},
        {name: "effectif", label: "Emplois privés", type: "nombre", unit: "emplois"},
        {name: "etablissements", label: "Établissements employeurs", type: "nombre", unit: "etablissements"},
        {name: "part_industrie", label: "Part de l'industrie", type: "nombre", unit: "pct", decimals: 1},
        {name: "evolution", label: "Évolution par an", type: "nombre", unit: "pct", decimals: 1, signed: true}
      ],
      rows,
      period
    }),
    kind: "table"
  };
}
