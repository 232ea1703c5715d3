import {defineIndicator} from "@observatoire/catalog";

export const tauxTrajectoire = defineIndicator({
  id: "taux_trajectoire",
  number: "33",
  title: "Consommation projetée rapportée au repère national −50 % (non prescriptif en Île-de-France)",
  shortTitle: "Projection sur repère national",
  unit: "pct",
  decimals: 0,
  definition:
    "Consommation d'espaces projetée sur dix ans au rythme observé, en pourcentage du repère national −50 % (non prescriptif en Île-de-France). Au-dessus de 100 %, le rythme observé mènerait au-delà du repère.",
  formula:
    "100 × (moyenne annuelle observée × 10) / (conso de la décennie de référence / 2, au moins 1 ha pour une commune)",
  reading:
    "Au rythme observé, {territoire} consommerait {periode} {valeur} du repère national −50 % (non prescriptif en Île-de-France).",
  axis: "foncier",
  direction: "plus-bas-mieux",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: null,
  reference: null,
  sources: ["enaf"],
  limits: [
    "Le repère national −50 % n'est pas prescriptif en Île-de-France : le SDRIF-E n'y est pas tenu, il fixe son propre objectif de réduction, mesuré avec le mode d'occupation du sol (MOS) de L'Institut Paris Region.",
    "La projection prolonge une moyenne de quelques années, dont la dernière, provisoire, est sous-estimée : ce n'est pas une prévision.",
    "Pour une commune, le repère est d'au moins un hectare : la somme des repères des communes dépasse donc celui du territoire."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {range: [0, null]}
});
