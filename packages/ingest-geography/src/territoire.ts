import type {Axe} from "@observatoire/catalog";

/** How the perimeter is given: one of three ways. */
export type PerimetreDeclare =
  | {kind: "epci"; epci: readonly string[]}
  | {kind: "id_ti"; idTi: string}
  | {kind: "communes"; communes: readonly string[]};

/** `data/territoire.yaml`, checked: what the project manager declares. Optional keys are null when absent. */
export interface Territoire {
  nom: string;
  /** Slug of addresses and file names: "nord-est-77-meaux". */
  code: string;
  perimetre: PerimetreDeclare;
  /** ISO date on which the territory was labelled, or null. */
  label: string | null;
  axes: readonly Axe[];
  editeur: string;
  contact: string;
  logo: string | null;
  adresse_du_site: string | null;
  /** Folder of the action plan, absolute or from the folder of territoire.yaml; null: none declared. */
  programme: string | null;
  deploiement: "demo" | "public" | "comite";
  /** Days after a publication past which pages tell their reader that the refresh did not come. */
  delai_actualisation: number;
  /** Days past which the diffusion status of companies is too old for a list of names. */
  age_diffusion: number;
  /** Runs kept, for rollback. */
  passages_conserves: number;
  /** Vintages of each file of which the hashes and the slice of the territory are kept. */
  millesimes_conserves: number;
  /** Path as shown in messages, and the lines of each perimeter code: for the errors found later. */
  source: {path: string; lines: Readonly<Record<string, number>>};
}

/** The perimeter in the COG of the package: what the pipeline loads. Lists are sorted by code. */
export interface Perimetre {
  code: string;
  nom: string;
  communes: readonly {code: string; epci: string | null}[];
  epci: readonly {code: string; nom: string}[];
  departements: readonly string[];
  regions: readonly string[];
}
