import {defineIndicator} from "@observatoire/catalog";

export const emploisParActif = defineIndicator({
  id: "emplois_par_actif",
  number: "11",
  title: "Indicateur de concentration d'emploi",
  shortTitle: "Emplois pour 100 actifs occupés",
  unit: "pour_100",
  decimals: 1,
  definition:
    "Emplois exercés dans le territoire, salariés ou non, pour 100 actifs occupés de 15 ans ou plus qui y habitent. Au-dessous de 100, plus d'habitants partent travailler ailleurs qu'il n'en vient.",
  formula: "100 × emplois au lieu de travail / actifs occupés résidents (15 ans ou plus)",
  reading:
    "Au recensement daté du {periode}, on compte {valeur} emplois pour 100 actifs occupés ({territoire}).",
  axis: "competences",
  direction: "neutre",
  grain: "commune",
  aggregation: "ratio-of-sums",
  nomenclature: null,
  reference: null,
  sources: ["rp_emploi_lt", "rp_emploi_lr"],
  limits: [
    "Les deux termes viennent du recensement, à la même date et au même âge (15 ans ou plus) : ne pas remplacer l'un par une autre source.",
    "Le rapport dit un équilibre de nombres, pas qui occupe ces emplois : un territoire à 100 peut échanger tous ses actifs avec ses voisins.",
    "Valeurs pondérées, issues de cinq enquêtes annuelles : deux millésimes voisins se recouvrent et ne se comparent qu'à cinq ans d'écart ou plus.",
    "Une commune dont une valeur n'est pas diffusée n'entre dans aucun des deux termes, et le rapport du territoire est alors estimé.",
    "Les emplois occupés par des habitants d'un autre pays n'y sont pas, alors que les actifs qui travaillent à l'étranger y sont : le rapport est plus bas près d'une frontière."
  ],
  minimumForComment: 500,
  disclosure: "tel-que-publie"
});
