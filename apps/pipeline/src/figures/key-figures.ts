import {type FigureSpec, formatPeriod, type Territoire} from "@observatoire/catalog";
import {
  findEffectif,
  findEtablissements,
  findEvolution,
  findPartIndustrie,
  findPopulation,
  isTooSmall,
  minimumForComment,
  tooSmall
} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {comparisons, holders} from "./comparisons.ts";
import {seuilOf} from "./figure-base.ts";
import {type KeyValue, keyFigure} from "./key-figure.ts";
import {mainPeriod} from "./main-period.ts";
import {jobs, references, smallestJobs} from "./references.ts";
import {stockGrowth} from "./stock-growth.ts";
import {lastRow, yearOf} from "./values.ts";

/** Private employees, with ten years of growth against the levels above. */
export function effectifFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const period = mainPeriod(published);
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "effectif_prive",
    quotes: ["effectif_evolution"],
    sentences: (value) =>
      findEffectif({
        territoire,
        ...measure(value),
        ...growth(published, territoire, period),
        seuil: seuilOf(published, "effectif_evolution")
      })
  });
}

/** Establishments below which their growth is not commented: one more or less would be over 5 %. Choice of the project. */
const minimumEtablissements = 20;

/** Employer establishments, with the growth of their number against the levels above, over the period of the chapter. */
export function etablissementsFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const period = mainPeriod(published);
  const others = [...comparisons(published, territoire)].reverse();
  const measureOf = (whom: Territoire) => ({
    ...stockGrowth(published, "etablissements_employeurs", whom, period),
    territoire: whom
  });
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "etablissements_employeurs",
    sentences: (value) =>
      findEtablissements({
        territoire,
        ...measure(value),
        effectif: jobs(published, territoire, value.periode.to),
        evolution: {
          ...stockGrowth(published, "etablissements_employeurs", territoire, period),
          periode: period
        },
        references: others.map(measureOf),
        seuil: minimumEtablissements
      })
  });
}

/** Share of industry against the levels above. */
export function partIndustrieFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const others = comparisons(published, territoire);
  const {to} = mainPeriod(published);
  const effectif = jobs(published, territoire, to);
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "part_industrie",
    subtitle: "Part de l'industrie, hors intérim",
    empty: isTooSmall({emplois: effectif})
      ? `Part non affichée sous ${minimumForComment.emplois} emplois : ${tooSmall}`
      : null,
    sentences: (value) =>
      findPartIndustrie({
        territoire,
        ...measure(value),
        effectif,
        seuil: seuilOf(published, "part_industrie"),
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
        effectif: smallestJobs(published, territoire, period),
        seuil: seuilOf(published, "effectif_evolution"),
        references: references(published, "effectif_evolution", [...others].reverse(), period)
      })
  });
}

/** Legal population, with its vintage: the one of the découpage, which the history of populations never overrides. */
export function populationFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const last = lastRow(published, "population", territoire);
  const [whole] = holders(published, territoire);
  const there = whole && last ? lastRow(published, "population", whole, {to: last.periode_fin}) : null;
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "population",
    sources: ["decoupage"],
    spark: false,
    periodLabel: last ? `population municipale ${yearOf(last.periode_fin)}` : "",
    sentences: (value) =>
      findPopulation({
        territoire,
        ...measure(value),
        ensemble: whole && there ? {territoire: whole, valeur: there.valeur, statut: there.statut} : null
      })
  });
}

const measure = ({valeur, statut, periode}: KeyValue) => ({valeur, statut, periode});

function growth(published: Published, territoire: Territoire, period: {from: string; to: string}) {
  const row = lastRow(published, "effectif_evolution", territoire, period);
  if (!row) return {};
  const others = [...comparisons(published, territoire)].reverse();
  return {
    evolution: {
      valeur: row.valeur,
      statut: row.statut,
      periode: period,
      effectif: smallestJobs(published, territoire, period)
    },
    references: references(published, "effectif_evolution", others, period)
  };
}
