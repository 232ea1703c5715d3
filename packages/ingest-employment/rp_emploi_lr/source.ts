import {defineSource} from "@observatoire/catalog";
import {dimension, melodiColumns, melodiFile} from "../src/melodi-file.ts";

/** Census: activity of the residents, as INSEE's Melodi service lays it out. */
export const source = defineSource({
  id: "rp_emploi_lr",
  title: "Recensement : activité des résidents",
  producer: "Insee",
  description:
    "Actifs occupés, chômeurs au sens du recensement et inactifs, comptés là où ils habitent, à chaque millésime comparable du recensement.",
  homepage: "https://catalogue-donnees.insee.fr/fr/catalogue/recherche/DS_RP_EMPLOI_LR_PRINC",
  licence: "licence-ouverte-2.0",
  attribution: "Insee, recensement de la population, exploitation principale",
  cadence: "annuelle",
  // Le millésime N paraît au milieu de N + 3 : la veille du suivant, il a environ 1 660 jours.
  freshness: {warnAfterDays: 1_700, errorAfterDays: 2_100},
  hosts: ["www.insee.fr"],
  files: [
    {
      id: "observation",
      title: "Population selon l'activité, tous niveaux géographiques",
      ...melodiFile({dataset: "DS_RP_EMPLOI_LR_PRINC", edition: 2023}),
      reduced: "national",
      columns: {
        ...melodiColumns,
        situation: dimension("1 en emploi, 2 au chômage, 1T2 actif, 3 et suivants inactif, _T", "EMPSTA_ENQ"),
        sexe: dimension("F, M, _T ensemble", "SEX"),
        age: dimension("Y_GE15 quinze ans ou plus, Y15T64, tranches plus fines", "AGE"),
        diplome: dimension("Diplôme le plus élevé, _T ensemble", "EDUC"),
        mesure: dimension("Ce qui est compté : des personnes", "RP_MEASURE", true)
      },
      key: ["code_commune", "geo_object", "situation", "annee"],
      communeColumn: "code_commune",
      rows: {min: 300_000, max: 60_000_000}
    }
  ],
  limits: [
    "Valeurs pondérées, donc décimales, arrondies à l'affichage : sur une petite commune, un écart de vingt personnes ne s'interprète pas.",
    "Un millésime s'appuie sur cinq enquêtes annuelles : deux millésimes voisins se recouvrent et ne se comparent qu'à cinq ans d'écart ou plus.",
    "Le chômage au sens du recensement est déclaré par les habitants : il n'est ni celui du BIT, ni le nombre d'inscrits à France Travail.",
    "Mayotte n'est pas dans le fichier."
  ]
});
