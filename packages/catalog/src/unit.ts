/**
 * Units of the indicators. `pct` is 0–100, never 0–1 ; `pct_an` is an average annual rate in per cent ;
 * `base100` is 100 in the first year ; `ratio` is a pure number centred on 1.
 */
export const units = {
  nombre: {label: "nombre", suffix: ""},
  habitants: {label: "habitants", suffix: ""},
  emplois: {label: "emplois salariés", suffix: ""},
  etablissements: {label: "établissements", suffix: ""},
  pct: {label: "en %", suffix: "\u00a0%"},
  pct_an: {label: "en % par an", suffix: "\u00a0% par an"},
  points: {label: "en points", suffix: " points"},
  base100: {label: "indice base 100", suffix: ""},
  ratio: {label: "rapport", suffix: ""},
  indice: {label: "indice de 0 à 1", suffix: ""},
  pour_100: {label: "pour 100", suffix: ""},
  ha: {label: "hectares", suffix: "\u00a0ha"},
  m2_habitant: {label: "m² par habitant", suffix: "\u00a0m² par habitant"},
  m2_emploi: {label: "m² par emploi", suffix: "\u00a0m² par emploi"},
  eur: {label: "€", suffix: "\u00a0€"},
  etp: {label: "équivalents temps plein", suffix: "\u00a0ETP"},
  jours: {label: "jours", suffix: "\u00a0jours"},
  actions: {label: "actions", suffix: ""},
  eur_m2: {label: "€ par m²", suffix: "\u00a0€/m²"}
} as const;

export type Unit = keyof typeof units;
