import {defineIndicator} from "@observatoire/catalog";

export const etablissementsActifsAnnuel = defineIndicator({
  id: "etablissements_actifs_annuel",
  number: null,
  title: "Établissements actifs au 31 décembre, série reconstituée",
  shortTitle: "Établissements actifs, série",
  unit: "etablissements",
  decimals: 0,
  definition:
    "Établissements créés au plus tard dans l'année et pas encore fermés le 31 décembre, reconstitués d'après l'image actuelle de Sirene, pour les quinze dernières années qu'elle couvre en entier.",
  formula: "Σ établissements : année de création ≤ t, et actif ou année de fermeture > t (Sirene)",
  reading: "{territoire} comptait {valeur} établissements actifs au {periode}.",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "sum",
  nomenclature: null,
  reference: null,
  sources: ["sirene_etablissement", "sirene_succession"],
  limits: [
    "Série reconstituée, et non les stocks publiés à l'époque : elle applique à tout le passé l'état des dates d'aujourd'hui.",
    "Une création de date inconnue ou absurde est réputée ancienne : elle est dans le stock de chaque année. Une fermeture de date inconnue est réputée ancienne aussi : elle n'y est jamais.",
    "La commune est celle d'aujourd'hui : Sirene ne garde pas les communes passées, mais un déménagement ferme un établissement et en ouvre un autre.",
    "Un établissement fermé puis rouvert est compté sans interruption ; un code d'activité passé n'est pas retrouvé, d'où l'absence de détail par secteur.",
    "Une fermeture est connue plus tard qu'une création : les derniers mois comptent des établissements qui n'ont déjà plus d'activité.",
    "Quatre comptes d'établissements coexistent et diffèrent : actifs de Sirene, employeurs de Sirene, employeurs de l'Urssaf, actifs hors location immobilière et solaire."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {annual: true}
});
