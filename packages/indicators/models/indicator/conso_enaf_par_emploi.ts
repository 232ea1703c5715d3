import {defineIndicator} from "@observatoire/catalog";

export const consoEnafParEmploi = defineIndicator({
  id: "conso_enaf_par_emploi",
  number: "31",
  title: "Espaces consommés pour l'activité par emploi supplémentaire",
  shortTitle: "Espaces par emploi supplémentaire",
  unit: "m2_emploi",
  decimals: 0,
  definition:
    "Espaces naturels, agricoles et forestiers consommés pour l'activité entre deux recensements, rapportés à l'augmentation du nombre d'emplois au lieu de travail entre ces recensements. Sans objet quand l'emploi n'a pas augmenté.",
  formula: "conso_activité (m², de t0 à t1) / (E_t1 − E_t0), si E_t1 > E_t0",
  reading: "{periode}, {territoire} a consommé {valeur} supplémentaire.",
  axis: "foncier",
  direction: "plus-bas-mieux",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: null,
  reference: null,
  sources: ["enaf", "rp_emploi_lr", "rp_emploi_lt"],
  limits: [
    "Les années du recensement ne sont pas celles des décennies de la loi : la période est celle des recensements que contient la série de consommation, et chacun lisse cinq années d'enquête.",
    "Un emploi en plus n'est pas dû au terrain consommé : on rapproche deux mesures, on n'établit pas d'effet.",
    "Des terrains consommés à la fin de la période n'ont pas encore leurs emplois ; des emplois naissent aussi sans terrain nouveau.",
    "Quand l'emploi a peu augmenté, la valeur est très grande et n'a guère de sens.",
    "En Île-de-France, le SDRIF-E mesure la consommation d'espaces avec le mode d'occupation du sol (MOS) de L'Institut Paris Region : ses valeurs diffèrent de celles-ci, et ce sont elles qui font référence pour les documents d'urbanisme."
  ],
  minimumForComment: 100,
  disclosure: "tel-que-publie"
});
