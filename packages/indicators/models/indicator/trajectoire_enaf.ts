import {defineIndicator} from "@observatoire/catalog";

export const trajectoireEnaf = defineIndicator({
  id: "trajectoire_enaf",
  number: "33",
  title:
    "Trajectoire de la consommation d'espaces et repère national −50 % (non prescriptif en Île-de-France)",
  shortTitle: "Trajectoire de consommation",
  unit: "ha",
  decimals: 1,
  definition:
    "Consommation de la décennie de référence, repère national −50 % (non prescriptif en Île-de-France) pour la décennie suivante, consommation observée depuis, et projection de celle-ci sur dix ans au rythme moyen observé.",
  formula:
    "repère = conso de la décennie de référence / 2, au moins 1 ha pour une commune ; projeté = moyenne annuelle observée × 10",
  reading:
    "{modalite} : {valeur} {periode} ({territoire} ; repère national −50 %, non prescriptif en Île-de-France).",
  axis: "foncier",
  direction: "plus-bas-mieux",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: null,
  reference: null,
  sources: ["enaf"],
  limits: [
    "Le repère national −50 % n'est pas prescriptif en Île-de-France : le SDRIF-E n'y est pas tenu, il fixe son propre objectif de réduction, mesuré avec le mode d'occupation du sol (MOS) de L'Institut Paris Region.",
    "Le repère n'est pas un plafond : il est national, il se décline par région puis par document d'urbanisme, jamais commune par commune.",
    "Le plancher d'un hectare par commune suppose un document d'urbanisme prescrit, arrêté ou approuvé dans les délais de la loi ; il n'est appliqué qu'au niveau de la commune.",
    "La projection prolonge une moyenne de quelques années, dont la dernière, provisoire, est sous-estimée : ce n'est pas une prévision. D'autres publications multiplient par neuf au lieu de dix."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie"
});
