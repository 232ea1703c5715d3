import {defineIndicator} from "@observatoire/catalog";

export const actifsOccupes = defineIndicator({
  id: "actifs_occupes",
  number: null,
  title: "Actifs occupés résidents",
  shortTitle: "Actifs occupés",
  unit: "nombre",
  decimals: 0,
  definition:
    "Habitants de 15 ans ou plus qui ont un emploi, où qu'ils travaillent, comptés au recensement dans la commune où ils habitent.",
  formula: "Σ actifs occupés de 15 ans ou plus des communes",
  reading: "Au recensement daté du {periode}, {valeur} habitants ont un emploi ({territoire}).",
  axis: "competences",
  direction: "plus-haut-mieux",
  grain: "commune",
  aggregation: "sum",
  nomenclature: null,
  reference: null,
  sources: ["rp_emploi_lt", "rp_emploi_lr"],
  limits: [
    "Compté au lieu de résidence : ce ne sont pas les emplois du territoire.",
    "Valeurs pondérées, donc décimales, arrondies à l'affichage : sur une petite commune, un écart de vingt personnes ne s'interprète pas.",
    "Un millésime s'appuie sur cinq enquêtes annuelles, autour de la date affichée : deux millésimes voisins se recouvrent et ne se comparent qu'à cinq ans d'écart ou plus.",
    "Une commune non diffusée est secrète, pas vide : le total du territoire est alors un minimum."
  ],
  minimumForComment: 500,
  disclosure: "tel-que-publie"
});
