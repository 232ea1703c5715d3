import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {RowAccount, SourceModule} from "@observatoire/catalog";
import {
  accountRows,
  buildModels,
  inspectFile,
  openWarehouse,
  readModels,
  registerRaw,
  type Warehouse
} from "@observatoire/warehouse";

/** Lines of a Melodi file from its cells, all quoted as INSEE does. */
export const melodi = (header: string, ...rows: readonly string[]): string =>
  [header, ...rows]
    .map(
      (row) =>
        `${row
          .split(";")
          .map((cell) => `"${cell}"`)
          .join(";")}\n`
    )
    .join("");

export interface BuiltSource {
  warehouse: Warehouse;
  account: RowAccount;
}

/** The real path of a file: inspected, seen as raw, through the staging SQL of its source, its rows accounted for. */
export async function buildSource(module: SourceModule, content: string): Promise<BuiltSource> {
  const [file] = module.source.files;
  if (!file) throw new Error(`${module.source.id} n'a pas de fichier`);
  const folder = mkdtempSync(join(tmpdir(), "emploi-"));
  const warehouse = await openWarehouse(":memory:");
  try {
    const path = join(folder, "data.csv");
    writeFileSync(path, content);
    const {rows} = await inspectFile(path, file, {where: module.source.id, communes: []});
    await registerRaw(warehouse, module.source.id, file, {path});
    await buildModels(warehouse, await readModels([{directory: module.directory}]));
    return {warehouse, account: await accountRows(warehouse, module.source.id, file, {read: rows})};
  } catch (error) {
    warehouse.close();
    throw error;
  } finally {
    rmSync(folder, {recursive: true});
  }
}
