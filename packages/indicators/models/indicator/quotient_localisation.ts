import {defineIndicator} from "@observatoire/catalog";

export const quotientLocalisation = defineIndicator({
  id: "quotient_localisation",
  number: "6",
  title: "Quotient de localisation par secteur",
  shortTitle: "Quotient de localisation",
  unit: "ratio",
  decimals: 2,
  definition:
    "Part d'un secteur dans l'emploi du territoire, rapportée à sa part dans toute la référence, territoire compris (France, puis région). Au-dessus de 1, le secteur est plus présent que dans la référence.",
  formula: "LQ_ik = (E_ik / E_i) / (E_k / E)",
  reading:
    "Au {periode}, le secteur « {modalite} » pèse {valeur} fois autant dans l'emploi salarié privé que dans la référence ({territoire} ; {reference}).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: "NAF rév. 2, A38",
  reference: "france",
  sources: ["urssaf"],
  limits: [
    "Ne pas le mêler à l'indice de spécificité de l'ANCT, qui compare au reste de la référence.",
    "Un quotient élevé peut ne porter que sur quelques emplois : lire l'effectif à côté.",
    "Hors intérim : les intérimaires sont comptés dans la commune de leur agence, ce qui fausserait la structure par secteur.",
    "Champ : employeurs privés du régime général. Ni l'agriculture (MSA), ni l'État et la plupart des employeurs publics, ni les particuliers employeurs, ni les indépendants.",
    "Nomenclature NAF rév. 2, remplacée par la NAF 2025 au 1er janvier 2027."
  ],
  minimumForComment: 1000,
  disclosure: "tel-que-publie"
});
