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
  effet_a88: {label: "Effet (calculé en A88)", nomenclature: "NAF rév. 2, A88"},
  a10: {label: "Secteur (A10)", nomenclature: "NAF rév. 2, A10"},
  taille: {label: "Taille", nomenclature: "Sirene, tranches d'effectif"},
  age: {label: "Âge", nomenclature: null},
  age_survie: {label: "Survie", nomenclature: null},
  age_survie_industrie: {
    label: "Survie dans l'industrie manufacturière",
    nomenclature: "NAF rév. 2, section C"
  },
  concentration: {label: "Concentration", nomenclature: null},
  ponderation: {label: "Pondération", nomenclature: null},
  destination: {label: "Destination", nomenclature: "Cerema, destinations de la consommation d'espaces"},
  statut_friche: {label: "Statut de la friche", nomenclature: "CNIG, standard Friches"},
  gisement: {label: "Gisement de friches", nomenclature: null},
  trajectoire: {label: "Trajectoire", nomenclature: null}
} as const;

export type Dimension = keyof typeof dimensions;
