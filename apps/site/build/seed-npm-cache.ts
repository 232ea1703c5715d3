import {mkdir, readdir, rm} from "node:fs/promises";
import {join} from "node:path";

/** Packages whose version Framework 1.13.4 asks the npm registry for, though no page uses them. */
export const askedPackages = [
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "htl",
  "isoformat",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client"
] as const;

/**
 * Answers Framework's version questions from an empty folder per package, so that shells build with the network cut.
 * Shells run no script: a page that imports one of these names fails to build, and says which.
 */
export async function seedNpmCache(cacheDirectory: string): Promise<void> {
  const directory = join(cacheDirectory, "_npm");
  await rm(directory, {recursive: true, force: true});
  for (const name of askedPackages) await mkdir(join(directory, `${name}@0.0.0`), {recursive: true});
}

/** Removes what Framework would reuse without looking: everything cached but the folder names above. */
export async function clearStaleCache(cacheDirectory: string): Promise<void> {
  const entries = await readdir(cacheDirectory).catch(() => []);
  for (const entry of entries) {
    if (entry !== "_npm") await rm(join(cacheDirectory, entry), {recursive: true, force: true});
  }
}
