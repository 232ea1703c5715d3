import type {FigureSpec, Territoire} from "@observatoire/catalog";
import {findKrugman, findPartIndustrie} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {comparisons} from "./comparisons.ts";
import {seuilOf} from "./figure-base.ts";
import {type NiveauxInput, type NiveauxOptions, niveauxBarres} from "./niveaux-barres.ts";
import {jobs, references} from "./references.ts";

/** Share of industry of the territory, of its EPCIs and of the levels above, as sorted bars. */
export function comparaisonIndustrieFigure(
  published: Published,
  territoire: Territoire,
  id: string
): FigureSpec {
  return comparisonBars(published, territoire, {
    id,
    indicateur: "part_industrie",
    subtitle: "Part de l'industrie dans l'emploi salarié privé hors intérim",
    sentences: (input) => findPartIndustrie(input)
  });
}

/** Krugman's index against France: how far the sector mix is from the reference's. */
export function krugmanFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  return comparisonBars(published, territoire, {
    id,
    indicateur: "krugman",
    selection: {dimension: "a38"},
    subtitle:
      "Indice de spécificité globale (Krugman), nomenclature A38 : 0 = même structure que le reste de la France",
    sentences: (input) =>
      findKrugman({
        ...input,
        reference: comparisons(published, territoire).at(-1) ?? territoire,
        nomenclature: "A38"
      })
  });
}

/** Bars of a ratio that rests on jobs. */
function comparisonBars(
  published: Published,
  territoire: Territoire,
  {
    sentences,
    ...options
  }: Omit<NiveauxOptions, "references" | "sentences"> & {
    sentences: (input: Parameters<typeof findPartIndustrie>[0]) => ReturnType<NiveauxOptions["sentences"]>;
  }
): FigureSpec {
  return niveauxBarres(published, territoire, {
    ...options,
    references: (others, selection) => references(published, options.indicateur, others, selection),
    sentences: ({row: _row, ...input}: NiveauxInput) =>
      sentences({
        ...input,
        effectif: jobs(published, territoire, input.periode.to),
        seuil: seuilOf(published, options.indicateur)
      })
  });
}
