import {defineIndicator} from "@observatoire/catalog";

export const renouvellement = defineIndicator({
  id: "renouvellement",
  number: "19",
  title: "Taux de renouvellement des établissements",
  shortTitle: "Renouvellement",
  unit: "pct",
  decimals: 1,
  definition:
    "Créations et fermetures d'établissements de l'année, rapportées au stock d'établissements actifs au début de l'année. Les transferts sont exclus des deux côtés : ni naissance par succession, ni fermeture suivie d'une reprise de l'activité.",
  formula: "100 × (créations_n + fermetures_n) / stock au 31 décembre n − 1, hors transferts",
  reading:
    "Les créations et les fermetures ({periode}) représentent {valeur} des établissements présents au début de l'année ({territoire}).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "ratio-of-sums",
  nomenclature: null,
  reference: null,
  sources: ["sirene_etablissement", "sirene_succession"],
  limits: [
    "Un taux élevé dit que le tissu bouge, pas qu'il grandit : il monte aussi bien avec les fermetures qu'avec les créations.",
    "Les micro-entrepreneurs et les sociétés civiles immobilières sont compris et pèsent lourd dans les deux sens.",
    "Les transferts ne sont reconnus que lorsque Sirene a enregistré le lien de succession : une partie reste comptée comme créations et fermetures.",
    "Le stock du début d'année est reconstitué d'après les dates ; une fermeture de date inconnue n'est comptée dans aucune année.",
    "Une fermeture est connue plus tard qu'une création : les derniers mois comptent des établissements qui n'ont déjà plus d'activité.",
    "Ne se compare pas au taux de création de l'Insee (Side), qui ne compte que les activités marchandes non agricoles."
  ],
  minimumForComment: 200,
  disclosure: "tel-que-publie",
  promises: {range: [0, null], annual: true}
});
