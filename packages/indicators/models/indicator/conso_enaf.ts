import {defineIndicator} from "@observatoire/catalog";

export const consoEnaf = defineIndicator({
  id: "conso_enaf",
  number: "29",
  title: "Consommation d'espaces naturels, agricoles et forestiers",
  shortTitle: "Espaces consommés",
  unit: "ha",
  decimals: 1,
  definition:
    "Surfaces naturelles, agricoles ou forestières devenues urbanisées entre deux 1er janvier, au total et selon ce à quoi elles servent désormais : habitat, activité, mixte, routes, voies ferrées, inconnu.",
  formula: "Σ des flux annuels, du 1er janvier de la première année au 1er janvier de fin ; 1 ha = 10 000 m²",
  reading:
    "{territoire} a consommé {valeur} d'espaces naturels, agricoles et forestiers {periode} ({modalite}).",
  axis: "foncier",
  direction: "plus-bas-mieux",
  grain: "commune",
  aggregation: "sum",
  nomenclature: "Cerema, destinations de la consommation d'espaces",
  reference: null,
  sources: ["enaf"],
  limits: [
    "Surfaces des fichiers fonciers : un changement d'usage y est inscrit parfois un an ou deux après le chantier ; une année seule est fragile, une période de plusieurs années l'est moins.",
    "La dernière année est provisoire et sous-estimée.",
    "Les bornes sont des 1er janvier : « 2011-2020 » veut dire du 1er janvier 2011 au 1er janvier 2021, soit dix années.",
    "En Île-de-France, le SDRIF-E mesure la consommation d'espaces avec le mode d'occupation du sol (MOS) de L'Institut Paris Region : ses valeurs diffèrent de celles-ci, et ce sont elles qui font référence pour les documents d'urbanisme.",
    "« Activité » réunit industrie, logistique, commerce et bureaux sans les distinguer."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {annual: true}
});
