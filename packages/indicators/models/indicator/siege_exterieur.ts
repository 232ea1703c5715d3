import {defineIndicator} from "@observatoire/catalog";

export const siegeExterieur = defineIndicator({
  id: "siege_exterieur",
  number: "16b",
  title: "Siège hors du territoire (proxy de la dépendance à des centres de décision extérieurs)",
  shortTitle: "Siège extérieur (proxy)",
  unit: "pct",
  decimals: 1,
  definition:
    "Part des établissements employeurs dont l'unité légale a son siège hors du Territoire d'industrie, en comptant les établissements un par un ou en les pondérant par le centre de leur tranche d'effectif. C'est un proxy : seule la commune du siège est connue, pas celle de la tête de groupe.",
  formula:
    "100 × Σ poids des établissements dont le siège ∉ Territoire d'industrie / Σ poids ; poids : 1, ou centre de la tranche d'effectif",
  reading:
    "Au {periode}, {valeur} de l'ensemble, {modalite}, dépend d'un siège hors du Territoire d'industrie ({territoire}, proxy).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: null,
  reference: null,
  sources: ["sirene_etablissement"],
  limits: [
    "Ce proxy sous-estime la dépendance : une filiale dont le siège est dans le territoire, mais le groupe ailleurs, est comptée comme locale.",
    "La mesure de l'Insee (Lifi), qui suit les groupes, n'est pas ouverte à cette échelle : la comparer à ce proxy n'aurait pas de sens.",
    "Le siège est celui de l'unité légale dans Sirene, où qu'il soit ; un siège à l'étranger est extérieur. Pour une commune ou une intercommunalité aussi, extérieur veut dire hors du Territoire d'industrie.",
    "Champ : établissements actifs employeurs de Sirene, publics compris : une école ou un bureau de poste y dépend d'un siège extérieur.",
    "L'effectif de Sirene vient des déclarations sociales, avec environ deux ans de retard, et par tranche ; « NN » ou l'absence de tranche veut dire inconnu ou non employeur, jamais zéro.",
    "Pondéré par l'effectif, un intervalle tiré des tranches accompagne la valeur ; un établissement de tranche inconnue est alors laissé de côté.",
    "Donné pour les seuls territoires tout entiers dans le périmètre, et secret sous trois établissements employeurs."
  ],
  minimumForComment: 10,
  disclosure: "gate"
});
