import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {expect} from "vitest";

const folder = new URL("./__golden__/", import.meta.url);

/** Compares with the kept drawing. Missing: written once, but never in CI. `UPDATE_GOLDEN=1` rewrites. */
export function expectGolden(name: string, text: string): void {
  const file = new URL(name, folder);
  const update = process.env.UPDATE_GOLDEN === "1";
  if (!update && existsSync(file)) {
    expect(text).toBe(readFileSync(file, "utf8"));
    return;
  }
  if (!update && process.env.CI === "true")
    throw new Error(`golden absent : ${name} ; lancer les tests avec UPDATE_GOLDEN=1 et relire le dessin`);
  mkdirSync(folder, {recursive: true});
  writeFileSync(file, text);
}
