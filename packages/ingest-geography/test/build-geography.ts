import {existsSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {
  accountRows,
  buildModels,
  inspectFile,
  openWarehouse,
  readModels,
  registerRaw,
  type Warehouse
} from "@observatoire/warehouse";
import {modules, parseTerritoire, readDecoupage, resolvePerimetre, stagingRoots} from "../src/index.ts";

export const projectRoot = fileURLToPath(new URL("../../..", import.meta.url));

/** Real extracts beside the project, for tests only; null when they are not there. */
export function extract(path: string): string | null {
  const file = join(projectRoot, "../shared/data", path);
  return existsSync(file) ? file : null;
}

/** Why a test on a real extract was skipped: the name under which it shows. */
export const without = " (non joué : extraits réels absents de ../shared/data)";

const coreModels = ["commune", "passage_commune", "perimetre", "appartenance", "territoire"];
const coreFolder = join(projectRoot, "packages/indicators/models/core");
const packageData = join(projectRoot, "node_modules/@etalab/decoupage-administratif/data");

/**
 * In-memory warehouse with the frame of geography built from the npm package, the files given by "source/file", and
 * a perimeter written as in territoire.yaml. Rows of every file are accounted for.
 */
export async function buildGeography(
  perimetre: string,
  given: Readonly<Record<string, string>> = {}
): Promise<Warehouse> {
  const paths: Record<string, string> = {
    "decoupage/commune": join(packageData, "communes.json"),
    "decoupage/epci": join(packageData, "epci.json"),
    "decoupage/departement": join(packageData, "departements.json"),
    "decoupage/region": join(packageData, "regions.json"),
    ...given
  };
  const warehouse = await openWarehouse(":memory:");
  await loadPerimetre(warehouse, perimetre);
  const accounts = new Map<string, () => Promise<unknown>>();
  for (const {source} of modules) {
    for (const file of source.files.filter(({dialect}) => dialect.format !== "geojson")) {
      const path = paths[`${source.id}/${file.id}`];
      const inspection = path ? await inspectFile(path, file, {where: source.id, communes: []}) : null;
      await registerRaw(warehouse, source.id, file, path ? {path} : null);
      if (!inspection) continue;
      const read = inspection.rows;
      accounts.set(`staging.${source.id}__${file.id}`, () => accountRows(warehouse, source.id, file, {read}));
    }
  }
  const models = await readModels([
    ...modules.map(({directory}) => ({directory})),
    ...stagingRoots.map((directory) => ({directory})),
    {directory: coreFolder, schema: "core"}
  ]);
  const wanted = models.filter(
    ({name}) => name.startsWith("staging.") || coreModels.some((core) => name === `core.${core}`)
  );
  await buildModels(warehouse, wanted, {
    onModel: async ({name}) => {
      await accounts.get(name)?.();
    }
  });
  return warehouse;
}

async function loadPerimetre(warehouse: Warehouse, perimetre: string): Promise<void> {
  const territoire = parseTerritoire(`nom: Essai\nperimetre: {${perimetre}}\n`, "territoire.yaml");
  const {communes} = resolvePerimetre(territoire, {
    ...readDecoupage(projectRoot),
    territoiresIndustrie: null
  });
  const rows = communes.map(({code}) => `('${code}')`).join(", ");
  await warehouse.run(`
    create schema raw;
    create table raw.perimetre__commune as from (values ${rows}) as t(code_commune);
    create table raw.perimetre__territoire as
      select 'essai' as code_territoire, 'Essai' as nom, date '2023-11-09' as date_label`);
}
