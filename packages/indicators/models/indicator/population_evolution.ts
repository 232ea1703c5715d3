import {defineIndicator} from "@observatoire/catalog";

export const populationEvolution = defineIndicator({
  id: "population_evolution",
  number: null,
  title: "Évolution annuelle moyenne de la population",
  shortTitle: "Évolution de la population",
  unit: "pct_an",
  decimals: 2,
  definition:
    "Taux annuel qui, appliqué chaque année, mène de la population municipale de la première année connue à celle de la dernière.",
  formula: "100 × ((P_t1 / P_t0)^(1 / (t1 − t0)) − 1)",
  reading: "La population municipale évolue en moyenne de {valeur} {periode} ({territoire}).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: null,
  reference: null,
  sources: ["decoupage", "populations"],
  limits: [
    "Chaque population lisse cinq enquêtes annuelles : un écart de moins de cinq ans ne s'interprète pas.",
    "Les deux dates sont ramenées aux communes en vigueur ; une commune scindée est répartie à proportion de sa population."
  ],
  minimumForComment: 500,
  disclosure: "tel-que-publie"
});
