import {defineIndicator} from "@observatoire/catalog";

export const etablissements10Plus = defineIndicator({
  id: "etablissements_10_plus",
  number: "13",
  title: "Établissements employeurs de dix salariés et plus",
  shortTitle: "Établissements de 10 et plus",
  unit: "etablissements",
  decimals: 0,
  definition:
    "Établissements actifs et employeurs de Sirene à la date de l'image, dont la tranche d'effectif commence à dix salariés ou plus.",
  formula: "Σ établissements actifs employeurs des communes, tranches 11 à 53 (Sirene)",
  reading:
    "{territoire} compte {valeur} établissements employeurs de dix salariés et plus au {periode} ({modalite}).",
  axis: "contexte",
  direction: "plus-haut-mieux",
  grain: "commune",
  aggregation: "sum",
  nomenclature: "NAF rév. 2, A17",
  reference: null,
  sources: ["sirene_etablissement"],
  limits: [
    "L'effectif de Sirene vient des déclarations sociales, avec environ deux ans de retard, et par tranche ; « NN » ou l'absence de tranche veut dire inconnu ou non employeur, jamais zéro.",
    "Un établissement qui a passé le seuil depuis deux ans, ou qui vient de s'installer, n'est pas encore compté.",
    "La liste nominative est plus courte que ce compte : elle ne montre ni les unités en diffusion partielle, ni les personnes physiques.",
    "Un établissement sans code d'activité de la NAF rév. 2 est dans l'ensemble et dans aucun secteur.",
    "Les unités en diffusion partielle sont comptées ; elles ne sont ni nommées ni situées.",
    "Nomenclature NAF rév. 2, remplacée par la NAF 2025 au 1er janvier 2027."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {whole: true}
});
