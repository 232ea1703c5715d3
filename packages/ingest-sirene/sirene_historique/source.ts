import {defineSource} from "@observatoire/catalog";
import {column} from "../src/column.ts";
import {declareStock} from "../src/declare-stock.ts";

/** INSEE's periods of each establishment: commune and size are not in it. */
export const source = defineSource({
  id: "sirene_historique",
  title: "Périodes des établissements du répertoire Sirene",
  producer: "Insee",
  description: "Suite des états, activités et caractères employeurs de chaque établissement.",
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
      id: "periode",
      title: "StockEtablissementHistorique",
      ...declareStock({
        name: "StockEtablissementHistorique",
        parquet: "2b3a0c79-f97b-46b8-ac02-8be6c1f01a8c",
        zip: "88fbb6b4-0320-443e-b739-b4376a012c32"
      }),
      reduced: "national",
      columns: {
        siret: {meaning: "Numéro de l'établissement", type: "texte", pattern: "^\\d{14}$"},
        date_fin: {meaning: "Fin de la période ; vide = en cours", type: "date", aliases: ["dateFin"]},
        date_debut: {meaning: "Début de la période", type: "date", aliases: ["dateDebut"]},
        etat_administratif: column("A actif, F fermé", "etatAdministratifEtablissement"),
        activite_principale: column(
          "Activité principale, dans la nomenclature de l'époque",
          "activitePrincipaleEtablissement"
        ),
        nomenclature: column(
          "NAFRev2, NAFRev1, NAF1993 ou NAP",
          "nomenclatureActivitePrincipaleEtablissement"
        ),
        caractere_employeur: column("O employeur, N non employeur", "caractereEmployeurEtablissement")
      },
      // Deux périodes d'un établissement peuvent commencer à une même date inconnue ; une seule est en cours.
      key: ["siret", "date_fin"],
      rows: {min: 70_000_000, max: 200_000_000}
    }
  ],
  limits: [
    "Ni la commune ni la tranche d'effectif n'ont d'historique : un déménagement ferme un établissement et en ouvre un autre.",
    "Les débuts de période inconnus, futurs ou absurdes sont comptés et laissés hors des durées."
  ]
});
