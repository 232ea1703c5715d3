import {defineSource} from "@observatoire/catalog";
import {column} from "../src/column.ts";
import {declareStock} from "../src/declare-stock.ts";

/** INSEE's monthly image of every legal unit; names of persons are not among the declared columns. */
export const source = defineSource({
  id: "sirene_unite_legale",
  title: "Unités légales du répertoire Sirene",
  producer: "Insee",
  description: "Entreprises, associations et personnes : catégorie, forme juridique, siège.",
  homepage:
    "https://www.data.gouv.fr/datasets/base-sirene-des-entreprises-et-de-leurs-etablissements-siren-siret",
  licence: "licence-ouverte-2.0",
  attribution: "Source : Insee, répertoire Sirene",
  cadence: "mensuelle",
  freshness: {warnAfterDays: 45, errorAfterDays: 120},
  // Jamais object.files.data.gouv.fr : ce qui y reste est figé depuis mai 2026.
  hosts: ["static.data.gouv.fr"],
  files: [
    {
      id: "unite_legale",
      title: "StockUniteLegale",
      ...declareStock({
        name: "StockUniteLegale",
        parquet: "350182c9-148a-46e0-8389-76c2ec1374a3",
        zip: "825f4199-cadd-486c-ac46-a65a8ea1a047"
      }),
      reduced: "national",
      columns: {
        siren: {meaning: "Numéro de l'unité légale", type: "texte", pattern: "^\\d{9}$"},
        statut_diffusion: column("O diffusible, P diffusion partielle", "statutDiffusionUniteLegale"),
        tranche_effectifs: column("Tranche d'effectif salarié", "trancheEffectifsUniteLegale"),
        annee_effectifs: column("Année de la tranche", "anneeEffectifsUniteLegale", "entier"),
        date_dernier_traitement: column(
          "Dernier traitement de l'unité légale",
          "dateDernierTraitementUniteLegale",
          "texte",
          {optional: true}
        ),
        categorie_entreprise: {
          meaning: "Catégorie : PME, ETI ou GE",
          type: "texte",
          aliases: ["categorieEntreprise"]
        },
        etat_administratif: column("A active, C cessée", "etatAdministratifUniteLegale"),
        denomination: column("Dénomination", "denominationUniteLegale"),
        categorie_juridique: column(
          "Catégorie juridique, 1000 = personne physique",
          "categorieJuridiqueUniteLegale"
        ),
        nic_siege: column("Numéro interne du siège", "nicSiegeUniteLegale"),
        caractere_employeur: column("O employeuse, N non employeuse", "caractereEmployeurUniteLegale")
      },
      key: ["siren"],
      rows: {min: 22_000_000, max: 60_000_000}
    }
  ],
  limits: [
    "Le siège est celui de l'unité légale, pas du groupe : un établissement d'un groupe extérieur peut dépendre d'une société locale.",
    "La catégorie d'entreprise est calculée par l'Insee avec environ deux ans de décalage.",
    "Une personne physique et une unité à diffusion partielle ne sont jamais nommées."
  ]
});
