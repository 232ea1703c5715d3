import {defineIndicator} from "@observatoire/catalog";

export const effectifPrive = defineIndicator({
  id: "effectif_prive",
  number: "1",
  title: "Emploi salarié privé",
  shortTitle: "Emploi salarié privé",
  unit: "emplois",
  decimals: 0,
  definition:
    "Salariés des établissements employeurs privés du régime général présents au 31 décembre, intérim compris dans l'ensemble. Le détail par grand secteur montre l'intérim à part ; le détail par secteur A17 ou A38 l'exclut.",
  formula: "Σ effectifs salariés des communes (Urssaf, commune × APE)",
  reading: "{territoire} compte {valeur} salariés du secteur privé au {periode} ({modalite}).",
  axis: "contexte",
  direction: "plus-haut-mieux",
  grain: "commune",
  aggregation: "sum",
  nomenclature: "NAF rév. 2, A17 et A38 ; grands secteurs de l'Urssaf",
  reference: null,
  sources: ["urssaf"],
  limits: [
    "Champ : employeurs privés du régime général. Ni l'agriculture (MSA), ni l'État et la plupart des employeurs publics, ni les particuliers employeurs, ni les indépendants.",
    "Emploi au lieu de travail, situation au 31 décembre : ni une moyenne de l'année, ni des équivalents temps plein.",
    "L'emploi intérimaire (APE 7820Z) est compté dans la commune de l'agence, pas dans celle où les intérimaires travaillent.",
    "Les apprentis sont compris, pour toute la série, depuis la diffusion de 2023 : ne pas la comparer à une série publiée avant.",
    "Un couple commune × APE absent du fichier est lu comme zéro salarié ; une cellule vide est inconnue, et le total devient un minimum.",
    "Nomenclature NAF rév. 2, remplacée par la NAF 2025 au 1er janvier 2027."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {annual: true}
});
