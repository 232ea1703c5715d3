import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";

/** Absolute path of a file of the project, from its root. */
export const projectPath = (relative: string): string =>
  fileURLToPath(new URL(`../../../${relative}`, import.meta.url));

/** Rows of a small CSV (comma, header, `#` comments), all text. */
export function readRows(file: string): Record<string, string>[] {
  const [header = "", ...lines] = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"));
  const names = fieldsOf(header);
  return lines.map((line) =>
    Object.fromEntries(fieldsOf(line).map((value, i) => [names[i] ?? String(i), value]))
  );
}

/** `data/reference/<name>.csv` as the pipeline loads it. */
export const readReference = (name: string) => readRows(projectPath(`data/reference/${name}.csv`));

const fieldsOf = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
