import {defineIndicator} from "@observatoire/catalog";

export const effectifEvolution = defineIndicator({
  id: "effectif_evolution",
  number: "3",
  title: "Évolution annuelle moyenne de l'emploi salarié privé",
  shortTitle: "Évolution de l'emploi",
  unit: "pct_an",
  decimals: 1,
  definition:
    "Taux annuel qui, appliqué chaque année, mène de l'emploi salarié privé du début de la période à celui de la fin, à périmètre constant. Les périodes sont tirées des données : toute la série, dix ans, cinq ans, et depuis l'année de labellisation.",
  formula: "100 × ((E_t1 / E_t0)^(1 / (t1 − t0)) − 1)",
  reading: "L'emploi salarié privé ({modalite}) évolue en moyenne de {valeur} {periode} ({territoire}).",
  axis: "contexte",
  direction: "plus-haut-mieux",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: "NAF rév. 2, A17 et A38 ; grands secteurs de l'Urssaf",
  reference: null,
  sources: ["urssaf"],
  limits: [
    "Le taux dépend du choix des deux dates ; entre elles, l'emploi peut avoir monté puis baissé.",
    "L'ensemble compte l'intérim, dont les variations suivent les agences ; la dimension « hors intérim » l'exclut.",
    "Champ : employeurs privés du régime général. Ni l'agriculture (MSA), ni l'État et la plupart des employeurs publics, ni les particuliers employeurs, ni les indépendants.",
    "Sur un petit territoire, l'ouverture ou la fermeture d'un seul établissement suffit à déplacer la valeur.",
    "Nomenclature NAF rév. 2, remplacée par la NAF 2025 au 1er janvier 2027."
  ],
  minimumForComment: 100,
  disclosure: "tel-que-publie"
});
