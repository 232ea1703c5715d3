import {readdir, stat} from "node:fs/promises";
import {join, relative} from "node:path";
import {DataError} from "@observatoire/catalog";

/** Plain files of a folder and its subfolders, as relative paths in order; what is hidden is skipped. Throws USAGE. */
export async function listFiles(folder: string): Promise<string[]> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false
  );
  if (!isFolder) {
    const action = "vérifier le chemin donné à --from";
    throw new DataError("USAGE", {where: folder, expected: "un dossier", found: "aucun dossier ici", action});
  }
  const visit = async (directory: string): Promise<string[]> => {
    const entries = await readdir(directory, {withFileTypes: true});
    const visible = entries.filter(({name}) => !name.startsWith(".") && name !== "__MACOSX");
    const found = await Promise.all(
      visible.map((entry) => {
        const path = join(directory, entry.name);
        return entry.isDirectory() ? visit(path) : entry.isFile() ? [path] : [];
      })
    );
    return found.flat();
  };
  const paths = await visit(folder);
  return paths.map((path) => relative(folder, path)).sort((a, b) => a.localeCompare(b, "fr"));
}
