import {defineIndicator} from "@observatoire/catalog";

export const consoEnafParHabitant = defineIndicator({
  id: "conso_enaf_par_habitant",
  number: null,
  title: "Consommation d'espaces par habitant",
  shortTitle: "Espaces consommés par habitant",
  unit: "m2_habitant",
  decimals: 1,
  definition:
    "Espaces naturels, agricoles et forestiers consommés pendant la période, rapportés à la population municipale à sa fin, ou à la dernière connue avant elle.",
  formula: "conso (m²) / population municipale",
  reading: "{periode}, {territoire} a consommé {valeur}.",
  axis: "foncier",
  direction: "plus-bas-mieux",
  grain: "commune",
  aggregation: "ratio-of-sums",
  nomenclature: null,
  reference: null,
  sources: ["enaf", "decoupage", "populations"],
  limits: [
    "Surfaces des fichiers fonciers : un changement d'usage y est inscrit parfois un an ou deux après le chantier ; une année seule est fragile, une période de plusieurs années l'est moins.",
    "La dernière année est provisoire et sous-estimée.",
    "La population connue a trois ans de retard : à la fin d'une période récente, c'est la dernière publiée qui sert.",
    "Une commune peu peuplée qui accueille une zone d'activité ou une route a une valeur élevée sans étalement de l'habitat.",
    "En Île-de-France, le SDRIF-E mesure la consommation d'espaces avec le mode d'occupation du sol (MOS) de L'Institut Paris Region : ses valeurs diffèrent de celles-ci, et ce sont elles qui font référence pour les documents d'urbanisme."
  ],
  minimumForComment: 100,
  disclosure: "tel-que-publie"
});
