import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {readCharacters} from "./read-characters.ts";

/** The only family of the documents; its licence (OFL) lets files embed it. */
export const fontFamily = "Source Sans 3";

const folder = dirname(
  createRequire(import.meta.url).resolve("@expo-google-fonts/source-sans-3/package.json")
);

export const fontFiles: readonly string[] = ["400Regular", "600SemiBold", "700Bold"].map((weight) =>
  join(folder, weight, `SourceSans3_${weight}.ttf`)
);

let known: {blobs: readonly Buffer[]; characters: ReadonlySet<number>} | undefined;

/** Bytes of the font files, and the characters that all of them draw. Read once. */
export function readFonts(): {blobs: readonly Buffer[]; characters: ReadonlySet<number>} {
  if (known === undefined) {
    const blobs = fontFiles.map((path) => readFileSync(path));
    const [first = new Set<number>(), ...others] = blobs.map(readCharacters);
    const characters = new Set([...first].filter((code) => others.every((each) => each.has(code))));
    known = {blobs, characters};
  }
  return known;
}
