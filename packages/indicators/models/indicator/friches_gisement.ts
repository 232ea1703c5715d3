import {defineIndicator} from "@observatoire/catalog";

export const frichesGisement = defineIndicator({
  id: "friches_gisement",
  number: "35",
  title: "Gisement de friches",
  shortTitle: "Gisement de friches",
  unit: "nombre",
  decimals: 0,
  definition:
    "Classe du territoire d'après les surfaces de friches sans projet (A), avec projet (B) et reconverties (C) : nul et sans potentiel, nul car déjà exploité, potentiel et non exploité, potentiel et en cours d'exploitation.",
  formula:
    "A = B = C = 0 : nul et sans potentiel ; A = 0 et B + C > 0 : nul, déjà exploité ; A > 0 et B = C = 0 : non exploité ; A > 0 et B + C > 0 : en cours",
  reading: "Au {periode}, {territoire} est dans la classe « {modalite} ».",
  axis: "foncier",
  direction: "neutre",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: null,
  reference: null,
  sources: ["cartofriches"],
  limits: [
    "Une classe, pas une quantité : un seul site suffit à en changer.",
    "Inventaire non exhaustif : un territoire sans friche recensée n'est pas un territoire sans friche. Un observatoire local en fait recenser davantage.",
    "Les « friches potentielles » (sites de Basias ou Basol que personne n'a vérifiés) sont exclues.",
    "Une friche de statut inconnu ne compte dans aucune des trois surfaces ; un site sans surface connue compte comme s'il en avait une."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {range: [1, 1]}
});
