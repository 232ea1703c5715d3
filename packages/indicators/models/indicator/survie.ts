import {defineIndicator} from "@observatoire/catalog";

export const survie = defineIndicator({
  id: "survie",
  number: "18",
  title: "Taux de survie des établissements à trois et cinq ans",
  shortTitle: "Survie à 3 et 5 ans",
  unit: "pct",
  decimals: 1,
  definition:
    "Part des établissements créés une année donnée, hors transferts, encore actifs trois ou cinq ans après leur création. Un établissement cédé à un repreneur qui poursuit l'activité est compté comme survivant.",
  formula: "100 × survivants à k ans / créations de l'année, hors transferts (Sirene)",
  reading:
    "{valeur} des établissements créés ({periode}) étaient encore actifs à l'échéance : {modalite} ({territoire}).",
  axis: "contexte",
  direction: "plus-haut-mieux",
  grain: "commune",
  aggregation: "ratio-of-sums",
  nomenclature: "NAF rév. 2, section C",
  reference: null,
  sources: ["sirene_etablissement", "sirene_succession"],
  limits: [
    "Cohortes d'établissements de Sirene, micro-entrepreneurs et non-employeurs compris : ce n'est pas l'enquête Sine de l'Insee sur les nouvelles entreprises, et les deux taux ne se comparent pas.",
    "Seules les cohortes assez anciennes pour être observées en entier à la date de l'image sont données.",
    "Rester inscrit n'est pas exercer : une fermeture jamais déclarée fait un survivant.",
    "Un établissement cédé est compté comme survivant à toute échéance, quel que soit le sort de son repreneur ; un transfert sans lien enregistré est compté comme une fermeture.",
    "Un établissement fermé à une date inconnue n'est compté ni parmi les survivants, ni parmi les créations : le taux est alors estimé.",
    "L'industrie est la section C (divisions 10 à 33) d'après le code d'activité d'aujourd'hui ; un ancien code d'une autre nomenclature n'y est pas.",
    "Dans une petite commune, une cohorte ne compte que quelques établissements."
  ],
  minimumForComment: 30,
  disclosure: "tel-que-publie",
  promises: {annual: true}
});
