import {defineIndicator} from "@observatoire/catalog";

export const friches = defineIndicator({
  id: "friches",
  number: "34",
  title: "Friches recensées",
  shortTitle: "Friches",
  unit: "nombre",
  decimals: 0,
  definition:
    "Sites recensés dans Cartofriches, hors friches potentielles : sans projet, avec projet, reconverties ou de statut inconnu, à la date du fichier.",
  formula: "nombre de sites dont le statut n'est pas « friche potentielle »",
  reading: "Au {periode}, {valeur} friches sont recensées ({modalite} ; {territoire}).",
  axis: "foncier",
  direction: "neutre",
  grain: "commune",
  aggregation: "sum",
  nomenclature: "CNIG, standard Friches",
  reference: null,
  sources: ["cartofriches"],
  limits: [
    "Inventaire non exhaustif : un territoire sans friche recensée n'est pas un territoire sans friche. Un observatoire local en fait recenser davantage.",
    "Les « friches potentielles » (sites de Basias ou Basol que personne n'a vérifiés) sont exclues.",
    "Une friche reconvertie n'en est plus une : elle reste comptée dans l'ensemble, et à part dans son statut."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {whole: true}
});
