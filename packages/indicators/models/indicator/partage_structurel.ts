import {defineIndicator} from "@observatoire/catalog";

export const partageStructurel = defineIndicator({
  id: "partage_structurel",
  number: "8",
  title: "Partage structurel-local de la variation de l'emploi",
  shortTitle: "Effets national, structurel, local",
  unit: "emplois",
  decimals: 0,
  definition:
    "Variation de l'emploi salarié privé hors intérim, décomposée en trois effets qui s'additionnent exactement : national (ce que donnerait la croissance de la France), structurel (ce qu'ajoute ou retire le poids des secteurs en croissance ou en recul), local (le reste, propre au territoire).",
  formula: "ΔE_i = Σ_k E_ik·g + Σ_k E_ik·(g_k − g) + Σ_k (E_ik,t1 − E_ik·(1 + g_k)), E_ik à t0",
  reading: "L'effet « {modalite} » est de {valeur} emplois {periode} ({territoire} ; {reference}).",
  axis: "contexte",
  direction: "plus-haut-mieux",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: "NAF rév. 2, A17, A38 et A88",
  reference: "france",
  sources: ["urssaf"],
  limits: [
    "C'est une décomposition comptable, pas une preuve : l'effet local ne mesure l'action de personne.",
    "Le niveau de nomenclature change le partage entre effet structurel et effet local : A17, A38 et A88 sont publiés côte à côte.",
    "Un secteur absent au début de la période est compté tout entier dans l'effet local.",
    "La référence comprend le territoire.",
    "Hors intérim : les intérimaires sont comptés dans la commune de leur agence, ce qui fausserait la structure par secteur.",
    "Champ : employeurs privés du régime général. Ni l'agriculture (MSA), ni l'État et la plupart des employeurs publics, ni les particuliers employeurs, ni les indépendants.",
    "Nomenclature NAF rév. 2, remplacée par la NAF 2025 au 1er janvier 2027."
  ],
  minimumForComment: 500,
  disclosure: "tel-que-publie",
  promises: {range: [null, null]}
});
