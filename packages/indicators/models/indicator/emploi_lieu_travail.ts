import {defineIndicator} from "@observatoire/catalog";

export const emploiLieuTravail = defineIndicator({
  id: "emploi_lieu_travail",
  number: "1",
  title: "Emploi au lieu de travail (recensement)",
  shortTitle: "Emploi total",
  unit: "nombre",
  decimals: 0,
  definition:
    "Emplois exercés dans le territoire, salariés ou non, publics et privés, agriculture comprise, comptés au recensement là où ils sont exercés, que leurs occupants y habitent ou non.",
  formula: "Σ emplois au lieu de travail des communes",
  reading: "{territoire} compte {valeur} emplois au recensement daté du {periode}.",
  axis: "contexte",
  direction: "plus-haut-mieux",
  grain: "commune",
  aggregation: "sum",
  nomenclature: null,
  reference: null,
  sources: ["rp_emploi_lt", "rp_emploi_lr"],
  limits: [
    "Le champ est celui de tout l'emploi : ne pas enchaîner cette série avec l'emploi salarié privé de l'Urssaf, qui en est une partie.",
    "Valeurs pondérées, donc décimales, arrondies à l'affichage : sur une petite commune, un écart de vingt emplois ne s'interprète pas.",
    "Un millésime s'appuie sur cinq enquêtes annuelles, autour de la date affichée : deux millésimes voisins se recouvrent et ne se comparent qu'à cinq ans d'écart ou plus.",
    "Une commune non diffusée est secrète, pas vide : le total du territoire est alors un minimum."
  ],
  minimumForComment: 500,
  disclosure: "tel-que-publie"
});
