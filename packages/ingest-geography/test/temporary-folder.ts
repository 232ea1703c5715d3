import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll} from "vitest";

/** An empty folder, removed after the tests of the file that asks for it at its top level. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "geographie-"));
  afterAll(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}
