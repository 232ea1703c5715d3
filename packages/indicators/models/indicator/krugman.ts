import {defineIndicator} from "@observatoire/catalog";

export const krugman = defineIndicator({
  id: "krugman",
  number: "7",
  title: "Indice de spécialisation de Krugman",
  shortTitle: "Spécialisation (Krugman)",
  unit: "indice",
  decimals: 2,
  definition:
    "Part de l'emploi du territoire qu'il faudrait changer de secteur pour retrouver la répartition du reste de la référence. 0 : même structure ; 1 : aucun secteur commun.",
  formula: "K_i = ½ Σ_k |E_ik / E_i − (E_k − E_ik) / (E − E_i)|",
  reading:
    "Au {periode}, l'indice de Krugman vaut {valeur} ({territoire} ; {reference}) : c'est la part de l'emploi qui devrait changer de secteur pour retrouver la structure du reste de la référence.",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: "NAF rév. 2, A17 et A38",
  reference: "france",
  sources: ["urssaf"],
  limits: [
    "La valeur dépend de la finesse de la nomenclature : elle monte de A17 à A38. Ne comparer que des valeurs de même nomenclature.",
    "Un petit territoire paraît souvent plus spécialisé qu'un grand : comparer des territoires de taille proche.",
    "Hors intérim : les intérimaires sont comptés dans la commune de leur agence, ce qui fausserait la structure par secteur.",
    "Champ : employeurs privés du régime général. Ni l'agriculture (MSA), ni l'État et la plupart des employeurs publics, ni les particuliers employeurs, ni les indépendants.",
    "Nomenclature NAF rév. 2, remplacée par la NAF 2025 au 1er janvier 2027."
  ],
  minimumForComment: 1000,
  disclosure: "tel-que-publie"
});
