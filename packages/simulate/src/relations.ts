import {fileURLToPath} from "node:url";

/** Folder of the world's SQL: `<schema>/<relation>.sql`, one select each, and the calibration tables. */
export const worldDirectory = fileURLToPath(new URL("../world/", import.meta.url));

interface Relation {
  name: string;
  kind: "table" | "view";
  /** Built even without jobs. */
  geography: boolean;
}

const geography = (name: string): Relation => ({name, kind: "table", geography: true});

const economy = (name: string, kind: Relation["kind"] = "table"): Relation => ({name, kind, geography: false});

/** The world's relations, in the order they are built. */
export const relations: readonly Relation[] = [
  geography("world.departement"),
  geography("world.region"),
  geography("world.epci"),
  geography("latent.membre"),
  geography("latent.zone_emploi"),
  geography("world.commune"),
  geography("world.commune_ancienne"),
  geography("world.population_annuelle"),
  geography("world.territoire_industrie"),
  economy("world.ape"),
  economy("latent.branche"),
  economy("latent.conjoncture"),
  economy("latent.cible"),
  economy("latent.commune"),
  economy("latent.implantation"),
  economy("latent.ape"),
  economy("latent.seau"),
  economy("latent.poste"),
  economy("latent.intensite"),
  economy("latent.coefficient"),
  economy("latent.effectif"),
  economy("world.emploi_commune_ape_large"),
  economy("world.emploi_commune_ape", "view"),
  economy("world.etablissement", "view"),
  economy("world.etablissement_annee", "view")
];
