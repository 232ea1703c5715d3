import {defineIndicator} from "@observatoire/catalog";

export const effectifBase100 = defineIndicator({
  id: "effectif_base100",
  number: "4",
  title: "Emploi salarié privé en base 100",
  shortTitle: "Emploi, base 100",
  unit: "base100",
  decimals: 1,
  definition:
    "Emploi salarié privé au 31 décembre de chaque année, rapporté à celui de la première année de la série, qui vaut 100.",
  formula: "100 × E_t / E_t0",
  reading: "L'emploi salarié privé est passé de 100 à {valeur} {periode} ({territoire}).",
  axis: "contexte",
  direction: "plus-haut-mieux",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: "grands secteurs de l'Urssaf",
  reference: null,
  sources: ["urssaf"],
  limits: [
    "L'indice compare des rythmes, pas des niveaux : deux courbes voisines peuvent cacher des tailles très différentes.",
    "La première année sert de base ; une année de base exceptionnelle décale toute la courbe.",
    "L'emploi intérimaire (APE 7820Z) est compté dans la commune de l'agence, pas dans celle où les intérimaires travaillent.",
    "Champ : employeurs privés du régime général. Ni l'agriculture (MSA), ni l'État et la plupart des employeurs publics, ni les particuliers employeurs, ni les indépendants.",
    "Les apprentis sont compris, pour toute la série, depuis la diffusion de 2023 : ne pas la comparer à une série publiée avant."
  ],
  minimumForComment: 100,
  disclosure: "tel-que-publie",
  promises: {annual: true}
});
