import {defineSource} from "@observatoire/catalog";
import {dimension, melodiColumns, melodiFile} from "../src/melodi-file.ts";

/** SIDE: establishments created in the year, by commune and sector. */
export const source = defineSource({
  id: "side_creations",
  title: "Créations d'établissements (Side)",
  producer: "Insee",
  description:
    "Établissements créés dans l'année, par commune, secteur (A10) et forme légale, micro-entrepreneurs compris.",
  homepage: "https://catalogue-donnees.insee.fr/fr/catalogue/recherche/DS_SIDE_CREA_ETAB_COM",
  licence: "licence-ouverte-2.0",
  attribution: "Insee, système d'information sur la démographie d'entreprises (Side)",
  cadence: "annuelle",
  // Date de parution non vérifiée : au plus tard au milieu de l'année suivante.
  freshness: {warnAfterDays: 600, errorAfterDays: 800},
  hosts: ["www.insee.fr"],
  files: [
    {
      id: "creation",
      title: "Créations d'établissements, tous niveaux géographiques",
      ...melodiFile({dataset: "DS_SIDE_CREA_ETAB_COM", edition: 2025}),
      reduced: "national",
      columns: {
        ...melodiColumns,
        a10: dimension("Secteur, NAF rév. 2 en dix postes sans AZ, _T ensemble", "ACTIVITY"),
        forme_juridique: dimension("Forme légale, _T ensemble", "LEGAL_FORM", true),
        mesure: dimension("UNIT_LOC_BURE : créations d'établissements", "SIDE_MEASURE")
      },
      key: ["code_commune", "geo_object", "a10", "annee"],
      communeColumn: "code_commune",
      rows: {min: 300_000, max: 60_000_000}
    }
  ],
  limits: [
    "Les micro-entrepreneurs sont compris : une hausse des créations n'est pas une hausse de l'emploi.",
    "L'agriculture n'est pas dans le champ.",
    "Une combinaison absente du fichier vaut zéro ; une commune qui n'y est jamais est inconnue."
  ]
});
