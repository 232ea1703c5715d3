import {defineIndicator} from "@observatoire/catalog";

export const concentrationHhi = defineIndicator({
  id: "concentration_hhi",
  number: "14",
  title: "Indice de concentration de l'emploi (Herfindahl)",
  shortTitle: "Indice de Herfindahl",
  unit: "indice",
  decimals: 3,
  definition:
    "Somme des carrés des parts de chaque établissement dans l'emploi du territoire. 1 : un seul établissement emploie tout le monde ; proche de 0 : l'emploi est très réparti. C'est un intervalle : Sirene ne donne que des tranches d'effectif.",
  formula:
    "H = Σ_j s_j² ; s_j bornée par minimum_j / (minimum_j + Σ maxima des autres) et maximum_j / (maximum_j + Σ minima des autres)",
  reading:
    "Au {periode}, l'indice de Herfindahl de l'emploi par établissement vaut {valeur} au centre des tranches ({territoire}).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: null,
  reference: null,
  sources: ["sirene_etablissement"],
  limits: [
    "L'intervalle est sûr mais pas le plus étroit possible : chaque part est bornée séparément, alors que toutes ne peuvent pas être au plus haut ensemble.",
    "L'effectif de Sirene vient des déclarations sociales, avec environ deux ans de retard, et par tranche ; « NN » ou l'absence de tranche veut dire inconnu ou non employeur, jamais zéro.",
    "Un petit territoire a peu d'établissements, donc un indice plus haut : comparer des territoires de taille proche.",
    "Champ : établissements actifs employeurs de Sirene, publics compris, dont la tranche d'effectif est connue.",
    "La tranche de 10 000 salariés et plus n'a pas de maximum : la borne haute n'est alors pas donnée.",
    "Donné pour les seuls territoires tout entiers dans le périmètre, et secret sous trois établissements employeurs."
  ],
  minimumForComment: 10,
  disclosure: "gate"
});
