import {defineSource} from "@observatoire/catalog";

const dataset = "DS_POPULATIONS_REFERENCE";
/** Latest edition known when this was written: the address bears its year. */
const edition = 2023;

/** INSEE's legal populations, as its Melodi service lays them out. */
export const source = defineSource({
  id: "populations",
  title: "Populations de référence",
  producer: "Insee",
  description: "Population municipale, comptée à part et totale de chaque territoire, au 1er janvier.",
  homepage: "https://www.insee.fr/fr/statistiques/8680726",
  licence: "licence-ouverte-2.0",
  attribution: "Insee, populations de référence",
  cadence: "annuelle",
  // Datées du 1er janvier, elles paraissent trois ans après : 1 095 jours, et un an de validité.
  freshness: {warnAfterDays: 1_500, errorAfterDays: 1_900},
  hosts: ["www.insee.fr"],
  // Peu d'années dans le fichier, et une de plus à chaque édition.
  sizeChange: {file: 0.6},
  files: [
    {
      id: "population",
      title: "Populations de référence, tous niveaux géographiques",
      transport: {
        kind: "http",
        url: `https://api.insee.fr/melodi/file/${dataset}/${dataset}_${edition}_CSV_FR`
      },
      fileName: `^${dataset}.*\\.zip$`,
      wrapping: [{kind: "zip", entry: "_data\\.csv$"}],
      dialect: {format: "csv", delimiter: ";", encoding: "utf-8", quote: '"'},
      columns: {
        geo: {meaning: "Code du territoire, dans son niveau", type: "texte"},
        geo_object: {meaning: "Niveau : COM, ARM, EPCI, DEP, REG, FRANCE…", type: "texte"},
        popref_measure: {
          meaning: "PMUN municipale, PCAP comptée à part, PTOT totale",
          type: "texte",
          pattern: "^P(MUN|CAP|TOT)$"
        },
        obs_status: {
          meaning: "A normal, K non diffusé, W regroupé avec d'autres",
          type: "texte",
          pattern: "^[AKW]?$",
          optional: true
        },
        time_period: {meaning: "Année du 1er janvier", type: "texte", pattern: "^\\d{4}$"},
        obs_value: {meaning: "Habitants ; vide si non diffusé", type: "decimal"}
      },
      key: ["geo", "geo_object", "popref_measure", "time_period"],
      rows: {min: 34_000, max: 20_000_000}
    }
  ],
  limits: [
    "La population municipale de 2023 s'appuie sur cinq enquêtes annuelles : deux millésimes se comparent à cinq ans d'écart ou plus.",
    "Une population est celle du 1er janvier de son millésime ; elle entre en vigueur trois ans après."
  ]
});
