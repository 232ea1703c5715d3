import {defineIndicator} from "@observatoire/catalog";

export const frichesSurface = defineIndicator({
  id: "friches_surface",
  number: "34",
  title: "Surface des friches recensées",
  shortTitle: "Surface des friches",
  unit: "ha",
  decimals: 1,
  definition:
    "Surface des unités foncières des friches recensées, hors friches potentielles ; une unité foncière que partagent plusieurs sites est comptée une fois.",
  formula: "Σ surface des unités foncières distinctes ; 1 ha = 10 000 m²",
  reading:
    "Au {periode}, les friches recensées couvrent {valeur} d'unités foncières ({modalite} ; {territoire}).",
  axis: "foncier",
  direction: "neutre",
  grain: "commune",
  aggregation: "sum",
  nomenclature: "CNIG, standard Friches",
  reference: null,
  sources: ["cartofriches"],
  limits: [
    "L'unité foncière, ensemble des parcelles voisines d'un même propriétaire, peut être bien plus grande que la friche : une seule dépasse parfois cent hectares. C'est une borne haute.",
    "Inventaire non exhaustif : un territoire sans friche recensée n'est pas un territoire sans friche. Un observatoire local en fait recenser davantage.",
    "Les « friches potentielles » (sites de Basias ou Basol que personne n'a vérifiés) sont exclues.",
    "Une unité foncière à la fois sans projet et avec projet est comptée sans projet ; deux unités qui se recouvrent en partie comptent toutes deux."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie"
});
