import {defineSource} from "@observatoire/catalog";
import {declareStock} from "../src/declare-stock.ts";

/** INSEE's points for statistical use: some are drawn at random in the commune (quality 33). */
export const source = defineSource({
  id: "sirene_geolocalisation",
  title: "Géolocalisation des établissements du répertoire Sirene",
  producer: "Insee",
  description: "Longitude et latitude de chaque établissement, avec la qualité du point.",
  homepage:
    "https://www.data.gouv.fr/datasets/geolocalisation-des-etablissements-du-repertoire-sirene-pour-les-etudes-statistiques",
  licence: "licence-ouverte-2.0",
  attribution: "Source : Insee, géolocalisation du répertoire Sirene",
  cadence: "mensuelle",
  freshness: {warnAfterDays: 75, errorAfterDays: 180},
  // Jamais object.files.data.gouv.fr : ce qui y reste est figé depuis mai 2026.
  hosts: ["static.data.gouv.fr"],
  files: [
    {
      id: "point",
      title: "GeolocalisationEtablissement",
      ...declareStock({
        name: "GeolocalisationEtablissement",
        parquet: "672007af-0146-491f-835c-8314d63fa44e",
        zip: "ba6a4e4c-aac6-4764-bbd2-f80ae345afc5",
        delimiter: ";"
      }),
      reduced: "national",
      columns: {
        siret: {meaning: "Numéro de l'établissement", type: "texte", pattern: "^\\d{14}$"},
        qualite: {
          meaning: "Qualité du point ; 33 = au hasard dans la commune",
          type: "texte",
          aliases: ["qualite_xy"]
        },
        plg_code_commune: {meaning: "Commune où tombe le point", type: "texte", optional: true},
        longitude: {meaning: "Longitude WGS 84", type: "decimal", aliases: ["x_longitude"]},
        latitude: {meaning: "Latitude WGS 84", type: "decimal", aliases: ["y_latitude"]}
      },
      key: ["siret"],
      communeColumn: "plg_code_commune",
      rows: {min: 25_000_000, max: 80_000_000}
    }
  ],
  limits: [
    "Un point vaut ce que vaut l'adresse : ceux tirés au hasard dans la commune sont écartés.",
    "Les personnes physiques et les unités à diffusion partielle n'ont pas de point."
  ]
});
