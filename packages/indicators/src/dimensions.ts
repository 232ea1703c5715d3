/**
 * What `dimension` may be in `mart.indicateur`, with its nomenclature. Names of modalities are in `mart.modalite`;
 * the total of any dimension is `_T`.
 */
export const dimensions = {
  total: {label: "Ensemble", nomenclature: null},
  hors_interim: {label: "Ensemble hors intérim", nomenclature: null},
  grand_secteur: {label: "Grand secteur", nomenclature: "Urssaf, grands secteurs"},
  a17: {label: "Secteur (A17)", nomenclature: "NAF rév. 2, A17"},
  a38: {label: "Secteur (A38)", nomenclature: "NAF rév. 2, A38"},
  a88: {label: "Division (A88)", nomenclature: "NAF rév. 2, A88"},
  effet_a17: {label: "Effet (calculé en A17)", nomenclature: "NAF rév. 2, A17"},
  effet_a38: {label: "Effet (calculé en A38)", nomenclature: "NAF rév. 2, A38"},
  effet_a88: {label: "Effet (calculé en A88)", nomenclature: "NAF rév. 2, A88"}
} as const;

export type Dimension = keyof typeof dimensions;
