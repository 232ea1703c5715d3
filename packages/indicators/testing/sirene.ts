import type {Row, Tables} from "./build-from.ts";
import {readReference} from "./read-reference.ts";

const membre = (niveau: string, code_territoire: string, ...communes: string[]): Row[] =>
  communes.map((code_commune) => ({niveau, code_territoire, code_commune}));

const communes: Readonly<Record<string, string>> = {A: "77", B: "77", C: "77", D: "77", P: "75", Z: "13"};

/**
 * A and B make the TI; C and D share their département; P is coded by arrondissement (P1, P2); Z is elsewhere.
 * The old code V is split between B (70 %) and C. The image is of 30 June 2026: 2025 is the last full year.
 */
export const sireneFrame: Tables = {
  "core.commune": Object.entries(communes).map(([code_commune, code_departement]) => ({
    code_commune,
    code_departement
  })),
  "core.passage_commune": [
    ...Object.keys(communes).map((code) => ({code_source: code, code_commune: code, part: 1})),
    {code_source: "P1", code_commune: "P", part: 1},
    {code_source: "P2", code_commune: "P", part: 1},
    {code_source: "V", code_commune: "B", part: 0.7},
    {code_source: "V", code_commune: "C", part: 0.3}
  ],
  "core.appartenance": [
    ...["A", "B"].flatMap((code) => membre("commune", code, code)),
    ...membre("epci", "e1", "A"),
    ...membre("epci", "e2", "B", "C"),
    ...membre("ti", "X", "A", "B"),
    ...membre("autre_ti", "Y", "P"),
    ...membre("departement", "77", "A", "B", "C", "D"),
    ...membre("france", "FR", ...Object.keys(communes))
  ],
  "reference.naf_division": readReference("naf_division"),
  "reference.tranche_effectif": readReference("tranche_effectif"),
  "reference.millesime": [
    {source: "sirene_etablissement", file: "etablissement", annee: 2026, date_millesime: "2026-06-30"},
    {source: "sirene_unite_legale", file: "unite_legale", annee: 2026, date_millesime: "2026-05-31"}
  ]
};

export interface Actifs {
  commune: string;
  lignes?: number;
  division?: string | null;
  employeur?: boolean;
  tranche?: string | null;
  immobilierSolaire?: boolean;
  diffusible?: boolean;
}

/** Row of `staging.sirene_etablissement__national`. */
export function actifs(given: Actifs): Row {
  const {commune, lignes = 1, division = "47", employeur = false, tranche = "NN"} = given;
  const {immobilierSolaire = false, diffusible = true} = given;
  return {
    code_commune: commune,
    division,
    est_immobilier_solaire: immobilierSolaire,
    est_employeur: employeur,
    tranche_effectifs: tranche,
    est_diffusible: diffusible,
    lignes
  };
}

export interface Cohorte {
  commune?: string;
  lignes?: number;
  creation: number | null;
  /** Absent: active. Null: closed at an unknown date. */
  fermeture?: number | null;
  duree?: number | null;
  manufacture?: boolean;
  transfert?: boolean;
  cede?: boolean;
}

/** Row of `staging.sirene_etablissement__cohorte`. */
export function cohorte(given: Cohorte): Row {
  const {commune = "A", lignes = 1, creation, fermeture, duree = null} = given;
  const {manufacture = false, transfert = false, cede = false} = given;
  return {
    code_commune: commune,
    est_manufacture: manufacture,
    est_transfert: transfert,
    est_cede: cede,
    annee_creation: creation,
    annee_fermeture: fermeture ?? null,
    duree,
    est_actif: fermeture === undefined,
    lignes
  };
}

export interface Etablissement {
  siret: string;
  commune?: string;
  tranche?: string | null;
  employeur?: boolean | null;
  actif?: boolean;
  diffusible?: boolean;
}

/** Row of `staging.sirene_etablissement__etablissement`; the SIREN is the first character of the SIRET. */
export function etablissement(given: Etablissement): Row {
  const {siret, commune = "A", tranche = "11", employeur = true, actif = true, diffusible = true} = given;
  return {
    siret,
    siren: siret.slice(0, 1),
    est_diffusible: diffusible,
    date_creation: "2010-05-04",
    tranche_effectifs: tranche,
    annee_effectifs: 2024,
    est_siege: false,
    code_commune: commune,
    est_actif: actif,
    code_ape: "10.71C",
    est_employeur: employeur
  };
}

/** Row of `staging.sirene_etablissement__siege`. */
export const siege = (siren: string, code_commune: string | null): Row => ({
  siren,
  siret: `${siren}-siege`,
  code_commune
});

/**
 * Employers of commune B by size band, each of its own SIREN, with the commune of its head office: null is abroad,
 * "absent" unknown, A when not said.
 */
export function employeurs(
  tranches: readonly (string | null)[],
  sieges: readonly (string | null)[] = []
): Tables {
  const places = tranches.map((_, i) => (sieges[i] === undefined ? "A" : sieges[i]));
  return {
    ...sireneFrame,
    "staging.sirene_etablissement__national": ["A", "B", "C"].map((commune) => actifs({commune})),
    "staging.sirene_etablissement__etablissement": tranches.map((tranche, i) =>
      etablissement({siret: `${i}`, commune: "B", tranche})
    ),
    "staging.sirene_etablissement__siege": [
      siege("ailleurs", "Z"),
      ...places.flatMap((place, i) => (place === "absent" ? [] : [siege(`${i}`, place)]))
    ]
  };
}
