import {readdir, readFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {pathToFileURL} from "node:url";

/** A promise about the data and the select of the rows that break it. */
export interface Check {
  /** `<folder above checks>/<file>`: "urssaf/total_preserve". */
  name: string;
  severity: "error" | "warning";
  /** The promise, in French: first line of the file. */
  sentence: string;
  sql: string;
  file: string;
}

/** A check that code writes, from declarations; its name has no folder. */
export type WrittenCheck = Omit<Check, "file">;

/**
 * Reads the `checks/*.sql` of folders (given as the `checks` folder or the one above; absent = no check).
 * The first line is the promise (`-- …`), a later one `-- severity: error` or `warning`.
 * A `checks/*.ts` exports `checks`, those that code writes.
 */
export async function readChecks(directories: readonly string[]): Promise<Check[]> {
  const checks = await Promise.all(directories.map(readFolder));
  return checks.flat();
}

async function readFolder(directory: string): Promise<Check[]> {
  const folder = basename(directory) === "checks" ? directory : join(directory, "checks");
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const read = await Promise.all(
    names.sort().map((name) => {
      if (name.endsWith(".sql")) return readCheck(join(folder, name)).then((check) => [check]);
      return name.endsWith(".ts") ? importChecks(join(folder, name)) : [];
    })
  );
  return read.flat();
}

async function importChecks(file: string): Promise<Check[]> {
  const {checks} = (await import(pathToFileURL(file).href)) as {checks?: readonly WrittenCheck[]};
  if (!Array.isArray(checks)) throw new Error(`${file} : « export const checks » est attendu.`);
  const folder = basename(dirname(dirname(file)));
  return checks.map((check: WrittenCheck) => ({...check, name: `${folder}/${check.name}`, file}));
}

async function readCheck(file: string): Promise<Check> {
  const sql = await readFile(file, "utf8");
  const sentence = /^--\s*(?!severity:)(\S.*)/.exec(sql)?.[1]?.trim();
  const severity = /^--\s*severity:\s*(error|warning)\s*$/m.exec(sql)?.[1];
  if (!sentence)
    throw new Error(`${file} : la première ligne doit dire la promesse, « -- Chaque commune a … ».`);
  if (severity !== "error" && severity !== "warning") {
    throw new Error(`${file} : une ligne « -- severity: error » ou « -- severity: warning » est attendue.`);
  }
  return {
    name: `${basename(dirname(dirname(file)))}/${basename(file, ".sql")}`,
    severity,
    sentence,
    sql,
    file
  };
}
