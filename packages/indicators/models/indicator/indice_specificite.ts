import {defineIndicator} from "@observatoire/catalog";

export const indiceSpecificite = defineIndicator({
  id: "indice_specificite",
  number: "5",
  title: "Indice de spécificité par secteur",
  shortTitle: "Spécificité",
  unit: "ratio",
  decimals: 2,
  definition:
    "Indice de l'ANCT : part d'un secteur dans l'emploi du territoire, rapportée à sa part dans le reste de la référence, territoire exclu (France, puis région). Au-dessus de 1, le secteur est spécifique du territoire.",
  formula: "S_ik = (E_ik / E_i) / ((E_k − E_ik) / (E − E_i))",
  reading:
    "Au {periode}, le secteur « {modalite} » pèse {valeur} fois autant dans l'emploi salarié privé que dans le reste de la référence ({territoire} ; {reference}).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: "NAF rév. 2, A38",
  reference: "france",
  sources: ["urssaf"],
  limits: [
    "Ne pas le mêler au quotient de localisation, qui compare à toute la référence : les deux s'écartent dès que le territoire y pèse lourd.",
    "Un indice élevé peut ne porter que sur quelques emplois : lire l'effectif à côté.",
    "Hors intérim : les intérimaires sont comptés dans la commune de leur agence, ce qui fausserait la structure par secteur.",
    "Champ : employeurs privés du régime général. Ni l'agriculture (MSA), ni l'État et la plupart des employeurs publics, ni les particuliers employeurs, ni les indépendants.",
    "Nomenclature NAF rév. 2, remplacée par la NAF 2025 au 1er janvier 2027."
  ],
  minimumForComment: 1000,
  disclosure: "tel-que-publie"
});
