import {existsSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArguments} from "../../src/arguments.ts";

export const root = fileURLToPath(new URL("../../../..", import.meta.url));

/** Words after `bin/observatoire.js` in a text, up to what belongs to the shell. */
export function observatoireCommands(text: string): string[][] {
  return [...text.matchAll(/bin\/observatoire\.js((?: +[^\s|&;<>"}]+(?![<>]))*)/g)].map(([, words = ""]) =>
    words
      .trim()
      .split(/ +/)
      .filter((word) => word !== "" && !/^\d$/.test(word))
  );
}

/** Throws when the project has no such command or option. */
export function requireCommand(words: readonly string[]): void {
  if (!existsSync(join(root, "bin/observatoire.js"))) throw new Error("bin/observatoire.js absent");
  if (parseArguments(words).command === null) throw new Error(`pas de commande dans « ${words.join(" ")} »`);
}
