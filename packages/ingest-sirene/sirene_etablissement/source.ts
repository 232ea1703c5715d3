import {defineSource} from "@observatoire/catalog";
import {column} from "../src/column.ts";
import {declareStock} from "../src/declare-stock.ts";

const recent = {optional: true};

/** INSEE's monthly image of every establishment, 48 columns before 2025, 54 since: only those used are declared. */
export const source = defineSource({
  id: "sirene_etablissement",
  title: "Établissements du répertoire Sirene",
  producer: "Insee",
  description:
    "Tous les établissements de France, ouverts ou fermés : commune, activité, tranche d'effectif, création et fermeture.",
  homepage:
    "https://www.data.gouv.fr/datasets/base-sirene-des-entreprises-et-de-leurs-etablissements-siren-siret",
  licence: "licence-ouverte-2.0",
  attribution: "Source : Insee, répertoire Sirene",
  cadence: "mensuelle",
  // Le 1er du mois paraît l'image de la veille : celle d'avant a alors au plus 31 jours.
  freshness: {warnAfterDays: 45, errorAfterDays: 120},
  // Jamais object.files.data.gouv.fr : ce qui y reste est figé depuis mai 2026.
  hosts: ["static.data.gouv.fr"],
  files: [
    {
      id: "etablissement",
      title: "StockEtablissement",
      ...declareStock({
        name: "StockEtablissement",
        parquet: "a29c1297-1f92-4e2a-8f6b-8c902ce96c5f",
        zip: "0651fb76-bcf3-4f6a-a38d-bc04fa708576"
      }),
      reduced: "cohorte",
      columns: {
        siret: {meaning: "Numéro de l'établissement", type: "texte", pattern: "^\\d{14}$"},
        siren: {meaning: "Numéro de l'unité légale", type: "texte", pattern: "^\\d{9}$"},
        nic: {meaning: "Numéro interne de classement", type: "texte"},
        statut_diffusion: column("O diffusible, P diffusion partielle", "statutDiffusionEtablissement"),
        date_creation: column("Date de création", "dateCreationEtablissement", "date"),
        tranche_effectifs: column(
          "Tranche d'effectif salarié, NN = non employeur ou inconnu",
          "trancheEffectifsEtablissement"
        ),
        annee_effectifs: column("Année de la tranche", "anneeEffectifsEtablissement", "entier"),
        date_dernier_traitement: column(
          "Dernier traitement de l'établissement",
          "dateDernierTraitementEtablissement",
          "texte",
          recent
        ),
        est_siege: column("Siège de l'unité légale", "etablissementSiege", "booleen"),
        code_commune: column(
          "Code officiel de la commune ; vide à l'étranger",
          "codeCommuneEtablissement",
          "texte",
          {pattern: "^(\\d{5}|2[AB]\\d{3})$"}
        ),
        date_debut: column("Début de l'état présent", "dateDebut", "date"),
        etat_administratif: column("A actif, F fermé", "etatAdministratifEtablissement"),
        activite_principale: column(
          "Activité principale, « 62.03Z » en NAF rév. 2",
          "activitePrincipaleEtablissement"
        ),
        nomenclature: column(
          "Nomenclature de l'activité principale",
          "nomenclatureActivitePrincipaleEtablissement"
        ),
        caractere_employeur: column("O employeur, N non employeur", "caractereEmployeurEtablissement"),
        activite_naf25: column(
          "Activité principale en NAF 2025",
          "activitePrincipaleNAF25Etablissement",
          "texte",
          recent
        )
      },
      key: ["siret"],
      communeColumn: "code_commune",
      rows: {min: 35_000_000, max: 80_000_000}
    }
  ],
  limits: [
    "Sirene compte des établissements enregistrés : beaucoup n'ont ni salarié ni local (micro-entreprises, sociétés civiles immobilières, producteurs d'électricité solaire).",
    "L'effectif n'est qu'une tranche, vieille d'environ deux ans, et absente pour quatre établissements sur cinq : les emplois viennent d'autres sources.",
    "La date de création compte aussi les réinscriptions ; les successions connues sont écartées, les autres transferts ne se voient pas.",
    "Les établissements à diffusion partielle sont comptés ; ils ne sont ni nommés ni placés sur une carte."
  ]
});
