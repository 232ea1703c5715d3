import {execFile} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {homedir, tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {DataError} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {maskPrivate} from "../../src/mask-private.ts";
import {createReporter} from "../../src/reporter.ts";

const bin = fileURLToPath(new URL("../../../../bin/observatoire.js", import.meta.url));

/** What a reporter writes, with a clock that moves by 1.2 s at each look. */
function record(journal: string | undefined, isTTY = false) {
  const out: string[] = [];
  let time = Date.UTC(2026, 10, 24, 5, 15) - 1200;
  const now = () => (time += 1200);
  return {
    reporter: createReporter({isTTY, write: (text) => out.push(text)}, {journal, now, command: "refresh"}),
    text: () => out.join("")
  };
}

test("off a terminal, one JSON object a line, with its level, its step and its duration", () => {
  const {reporter, text} = record(undefined);
  reporter.step("contrôles");
  reporter.progress("3 sur 40");
  reporter.line("geo : inchangé");
  reporter.warn("urssaf : « effectif »\nréécrit");
  reporter.fault(new DataError("SRC_GONE", "urssaf : attendu un fichier, trouvé 404 ; attendre."), 5);
  reporter.end();
  const lines = text().trimEnd().split("\n");
  const [debut, etape, ligne, alerte, faute] = lines.map((line) => JSON.parse(line));
  expect(lines).toHaveLength(5);
  expect(debut).toMatchObject({niveau: "info", evenement: "debut", texte: "contrôles", commande: "refresh"});
  expect(etape).toMatchObject({evenement: "etape", texte: "contrôles"});
  expect(etape.secondes).toBeGreaterThan(0);
  expect(ligne).toMatchObject({evenement: "ligne", texte: "geo : inchangé"});
  expect(alerte).toMatchObject({niveau: "attention", evenement: "alerte"});
  expect(faute).toMatchObject({niveau: "erreur", evenement: "faute", code: "SRC_GONE", exit: 5});
  expect(Number.isNaN(Date.parse(faute.ts))).toBe(false);
  expect(text()).toContain("« effectif »");
  expect(text()).not.toContain("3 sur 40");
});

test("OBSERVATOIRE_JOURNAL=texte keeps plain lines, and a partial success is not an error", () => {
  const plain = record("texte");
  plain.reporter.step("contrôles");
  plain.reporter.warn("SIRET 12345678900012 rejeté");
  expect(plain.text()).toMatch(/^ {2}contrôles \(\d+,\d\u00a0s\)\n {2}attention : SIRET \[siret\] rejeté\n$/);
  const json = record(undefined);
  json.reporter.fault(new DataError("PARTIAL", "une source a échoué."), 13);
  expect(JSON.parse(json.text())).toMatchObject({niveau: "attention", code: "PARTIAL", exit: 13});
});

test("on a terminal a line moves, and the person sees the value that was refused", () => {
  const {reporter, text} = record(undefined, true);
  reporter.step("contrôles");
  reporter.progress("3 sur 40");
  reporter.warn("SIRET 12345678900012 rejeté");
  expect(text()).toContain("\r\x1b[2K  contrôles : 3 sur 40");
  expect(text()).toContain("attention : SIRET 12345678900012 rejeté\n");
});

test("a defect keeps its stack, without the folder of whoever runs it", () => {
  const {reporter, text} = record(undefined);
  reporter.fault(new Error(`lecture de ${homedir()}/secret.csv`), 1);
  const {code, texte, pile} = JSON.parse(text());
  expect(code).toBe("DEFAUT");
  expect(texte).toBe("Défaut du programme : lecture de ~/secret.csv");
  expect(pile.length).toBeGreaterThan(0);
  expect(pile.join("\n")).not.toContain(fileURLToPath(new URL("../../../..", import.meta.url)));
});

test.each([
  ["https://jean:motdepasse@exemple.fr/a.csv", "https://[masqué]@exemple.fr/a.csv"],
  ["https://exemple.fr/a?token=abc&x=1", "https://exemple.fr/a?token=[masqué]&x=1"],
  ["https://exemple.fr/a?x=1&api_key=abc#b", "https://exemple.fr/a?x=1&api_key=[masqué]#b"],
  ["https://exemple.fr/a?apikey=A&key=B", "https://exemple.fr/a?apikey=[masqué]&key=[masqué]"],
  ["https://s3.fr/a?X-Amz-Signature=0f0f", "https://s3.fr/a?X-Amz-Signature=[masqué]"],
  ["password=s3cr3t trouvé", "password=[masqué] trouvé"],
  ["Authorization: Bearer eyJhbGciOi.J9", "Authorization: [masqué]"],
  ["jeanne.élu@mairie-meaux.fr a écrit", "[adresse] a écrit"],
  ["/home/jeanne/observatoire/data", "~/observatoire/data"],
  ["file:///Users/jeanne/x.ts:12", "file://~/x.ts:12"],
  ["SIRET 12345678900012, SIREN 123456789.", "SIRET [siret], SIREN [siren]."],
  ["« 123 456 789 00012 »", "« [siret] »"],
  ["a\r\x1b[31mb", "a  [31mb"]
])("%s", (text, expected) => {
  expect(maskPrivate(text)).toBe(expected);
});

test.each([
  "npm:@etalab/decoupage-administratif@6.0.0/data/communes.json",
  "EPCI 200072130 absent du COG 2026",
  "passage 20261124-013652-0e9cd9",
  "43\u202f123\u202f456 lignes, 123\u202f456\u202f789 octets",
  "secret : attendu « s », trouvé 3 ; corriger",
  "https://www.data.gouv.fr/api/1/datasets/r/5b7ffc6b-fa62-4764-831d-b0d2a4e1c9fd",
  "/srv/observatoire/data/runs"
])("%s is left as it is", (text) => {
  expect(maskPrivate(text)).toBe(text);
});

test("the real command logs JSON when nobody watches", async () => {
  const data = mkdtempSync(join(tmpdir(), "observatoire-journal-"));
  try {
    writeFileSync(join(data, "territoire.yaml"), "nom: x\nperimetre: jean.dupont@exemple.fr\n");
    const run = (env: Record<string, string>) =>
      new Promise<{code: unknown; stderr: string}>((done) =>
        execFile(
          process.execPath,
          [bin, "refresh"],
          {env: {...process.env, OBSERVATOIRE_DATA: data, ...env}},
          (error, _, stderr) => done({code: error?.code, stderr})
        )
      );
    const json = await run({OBSERVATOIRE_JOURNAL: ""});
    const last = JSON.parse(json.stderr.trimEnd().split("\n").at(-1)!);
    expect(json.code).toBe(3);
    expect(last).toMatchObject({niveau: "erreur", code: "TERRITOIRE", exit: 3, commande: "refresh"});
    const plain = await run({OBSERVATOIRE_JOURNAL: "texte"});
    expect(plain.code).toBe(3);
    expect(plain.stderr.trimEnd().endsWith(`\n${last.texte}`)).toBe(true);
    expect(json.stderr + plain.stderr).not.toContain("jean.dupont");
  } finally {
    rmSync(data, {recursive: true, force: true});
  }
});
