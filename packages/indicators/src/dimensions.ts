/**
 * What `dimension` may be in `mart.indicateur`, with its nomenclature. Names of modalities are in `mart.modalite`;
 * the total of any dimension is `_T`. `partition` is the dimension that its modalities add up to, when they do; an indicator
 * without `hors_interim` has `total` in its place.
 */
export const dimensions = {
  total: {label: "Ensemble", nomenclature: null, partition: null},
  hors_interim: {label: "Ensemble hors intérim", nomenclature: null, partition: null},
  grand_secteur: {label: "Grand secteur", nomenclature: "Urssaf, grands secteurs", partition: "total"},
  a17: {label: "Secteur (A17)", nomenclature: "NAF rév. 2, A17", partition: "hors_interim"},
  a38: {label: "Secteur (A38)", nomenclature: "NAF rév. 2, A38", partition: "hors_interim"},
  a88: {label: "Division (A88)", nomenclature: "NAF rév. 2, A88", partition: "hors_interim"},
  effet_a17: {label: "Effet (calculé en A17)", nomenclature: "NAF rév. 2, A17", partition: null},
  effet_a38: {label: "Effet (calculé en A38)", nomenclature: "NAF rév. 2, A38", partition: null},
  effet_a88: {label: "Effet (calculé en A88)", nomenclature: "NAF rév. 2, A88", partition: null},
  a10: {label: "Secteur (A10)", nomenclature: "NAF rév. 2, A10", partition: "total"},
  taille: {label: "Taille", nomenclature: "Sirene, tranches d'effectif", partition: "total"},
  age: {label: "Âge", nomenclature: null, partition: "total"},
  age_survie: {label: "Survie", nomenclature: null, partition: null},
  age_survie_industrie: {
    label: "Survie dans l'industrie manufacturière",
    nomenclature: "NAF rév. 2, section C",
    partition: null
  },
  concentration: {label: "Concentration", nomenclature: null, partition: null},
  ponderation: {label: "Pondération", nomenclature: null, partition: null},
  destination: {
    label: "Destination",
    nomenclature: "Cerema, destinations de la consommation d'espaces",
    partition: "total"
  },
  statut_friche: {label: "Statut de la friche", nomenclature: "CNIG, standard Friches", partition: "total"},
  gisement: {label: "Gisement de friches", nomenclature: null, partition: null},
  trajectoire: {label: "Trajectoire", nomenclature: null, partition: null}
} as const;

export type Dimension = keyof typeof dimensions;
