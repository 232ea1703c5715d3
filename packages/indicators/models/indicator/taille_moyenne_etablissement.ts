import {defineIndicator} from "@observatoire/catalog";

export const tailleMoyenneEtablissement = defineIndicator({
  id: "taille_moyenne_etablissement",
  number: null,
  title: "Taille moyenne des établissements employeurs du secteur privé",
  shortTitle: "Salariés par établissement",
  unit: "nombre",
  decimals: 1,
  definition:
    "Salariés du secteur privé au 31 décembre, hors intérim, rapportés aux établissements qui emploient au moins un salarié à cette date.",
  formula: "E_i / N_i, hors intérim",
  reading: "Au {periode}, un établissement employeur compte en moyenne {valeur} salariés ({territoire}).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "ratio-of-sums",
  nomenclature: null,
  reference: null,
  sources: ["urssaf"],
  limits: [
    "Une moyenne ne dit rien de la répartition : un grand établissement peut cacher beaucoup de très petits.",
    "Un établissement est un lieu : une entreprise présente en plusieurs lieux compte plusieurs établissements."
  ],
  minimumForComment: 50,
  disclosure: "tel-que-publie",
  promises: {annual: true}
});
