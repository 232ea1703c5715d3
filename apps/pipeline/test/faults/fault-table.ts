import {mkdirSync, readFileSync, rmdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect} from "vitest";
import type {Verdict} from "./fault-case.ts";
import {root} from "./fault-world.ts";

const path = join(root, "docs/fautes.md");

export const faultIds = Array.from({length: 36}, (_, index) => `F${String(index + 1).padStart(2, "0")}`);

export const tableHeader = `# Les 36 fautes, et ce qu'il en advient

Écrit par les essais de \`apps/pipeline/test/faults\` (\`OBSERVATOIRE_ECRIRE=1 npx vitest run test/faults\` dans
\`apps/pipeline\` le récrit) : chaque ligne est une faute vraiment commise, contre un vrai serveur, de vrais fichiers, de
vrais processus tués, et ce que la commande \`refresh\` en a fait.

- **I1** : la base en ligne. **I2** : la faute a un code lisible par une machine. **I3** : le passage sain suivant
  réussit sans personne. **I4** : ce que dit le site, les autres sources actualisées quand même.
- « Outil naïf » : ce que fait un script qui télécharge, charge et publie sans ces précautions.

| N° | Faute | Outil naïf | Ici | Code | Sortie | I1 | I2 | I3 | I4 |
| -- | ----- | ---------- | --- | ---- | ------ | -- | -- | -- | -- |
`;

const lineOf = ({id, fault, naive, observed, code, exit, invariants}: Verdict): string =>
  `| ${[id, fault, naive, observed, code, exit, ...invariants].join(" | ")} |`;

/** Compares what a case gave with its line of docs/fautes.md; under OBSERVATOIRE_ECRIRE=1, writes it there. */
export function recordVerdict(verdict: Verdict): void {
  const line = lineOf(verdict);
  if (process.env.OBSERVATOIRE_ECRIRE === "1") writeLine(verdict.id, line);
  const written = readLines().get(verdict.id);
  expect(
    written,
    "docs/fautes.md dit autre chose ; OBSERVATOIRE_ECRIRE=1 npx vitest run test/faults (dans apps/pipeline) le récrit."
  ).toBe(line);
}

/** Lines of the table as written, by id. */
export function readLines(): Map<string, string> {
  return new Map(
    readTable()
      .split("\n")
      .flatMap((line) => {
        const id = /^\| (F\d{2}) \|/.exec(line)?.[1];
        return id ? [[id, line] as const] : [];
      })
  );
}

export function readTable(): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Test files run at the same time: one writes at a time. */
function writeLine(id: string, line: string): void {
  const turn = `${path}.tour`;
  for (;;) {
    try {
      mkdirSync(turn);
      break;
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
  try {
    const lines = readLines().set(id, line);
    const known = faultIds.flatMap((one) => lines.get(one) ?? []);
    writeFileSync(path, `${tableHeader}${known.join("\n")}\n`);
  } finally {
    rmdirSync(turn);
  }
}
