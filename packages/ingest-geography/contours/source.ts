import {defineSource} from "@observatoire/catalog";

const dataset = {kind: "datagouv", dataset: "683424e996857155175d4f68"} as const;

const communes = {
  dialect: {format: "geojson"},
  columns: {
    code: {
      meaning: "Code officiel géographique",
      type: "texte",
      pattern: "^(\\d{5}|2[AB]\\d{3})$"
    },
    nom: {meaning: "Nom de la commune", type: "texte", optional: true}
  },
  key: ["code"],
  communeColumn: "code",
  rows: {min: 34_000, max: 45_000}
} as const;

/** Shapes of the communes, for maps only: read by the publish step, never a table of the warehouse. */
export const source = defineSource({
  id: "contours",
  title: "Contours des communes",
  producer: "Etalab, d'après l'IGN",
  description: "Contours des communes simplifiés à 100 mètres, d'après ADMIN EXPRESS.",
  homepage: "https://www.data.gouv.fr/datasets/683424e996857155175d4f68/",
  licence: "licence-ouverte-2.0",
  attribution: "Etalab, d'après IGN ADMIN EXPRESS",
  cadence: "annuelle",
  freshness: {warnAfterDays: 800, errorAfterDays: 2_000},
  hosts: ["etalab-datasets.geo.data.gouv.fr", "object.files.data.gouv.fr", "static.data.gouv.fr"],
  files: [
    {
      ...communes,
      id: "commune",
      title: "Communes, 100 mètres, compressé",
      transport: {...dataset, title: "^Communes \\d{4}.*100 ?m.*GZ"},
      fileName: "^communes-.*\\.geojson\\.gz$",
      wrapping: [{kind: "gzip"}]
    },
    {
      ...communes,
      id: "commune_decompressee",
      title: "Communes, 100 mètres, décompressé",
      transport: {...dataset, title: "^Communes \\d{4}.*100 ?m \\(GeoJSON\\)$"},
      // Un navigateur décompresse souvent le fichier en l'enregistrant.
      fileName: "^communes-.*\\.geojson$",
      optional: true
    }
  ],
  limits: ["Contours simplifiés pour l'affichage : ni surface ni distance ne s'en tirent."]
});
