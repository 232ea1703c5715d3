import {defineIndicator} from "@observatoire/catalog";

export const population = defineIndicator({
  id: "population",
  number: null,
  title: "Population municipale",
  shortTitle: "Population",
  unit: "habitants",
  decimals: 0,
  definition:
    "Population municipale légale (PMUN) des communes du territoire, dans la géographie communale en vigueur.",
  formula: "Σ PMUN des communes",
  reading: "{territoire} compte {valeur} habitants au {periode} (population municipale).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "sum",
  nomenclature: null,
  reference: null,
  sources: ["decoupage", "populations"],
  limits: [
    "Le millésime de la population est toujours antérieur de trois ans à l'année où elle entre en vigueur : le citer avec le chiffre.",
    "La population d'une année lisse cinq enquêtes annuelles de recensement : deux millésimes voisins se recouvrent et ne se comparent pas.",
    "La population municipale ne compte pas les personnes rattachées à une autre résidence (population comptée à part)."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {annual: true}
});
