import {readFileSync} from "node:fs";
import {join} from "node:path";
import {
  type FigureSource,
  type Indicator,
  type IndicatorRow,
  type LicenceId,
  licences,
  type MapGeometry,
  type Niveau,
  type Territoire
} from "@observatoire/catalog";
import {asyncBufferFromFile, parquetReadObjects} from "hyparquet";
import type {Changements} from "./changement.ts";
import {readJson} from "./project.ts";

/** A commune of the perimeter, for lists, search and maps. */
export interface PublishedCommune {
  code: string;
  nom: string;
  code_epci: string | null;
  code_departement: string;
  code_region: string;
  codes_postaux: string;
}

/** An establishment that may be named: both it and its legal unit are diffusible, and the unit is no natural person. */
export interface PublishedEtablissement {
  siret: string;
  denomination: string;
  code_commune: string;
  code_ape: string;
  a38: string;
  tranche_effectifs: string;
  effectif_min: number;
  /** Null when the class of size is open. */
  effectif_max: number | null;
  longitude: number | null;
  latitude: number | null;
  /** ISO date of the file that says it may be named. */
  date_statut: string;
}

/** Declaration of an indicator, with the path of its SQL in the repository. */
export interface PublishedIndicator extends Indicator {
  sql: string;
}

/** Which sources, of which vintage, an indicator rests on. */
export interface IndicatorSource {
  indicateur: string;
  source: string;
}

/** What the left of the bridge wrote; nothing on the right reads anything else. */
export interface PublishedCatalogue {
  run: string;
  date: string;
  commit: string;
  territoire: {code: string; nom: string; dateLabel: string | null};
  territoires: Territoire[];
  communes: PublishedCommune[];
  indicateurs: PublishedIndicator[];
  indicateurSources: IndicatorSource[];
  sources: FigureSource[];
  /** Names of modalities by dimension: {a38: {CA: {libelle, court}}}. */
  modalites: Record<string, Record<string, {libelle: string; court: string}>>;
  geometrie: MapGeometry | null;
  etablissements: PublishedEtablissement[];
  /** Why the list of establishments is withdrawn, or null. */
  etablissementsRetires: string | null;
  /** Absent from the runs made before it was compared. */
  changements?: Changements;
}

/** The published files in memory, indexed by indicator and territory. */
export interface Published extends PublishedCatalogue {
  /** Rows of an indicator for a territory, by period then modality; empty when it has none. */
  rows: (indicateur: string, territoire: Pick<Territoire, "niveau" | "code">) => readonly IndicatorRow[];
  /** The displayed territory, or undefined. */
  territory: (niveau: Niveau, code?: string) => Territoire | undefined;
}

/** Folder of what search engines may not index, inside the published folder and among the downloads. */
export const hiddenFolder = "non-indexable";

/** Folders of the published files: one per licence, apart for what may not be indexed. */
export const publishedFolders = (Object.keys(licences) as LicenceId[]).flatMap((licence) => [
  {folder: licence as string, licence, indexable: true},
  {folder: `${hiddenFolder}/${licence}`, licence, indexable: false}
]);

/** Name of the table of all the indicators of a folder. */
export const indicatorFile = "indicateurs.parquet";

/** Reads a published folder. Dates come back as ISO text. */
export async function readPublished(folder: string): Promise<Published> {
  const catalogue = JSON.parse(readFileSync(join(folder, "catalogue.json"), "utf8")) as PublishedCatalogue;
  const index = new Map<string, IndicatorRow[]>();
  for (const {folder: part} of publishedFolders) {
    if (!readJson(join(folder, part, "datapackage.json"))) continue;
    const file = await asyncBufferFromFile(join(folder, part, indicatorFile));
    for (const row of (await parquetReadObjects({file})) as unknown as IndicatorRow[]) {
      const key = `${row.indicateur}|${row.niveau}|${row.code_territoire}`;
      const rows = index.get(key);
      if (rows) rows.push(row);
      else index.set(key, [row]);
    }
  }
  return {
    ...catalogue,
    rows: (indicateur, {niveau, code}) => index.get(`${indicateur}|${niveau}|${code}`) ?? [],
    territory: (niveau, code) =>
      catalogue.territoires.find((t) => t.niveau === niveau && (code === undefined || t.code === code))
  };
}
