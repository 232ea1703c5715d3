import type {Column, SourceFile} from "@observatoire/catalog";

/** What tells one Melodi file from another: the data set and the edition its address bears. */
export interface MelodiFile {
  dataset: string;
  /** Latest edition known when the declaration was written. */
  edition: number;
}

/** How a Melodi data set travels: a zip whose `_data.csv` is read (`;`, quotes, UTF-8), or that CSV by itself. */
export function melodiFile({dataset, edition}: MelodiFile) {
  return {
    transport: {
      kind: "http",
      url: `https://api.insee.fr/melodi/file/${dataset}/${dataset}_${edition}_CSV_FR`
    },
    fileName: `^${dataset}.*\\.zip$`,
    wrapping: [{kind: "zip", entry: "_data\\.csv$"}],
    dialect: {format: "csv", delimiter: ";", encoding: "utf-8", quote: '"'},
    forms: [{fileName: `^${dataset}.*_data.*\\.csv$`, wrapping: []}]
  } satisfies Partial<SourceFile>;
}

/** A dimension of the file under a French name; a layout without an optional one has nothing to pin. */
export const dimension = (meaning: string, header: string, optional = false): Column => ({
  meaning,
  type: "texte",
  aliases: [header],
  ...(optional ? {optional} : {})
});

/** Columns that every Melodi file has. `code_commune` holds the code of any level: `geo_object` says which. */
export const melodiColumns = {
  code_commune: dimension("Code du territoire, dans son niveau", "GEO"),
  geo_object: {meaning: "Niveau : COM, ARM, EPCI, DEP, REG, FRANCE…", type: "texte"},
  frequence: dimension("Fréquence, toujours annuelle", "FREQ", true),
  statut_observation: {
    meaning: "A normal, K non diffusé (compris ailleurs dans un total), W qui en comprend d'autres",
    type: "texte",
    aliases: ["OBS_STATUS", "CONF_STATUS"],
    pattern: "^[AKW]?$",
    optional: true
  },
  annee: {meaning: "Année", type: "entier", aliases: ["TIME_PERIOD"], pattern: "^\\d{4}$"},
  valeur: {meaning: "Valeur, vide si non diffusée", type: "decimal", aliases: ["OBS_VALUE"]}
} satisfies Record<string, Column>;
