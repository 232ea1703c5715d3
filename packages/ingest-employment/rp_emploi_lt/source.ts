import {defineSource} from "@observatoire/catalog";
import {dimension, melodiColumns, melodiFile} from "../src/melodi-file.ts";

/** Census: jobs at the workplace, as INSEE's Melodi service lays them out. */
export const source = defineSource({
  id: "rp_emploi_lt",
  title: "Recensement : emplois au lieu de travail",
  producer: "Insee",
  description:
    "Emplois, salariés ou non, comptés là où ils sont exercés, à chaque millésime comparable du recensement.",
  homepage: "https://catalogue-donnees.insee.fr/fr/catalogue/recherche/DS_RP_EMPLOI_LT_PRINC",
  licence: "licence-ouverte-2.0",
  attribution: "Insee, recensement de la population, exploitation principale",
  cadence: "annuelle",
  // Le millésime N paraît au milieu de N + 3 : la veille du suivant, il a environ 1 660 jours.
  freshness: {warnAfterDays: 1_700, errorAfterDays: 2_100},
  hosts: ["www.insee.fr"],
  files: [
    {
      id: "observation",
      title: "Emplois au lieu de travail, tous niveaux géographiques",
      ...melodiFile({dataset: "DS_RP_EMPLOI_LT_PRINC", edition: 2023}),
      reduced: "national",
      columns: {
        ...melodiColumns,
        forme_emploi: dimension("1 non-salarié, 2 salarié, _T ensemble", "EMPFORM"),
        sexe: dimension("F, M, _T ensemble", "SEX"),
        temps_travail: dimension("PT temps partiel, _T ensemble", "WKTIME"),
        age: dimension("Âge de la personne en emploi, _T ensemble (15 ans ou plus)", "AGE"),
        mesure: dimension("Ce qui est compté : des emplois", "RP_MEASURE", true)
      },
      key: ["code_commune", "geo_object", "forme_emploi", "annee"],
      communeColumn: "code_commune",
      rows: {min: 300_000, max: 40_000_000}
    }
  ],
  limits: [
    "Valeurs pondérées, donc décimales, arrondies à l'affichage : sur une petite commune, un écart de vingt emplois ne s'interprète pas.",
    "Un millésime s'appuie sur cinq enquêtes annuelles : deux millésimes voisins se recouvrent et ne se comparent qu'à cinq ans d'écart ou plus.",
    "Mayotte n'est pas dans le fichier."
  ]
});
