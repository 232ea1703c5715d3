import {defineIndicator} from "@observatoire/catalog";

export const concentrationEmploi = defineIndicator({
  id: "concentration_emploi",
  number: "14",
  title: "Concentration de l'emploi dans les plus grands établissements",
  shortTitle: "Concentration de l'emploi",
  unit: "pct",
  decimals: 0,
  definition:
    "Part des salariés du territoire qui travaillent dans les établissements de 50 salariés et plus, de 250 salariés et plus, et dans le premier, les cinq premiers et les dix premiers établissements employeurs. C'est un intervalle : Sirene ne donne que des tranches d'effectif.",
  formula:
    "Borne basse : Σ minima du groupe / (Σ minima du groupe + Σ maxima des autres) ; borne haute : l'inverse ; valeur : centres des tranches",
  reading: "Au {periode}, {modalite} : {valeur} au centre des tranches ({territoire}).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: "tranches d'effectif de Sirene",
  reference: null,
  sources: ["sirene_etablissement"],
  limits: [
    "L'intervalle contient la vraie part, pour les établissements dont la tranche est connue ; la valeur centrale n'est qu'un repère, pas une mesure.",
    "L'effectif de Sirene vient des déclarations sociales, avec environ deux ans de retard, et par tranche ; « NN » ou l'absence de tranche veut dire inconnu ou non employeur, jamais zéro.",
    "Les premiers établissements sont rangés par tranche ; au sein d'une tranche, l'ordre est inconnu, ce qui ne change pas l'intervalle.",
    "Champ : établissements actifs employeurs de Sirene, publics compris, de tous les statuts de diffusion. Un employeur de tranche inconnue est laissé de côté, et leur nombre est dit.",
    "La tranche de 10 000 salariés et plus n'a pas de maximum : l'intervalle n'est alors pas donné.",
    "Donné pour les seuls territoires tout entiers dans le périmètre, et secret sous trois établissements employeurs.",
    "Un établissement n'est pas une entreprise : plusieurs établissements d'un même groupe comptent séparément."
  ],
  minimumForComment: 10,
  disclosure: "gate"
});
