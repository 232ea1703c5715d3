import {basename} from "node:path";
import {DataError, listForms, type RowAccount, type SourceModule, type Vintage} from "@observatoire/catalog";
import {
  accountRows,
  buildModels,
  type Inspection,
  inspectFile,
  openWarehouse,
  readModels,
  registerRaw,
  type Warehouse
} from "@observatoire/warehouse";

export interface LoadedFile {
  warehouse: Warehouse;
  form: number;
  inspection: Inspection;
  vintage: Vintage;
  account: RowAccount;
}

/** Reads a file of a source of one file as the pipeline does: first form that fits, raw, staging, account of rows. */
export async function loadFile(
  module: SourceModule,
  path: string,
  communes: readonly string[] = []
): Promise<LoadedFile> {
  const [file] = module.source.files;
  if (!file) throw new Error(`${module.source.id} n'a pas de fichier`);
  const {form, inspection, vintage} = await openForm(module, path, communes);
  const warehouse = await openWarehouse(":memory:");
  await registerRaw(warehouse, module.source.id, file, {path, form, match: inspection.match});
  let account: RowAccount | undefined;
  await buildModels(warehouse, await readModels([{directory: module.directory}]), {
    onModel: async ({name}) => {
      if (name !== `staging.${module.source.id}__${file.id}`) return;
      account = await accountRows(warehouse, module.source.id, file, {read: inspection.rows});
    }
  });
  if (!account) throw new Error(`staging/${file.id}.sql manque`);
  return {warehouse, form, inspection, vintage, account};
}

async function openForm(module: SourceModule, path: string, communes: readonly string[]) {
  const {id, files} = module.source;
  const forms = listForms(files[0]!).map((file, form) => ({file, form}));
  const named = forms.filter(({file}) => new RegExp(file.fileName, "iu").test(basename(path)));
  let refusal: unknown;
  for (const {file, form} of named.length > 0 ? named : forms) {
    try {
      const inspection = await inspectFile(path, file, {where: `${id}/${file.id}`, communes});
      const vintage = await module.readVintage({
        ...inspection,
        file: file.id,
        name: basename(path),
        lastModified: null,
        version: null,
        collectedAt: "2026-11-01T00:00:00Z"
      });
      return {form, inspection, vintage};
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      if (refusal === undefined || error.code !== "DIALECT") refusal = error;
    }
  }
  throw refusal;
}
