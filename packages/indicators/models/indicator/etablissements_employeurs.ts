import {defineIndicator} from "@observatoire/catalog";

export const etablissementsEmployeurs = defineIndicator({
  id: "etablissements_employeurs",
  number: "13",
  title: "Établissements employeurs privés",
  shortTitle: "Établissements employeurs",
  unit: "etablissements",
  decimals: 0,
  definition:
    "Établissements privés du régime général qui emploient au moins un salarié au 31 décembre, intérim compris dans l'ensemble. Le détail par secteur A17 ou A38 exclut l'intérim.",
  formula: "Σ établissements employeurs des communes (Urssaf, commune × APE)",
  reading: "{territoire} compte {valeur} établissements employeurs privés au {periode} ({modalite}).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "sum",
  nomenclature: "NAF rév. 2, A17 et A38 ; grands secteurs de l'Urssaf",
  reference: null,
  sources: ["urssaf"],
  limits: [
    "Un établissement employeur au sens de l'Urssaf n'est ni un établissement actif, ni un établissement employeur de Sirene, ni une unité de Flores : les quatre comptes diffèrent.",
    "Champ : employeurs privés du régime général. Ni l'agriculture (MSA), ni l'État et la plupart des employeurs publics, ni les particuliers employeurs, ni les indépendants.",
    "Situation au 31 décembre : un établissement saisonnier fermé en hiver n'est pas compté.",
    "Nomenclature NAF rév. 2, remplacée par la NAF 2025 au 1er janvier 2027."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {annual: true}
});
