import {defineIndicator} from "@observatoire/catalog";

export const partActiviteEnaf = defineIndicator({
  id: "part_activite_enaf",
  number: "30",
  title: "Part de l'activité dans la consommation d'espaces",
  shortTitle: "Part de l'activité",
  unit: "pct",
  decimals: 1,
  definition:
    "Espaces naturels, agricoles et forestiers consommés pour l'activité, rapportés à l'ensemble des espaces consommés, sur plusieurs années.",
  formula: "100 × conso_activité / conso_totale",
  reading: "{valeur} des espaces consommés {periode} l'ont été pour l'activité ({territoire}).",
  axis: "foncier",
  direction: "neutre",
  grain: "commune",
  aggregation: "ratio-of-sums",
  nomenclature: null,
  reference: null,
  sources: ["enaf"],
  limits: [
    "Donnée sur plusieurs années seulement : une seule opération suffit à la faire varier d'une année à l'autre.",
    "« Activité » réunit industrie, logistique, commerce et bureaux ; ce qui est mixte ou de destination inconnue n'y est pas compté, mais l'est dans l'ensemble.",
    "La dernière année est provisoire et sous-estimée.",
    "En Île-de-France, le SDRIF-E mesure la consommation d'espaces avec le mode d'occupation du sol (MOS) de L'Institut Paris Region : ses valeurs diffèrent de celles-ci, et ce sont elles qui font référence pour les documents d'urbanisme."
  ],
  minimumForComment: 1,
  disclosure: "tel-que-publie"
});
