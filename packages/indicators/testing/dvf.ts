import type {Row, Tables} from "./build-from.ts";

/** What a test says of a row of DVF; the rest is that of an ordinary sale of business premises. */
export interface Ligne {
  mutation: string;
  commune?: string;
  date?: string;
  nature?: string;
  disposition?: number;
  prix?: number | null;
  parcelle?: string;
  lot?: string | null;
  /** "1" to "4"; null: no premises. */
  local?: string | null;
  bati?: number | null;
  sol?: string | null;
  special?: string | null;
  terrain?: number | null;
  fragile?: boolean;
}

/** Row of `staging.dvf__mutation`. */
export function ligne(given: Ligne): Row {
  const {mutation, commune = "A", date = "2026-03-01", nature = "Vente", disposition = 1} = given;
  const {prix = 100_000, parcelle = "p1", lot = null, local = "4", bati = local === "4" ? 100 : null} = given;
  const {sol = "S", special = null, terrain = sol === null ? null : 500, fragile = false} = given;
  return {
    mutation,
    est_cle_fragile: fragile,
    date_mutation: date,
    numero_disposition: disposition,
    nature_mutation: nature,
    valeur_fonciere: prix,
    code_commune: commune,
    code_departement: "77",
    parcelle,
    lot,
    code_type_local: local,
    surface_reelle_bati: bati,
    nombre_pieces_principales: 0,
    code_nature_culture: sol,
    code_nature_culture_speciale: special,
    surface_terrain: terrain
  };
}

/** Bare building land of 1 000 m². */
export const terrain = (given: Ligne): Row => ligne({local: null, sol: "AB", terrain: 1000, ...given});

const membre = (niveau: string, code_territoire: string, ...communes: string[]): Row[] =>
  communes.map((code_commune) => ({niveau, code_territoire, code_commune}));

/**
 * Four communes: A and B make the TI in département 77; C is in 02, published but not loaded; M in 57, absent from DVF.
 * The file ends on 30 June 2026.
 */
export const dvfCountry = (lignes: readonly Row[]): Tables => ({
  "core.commune": [
    {code_commune: "A", code_departement: "77"},
    {code_commune: "B", code_departement: "77"},
    {code_commune: "C", code_departement: "02"},
    {code_commune: "M", code_departement: "57"}
  ],
  "core.passage_commune": [
    ...["A", "B", "C", "M"].map((code) => ({code_source: code, code_commune: code, part: 1})),
    {code_source: "V", code_commune: "A", part: 0.25},
    {code_source: "V", code_commune: "B", part: 0.75}
  ],
  "core.appartenance": [
    ...["A", "B", "C", "M"].flatMap((code) => membre("commune", code, code)),
    ...membre("ti", "X", "A", "B"),
    ...membre("departement", "77", "A", "B"),
    ...membre("region", "R", "A", "B", "C"),
    ...membre("france", "FR", "A", "B", "C", "M")
  ],
  "staging.dvf__mutation": lignes,
  "staging.dvf__national": [
    {
      annee: 2021,
      code_departement: "77",
      lignes: 1,
      date_premiere: "2021-01-02",
      date_derniere: "2021-12-31"
    },
    {annee: 2026, code_departement: "02", lignes: 1, date_premiere: "2026-01-01", date_derniere: "2026-06-30"}
  ]
});
