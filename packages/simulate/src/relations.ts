/** One table or view of the world. */
export interface Relation {
  /** Schema and table; its select is in `<schema>/<table>.sql`. */
  name: string;
  kind: "table" | "view";
  /** Built even without jobs. */
  geography: boolean;
  /** Dropped once the world is made, to give its memory back. */
  scratch: boolean;
  /** Built the first time a statement names it: a world whose sources do not read it pays nothing. */
  lazy: boolean;
}

const geography = (name: string): Relation => ({
  name,
  kind: "table",
  geography: true,
  scratch: false,
  lazy: false
});

const economy = (name: string, kind: Relation["kind"] = "table"): Relation => ({
  name,
  kind,
  geography: false,
  scratch: false,
  lazy: false
});

const scratch = (name: string): Relation => ({...economy(name), scratch: true});

const lazy = (name: string, kind: Relation["kind"] = "table"): Relation => ({
  ...economy(name, kind),
  lazy: true
});

/** The world's relations, in the order they are built. */
export const relations: readonly Relation[] = [
  geography("world.region"),
  geography("world.departement"),
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
  scratch("latent.implantation"),
  economy("latent.ape"),
  scratch("latent.seau"),
  economy("latent.poste"),
  scratch("latent.intensite"),
  scratch("latent.coefficient"),
  economy("latent.effectif"),
  economy("world.emploi_commune_ape_large"),
  economy("world.emploi_commune_ape", "view"),
  economy("world.etablissement", "view"),
  economy("world.etablissement_annee", "view"),
  lazy("latent.emplacement"),
  lazy("latent.inscrit"),
  lazy("latent.lieu"),
  lazy("world.etablissement_sirene", "view"),
  lazy("world.succession", "view")
];
