import {defineIndicator} from "@observatoire/catalog";

export const etablissementsIndustriels = defineIndicator({
  id: "etablissements_industriels",
  number: null,
  title: "Établissements industriels employeurs",
  shortTitle: "Établissements industriels",
  unit: "etablissements",
  decimals: 0,
  definition:
    "Établissements actifs et employeurs (Sirene, caractère employeur « O ») de l'industrie manufacturière : section C de la NAF rév. 2, divisions 10 à 33.",
  formula: "Σ établissements actifs employeurs des communes, divisions 10 à 33 (Sirene)",
  reading: "{territoire} compte {valeur} établissements industriels employeurs au {periode} ({modalite}).",
  axis: "contexte",
  direction: "plus-haut-mieux",
  grain: "commune",
  aggregation: "sum",
  nomenclature: "NAF rév. 2, A38",
  reference: null,
  sources: ["sirene_etablissement"],
  limits: [
    "Ce ne sont pas les établissements actifs des sections B à E : la section D y est gonflée par les toitures solaires (35.11Z), presque jamais employeuses.",
    "Ni l'industrie extractive (B), ni l'énergie (D), ni l'eau et les déchets (E) : le grand secteur « industrie » de l'Urssaf, lui, les comprend.",
    "Employeurs seulement : un artisan de l'industrie sans salarié n'est pas compté.",
    "L'activité est celle de l'établissement, déclarée à l'inscription ; un siège ou un entrepôt d'industriel peut avoir un autre code, et n'est alors pas compté.",
    "Quatre comptes d'établissements coexistent et diffèrent : actifs de Sirene, employeurs de Sirene, employeurs de l'Urssaf, actifs hors location immobilière et solaire.",
    "Les unités en diffusion partielle sont comptées ; elles ne sont ni nommées ni situées.",
    "Nomenclature NAF rév. 2, remplacée par la NAF 2025 au 1er janvier 2027."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {whole: true}
});
