import {expect, test} from "vitest";
import {createReporter, type ReporterOptions} from "./reporter.ts";

const note = {
  evenement: "echec",
  texte: "urssaf : https://moi:motdepasse@exemple.fr/?token=abc",
  source: "urssaf",
  code: "SRC_UNAVAILABLE"
} as const;

function record(options: ReporterOptions, isTTY = false): string {
  const out: string[] = [];
  const reporter = createReporter(
    {isTTY, write: (text) => out.push(text)},
    {now: () => 0, journal: "", ...options}
  );
  reporter.step("collecte");
  out.length = 0;
  reporter.note(note);
  const said = out.join("");
  reporter.end();
  // A note belongs to its step, which goes on.
  if (!options.quiet) expect(out.join("").slice(said.length)).toContain("collecte");
  return said;
}

test("hors d'un terminal, une note est une ligne du journal, sans rien de secret", () => {
  const said = record({});
  expect(JSON.parse(said)).toEqual({
    ts: "1970-01-01T00:00:00.000Z",
    niveau: "attention",
    evenement: "echec",
    texte: "urssaf : https://[masqué]@exemple.fr/?token=[masqué]",
    source: "urssaf",
    code: "SRC_UNAVAILABLE"
  });
  expect(record({journal: "texte"})).toBe("  urssaf : https://[masqué]@exemple.fr/?token=[masqué]\n");
});

test("sur un terminal, et avec --json, une note ne s'écrit pas", () => {
  expect(record({}, true)).toBe("");
  expect(record({quiet: true})).toBe("");
});
