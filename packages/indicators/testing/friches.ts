import type {Row, Tables} from "./build-from.ts";

/** Row of `staging.cartofriches__friche`. */
export function friche(site_id: string, code_commune: string, statut: string, given: Row = {}): Row {
  return {
    site_id,
    nom: null,
    code_commune,
    statut,
    type_friche: "inconnu",
    surface_m2: 10_000,
    reference_cadastrale: `${code_commune}-${site_id}`,
    pollution: "inconnu",
    longitude: 2.8,
    latitude: 48.9,
    date_actualisation: "2026-01-01",
    ...given
  };
}

const communes = ["A", "B", "C", "D"];

/** A and B make the TI, in the 77; C is in the 77 too; D is in the 75. The file is of 15 April 2026. */
export const paysFriches: Tables = {
  "core.commune": communes.map((code) => ({
    code_commune: code,
    code_departement: code === "D" ? "75" : "77"
  })),
  "core.passage_commune": communes.map((code) => ({code_source: code, code_commune: code, part: 1})),
  "core.appartenance": [
    ...communes.map((code) => ({niveau: "commune", code_territoire: code, code_commune: code})),
    ...["A", "B"].map((code) => ({niveau: "ti", code_territoire: "X", code_commune: code})),
    ...communes.map((code) => ({niveau: "region", code_territoire: "11", code_commune: code}))
  ],
  "reference.millesime": [
    {source: "cartofriches", file: "friche", annee: 2026, date_millesime: "2026-04-15"},
    {source: "urssaf", file: "commune_ape", annee: 2025, date_millesime: "2025-12-31"}
  ]
};

export const territoireEtModalite = (rows: readonly Row[], column: string) =>
  Object.fromEntries(rows.map((row) => [`${row.code_territoire} ${row.modalite}`, row[column]]));
