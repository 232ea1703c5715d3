import {type FigureSpec, formatPeriod, type Territoire} from "@observatoire/catalog";
import {
  findEffectif,
  findEtablissements,
  findEvolution,
  findPartIndustrie,
  findPopulation
} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {type KeyValue, keyFigure} from "./key-figure.ts";
import {mainPeriod} from "./main-period.ts";
import {jobs, references} from "./references.ts";
import {comparisons, lastRow, numberOf, yearOf} from "./values.ts";

/** Private employees, with ten years of growth against the levels above. */
export function effectifFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const period = mainPeriod(published);
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "effectif_prive",
    quotes: ["effectif_evolution"],
    sentences: (value) =>
      findEffectif({territoire, ...measure(value), ...growth(published, territoire, period)})
  });
}

/** Employer establishments at the last date. */
export function etablissementsFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "etablissements_employeurs",
    sentences: (value) =>
      findEtablissements({
        territoire,
        ...measure(value),
        effectif: jobs(published, territoire, value.periode.to)
      })
  });
}

/** Share of industry against the levels above. */
export function partIndustrieFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const others = comparisons(published, territoire);
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "part_industrie",
    sentences: (value) =>
      findPartIndustrie({
        territoire,
        ...measure(value),
        effectif: jobs(published, territoire, value.periode.to),
        references: references(published, "part_industrie", [...others].reverse(), {to: value.periode.to})
      })
  });
}

/** Average annual growth over the main period. */
export function evolutionFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const period = mainPeriod(published);
  const others = comparisons(published, territoire);
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "effectif_evolution",
    selection: period,
    spark: false,
    periodLabel: formatPeriod(period.from, period.to),
    sentences: (value) =>
      findEvolution({
        territoire,
        ...measure(value),
        effectif: numberOf(lastRow(published, "effectif_prive", territoire, {to: period.from})),
        references: references(published, "effectif_evolution", [...others].reverse(), period)
      })
  });
}

/** Legal population, with its vintage: the one of the découpage, which the history of populations never overrides. */
export function populationFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const last = lastRow(published, "population", territoire);
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "population",
    sources: ["decoupage"],
    spark: false,
    periodLabel: last ? `population municipale ${yearOf(last.periode_fin)}` : "",
    sentences: (value) => findPopulation({territoire, ...measure(value)})
  });
}

const measure = ({valeur, statut, periode}: KeyValue) => ({valeur, statut, periode});

function growth(published: Published, territoire: Territoire, period: {from: string; to: string}) {
  const row = lastRow(published, "effectif_evolution", territoire, period);
  if (!row) return {};
  const others = [...comparisons(published, territoire)].reverse();
  return {
    evolution: {valeur: row.valeur, statut: row.statut, periode: period},
    references: references(published, "effectif_evolution", others, period)
  };
}
