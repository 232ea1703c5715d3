import {defineIndicator} from "@observatoire/catalog";

export const tauxCreation = defineIndicator({
  id: "taux_creation",
  number: "17",
  title: "Taux de création d'établissements",
  shortTitle: "Taux de création",
  unit: "pct",
  decimals: 1,
  definition:
    "Établissements créés dans l'année, rapportés aux établissements actifs au 31 décembre de l'année précédente, hors agriculture, micro-entrepreneurs compris (Insee, Side).",
  formula: "100 × créations de l'année n / stock au 31 décembre de l'année n − 1",
  reading:
    "Les créations {periode} représentent {valeur} des établissements actifs à la fin de l'année précédente ({territoire}).",
  axis: "contexte",
  direction: "plus-haut-mieux",
  grain: "commune",
  aggregation: "ratio-of-sums",
  nomenclature: null,
  reference: null,
  sources: ["side_creations", "side_stocks"],
  limits: [
    "Les micro-entrepreneurs sont compris aux deux termes : le taux suit d'abord leur essor. Les fichiers ne permettent pas de les retirer des deux côtés.",
    "L'agriculture n'est pas dans le champ.",
    "Le stock paraît deux ans après les créations : le dernier taux calculable est plus ancien que les dernières créations.",
    "Un taux élevé peut aussi dire des établissements qui durent peu : le lire avec la survie.",
    "Sur une petite commune, quelques créations suffisent à déplacer le taux."
  ],
  minimumForComment: 100,
  disclosure: "tel-que-publie",
  promises: {range: [0, null], annual: true}
});
