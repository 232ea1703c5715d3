import {defineSource} from "@observatoire/catalog";
import {dimension, melodiColumns, melodiFile} from "../src/melodi-file.ts";

/** SIDE: establishments active at 31 December, by commune and sector. */
export const source = defineSource({
  id: "side_stocks",
  title: "Stocks d'établissements (Side)",
  producer: "Insee",
  description:
    "Établissements économiquement actifs au 31 décembre, par commune et secteur (A10), micro-entrepreneurs compris.",
  homepage: "https://catalogue-donnees.insee.fr/fr/catalogue/recherche/DS_SIDE_STOCKS_ET_COM",
  licence: "licence-ouverte-2.0",
  attribution: "Insee, système d'information sur la démographie d'entreprises (Side)",
  cadence: "annuelle",
  // Le stock paraît environ deux ans après sa date : la veille du suivant, il a près de 1 100 jours (non vérifié).
  freshness: {warnAfterDays: 1_150, errorAfterDays: 1_500},
  hosts: ["www.insee.fr"],
  // Peu d'années dans le fichier, et une de plus à chaque édition.
  sizeChange: {file: 0.6},
  files: [
    {
      id: "stock",
      title: "Stocks d'établissements, tous niveaux géographiques",
      ...melodiFile({dataset: "DS_SIDE_STOCKS_ET_COM", edition: 2023}),
      reduced: "national",
      columns: {
        ...melodiColumns,
        a10: dimension("Secteur, NAF rév. 2 en dix postes sans AZ, _T ensemble", "ACTIVITY"),
        forme_juridique: dimension("Forme légale, _T ensemble", "LEGAL_FORM", true),
        mesure: dimension("UNIT_LOC : établissements", "SIDE_MEASURE")
      },
      key: ["code_commune", "geo_object", "a10", "annee"],
      communeColumn: "code_commune",
      rows: {min: 300_000, max: 60_000_000}
    }
  ],
  limits: [
    "Les établissements sans salarié et les micro-entrepreneurs sont compris : ce n'est pas le nombre d'employeurs.",
    "L'agriculture n'est pas dans le champ.",
    "Une combinaison absente du fichier vaut zéro ; une commune qui n'y est jamais est inconnue."
  ]
});
