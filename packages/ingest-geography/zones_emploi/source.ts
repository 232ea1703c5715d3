import {defineSource} from "@observatoire/catalog";

/** One zip, one workbook, two sheets: each sheet is a file of ours. */
const workbook = {
  transport: {
    kind: "http",
    url: "https://www.insee.fr/fr/statistiques/fichier/7671844/table-appartenance-geo-communes-2025.zip"
  },
  fileName: "^table-appartenance-geo-communes-?\\d{4}.*\\.zip$",
  wrapping: [{kind: "zip", entry: "table-appartenance-geo-communes.*\\.xlsx$"}]
} as const;

const text = (meaning: string, ...aliases: readonly string[]) =>
  ({meaning, type: "texte", aliases, optional: true}) as const;

/** INSEE's table of the zones each commune belongs to. */
export const source = defineSource({
  id: "zones_emploi",
  title: "Zones d'emploi 2020 des communes",
  producer: "Insee",
  description:
    "Table d'appartenance géographique des communes : zone d'emploi de chacune, et noms des zones.",
  homepage: "https://www.insee.fr/fr/information/7671844",
  licence: "licence-ouverte-2.0",
  attribution: "Insee, table d'appartenance géographique des communes",
  cadence: "annuelle",
  // La table de l'année paraît dans le second semestre ; les zones d'emploi elles-mêmes changent tous les dix ans.
  freshness: {warnAfterDays: 860, errorAfterDays: 1_600},
  files: [
    {
      ...workbook,
      id: "commune",
      title: "Communes",
      dialect: {format: "xlsx", sheet: "COM", headerCell: "CODGEO"},
      columns: {
        code_commune: {
          meaning: "Code officiel géographique",
          type: "texte",
          aliases: ["CODGEO"],
          pattern: "^(\\d{5}|2[AB]\\d{3})$"
        },
        nom_commune: text("Nom de la commune", "LIBGEO"),
        dep: text("Département"),
        reg: text("Région"),
        epci: text("Intercommunalité"),
        arr: text("Arrondissement"),
        code_zone_emploi: {meaning: "Zone d'emploi 2020", type: "texte", aliases: ["ZE2020"]}
      },
      key: ["code_commune"],
      communeColumn: "code_commune",
      rows: {min: 34_000, max: 40_000}
    },
    {
      ...workbook,
      id: "zone",
      title: "Zones supra-communales",
      dialect: {format: "xlsx", sheet: "Zones_supra_communales", headerCell: "NIVGEO"},
      columns: {
        niveau: {meaning: "Niveau : ZE2020, EPCI, DEP, REG…", type: "texte", aliases: ["NIVGEO"]},
        code_zone: {meaning: "Code de la zone dans son niveau", type: "texte", aliases: ["CODGEO"]},
        nom_zone: {meaning: "Nom de la zone", type: "texte", aliases: ["LIBGEO"]}
      },
      key: ["niveau", "code_zone"],
      rows: {min: 280, max: 60_000}
    }
  ],
  limits: [
    "Une zone d'emploi n'est jamais le territoire : elle déborde ses limites, et ses chiffres ne se ramènent pas à lui."
  ]
});
