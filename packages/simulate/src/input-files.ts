import {existsSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {coordinatesFile, divisionFile, worldDirectory} from "./world-files.ts";

/** One table of `entree` or `calibration`, and the select that reads it from its file. */
export interface InputFile {
  relation: string;
  select: string;
}

const quote = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/**
 * What the world is made from: nomenclatures of npm packages, `data/reference/`, calibration tables.
 * Throws a `DataError` REFERENCE when one is missing.
 */
export function inputFiles(projectRoot: string, {geographyOnly = false} = {}): readonly InputFile[] {
  const require = createRequire(import.meta.url);
  const decoupage = join(dirname(require.resolve("@etalab/decoupage-administratif/package.json")), "data");
  const naf = join(dirname(require.resolve("@socialgouv/codes-naf/package.json")), "index.json");
  const json = (name: string, path: string): InputFile => ({
    relation: `entree.${name}`,
    select: `from read_json(${quote(path)}, sample_size = -1)`
  });
  const csv = (relation: string, path: string): InputFile => ({
    relation,
    select: `from read_csv(${quote(path)}, header = true, all_varchar = true, comment = '#')`
  });
  const calibration = (name: string): InputFile =>
    csv(`calibration.${name}`, join(worldDirectory, `calibration/${name}.csv`));
  const geography = [
    ...["communes", "departements", "regions", "epci"].map((name) =>
      json(name, join(decoupage, `${name}.json`))
    ),
    ...["domicile", "population_epci", "ancienne_region"].map(calibration)
  ];
  if (geographyOnly) return geography;
  return [
    ...geography,
    json("naf", naf),
    csv("entree.naf_division", referenceFile(projectRoot, divisionFile)),
    csv("entree.commune_coordonnees", referenceFile(projectRoot, coordinatesFile)),
    ...["division", "ancrage", "ape", "conjoncture", "domicile_secteur", "non_employeur"].map(calibration)
  ];
}

function referenceFile(projectRoot: string, path: string): string {
  const file = join(projectRoot, path);
  if (existsSync(file)) return file;
  throw new DataError("REFERENCE", {
    where: "monde simulé",
    expected: `le fichier ${path}`,
    found: "aucun fichier à cet endroit",
    action: "restaurer ce fichier du dépôt"
  });
}
