import {defineSource} from "@observatoire/catalog";
import {declareStock} from "../src/declare-stock.ts";

/** INSEE's links between an establishment and the one that took over from it. */
export const source = defineSource({
  id: "sirene_succession",
  title: "Liens de succession du répertoire Sirene",
  producer: "Insee",
  description:
    "Établissement prédécesseur, établissement successeur, transfert du siège, continuité économique.",
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
      id: "lien",
      title: "StockEtablissementLiensSuccession",
      ...declareStock({
        name: "StockEtablissementLiensSuccession",
        parquet: "6ea8c0d2-a4b9-4ea2-ba63-7ec89c2dd4f4",
        zip: "9c4d5d9c-4bbb-4b9c-837a-6155cb589e26"
      }),
      reduced: "national",
      columns: {
        siret_predecesseur: {
          meaning: "Établissement auquel un autre succède",
          type: "texte",
          aliases: ["siretEtablissementPredecesseur"],
          pattern: "^\\d{14}$"
        },
        siret_successeur: {
          meaning: "Établissement qui succède",
          type: "texte",
          aliases: ["siretEtablissementSuccesseur"],
          pattern: "^\\d{14}$"
        },
        date_lien: {meaning: "Date d'effet", type: "date", aliases: ["dateLienSuccession"]},
        transfert_siege: {meaning: "Le siège est transféré", type: "booleen", aliases: ["transfertSiege"]},
        continuite_economique: {
          meaning: "L'activité continue",
          type: "booleen",
          aliases: ["continuiteEconomique"]
        },
        date_dernier_traitement: {
          meaning: "Dernier traitement du lien",
          type: "texte",
          aliases: ["dateDernierTraitementLienSuccession"],
          optional: true
        }
      },
      key: [
        "siret_predecesseur",
        "siret_successeur",
        "date_lien",
        "transfert_siege",
        "continuite_economique"
      ],
      rows: {min: 1_000_000, max: 30_000_000}
    }
  ],
  limits: [
    "Seules les successions déclarées sont connues : les autres comptent comme une fermeture et une création."
  ]
});
