import {spawnSync} from "node:child_process";
import {chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DataError, errorCodes} from "@observatoire/catalog";
import {afterEach, beforeEach, expect, test} from "vitest";
import {maskPrivate} from "../../src/mask-private.ts";
import {createReporter} from "../../src/reporter.ts";
import {deploy} from "./web-server.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "observatoire-alerte-"));
  writeFileSync(join(folder, "sendmail"), `#!/bin/sh\ncat >>"${folder}/courrier"\n`);
  chmodSync(join(folder, "sendmail"), 0o755);
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** A log as the command writes it, then the alert; `after` is what systemd or Docker adds to the log. */
function alert(code: number, sentence: string, after = ""): string {
  const log: string[] = [];
  const reporter = createReporter({write: (text) => log.push(text)}, {command: "refresh", journal: ""});
  reporter.step("collecte");
  reporter.fault(new DataError("PARTIAL", sentence), code);
  const {stdout, stderr, status} = spawnSync("sh", [join(deploy, "alerter.sh"), String(code)], {
    input: log.join("") + after,
    encoding: "utf8",
    env: {
      ...process.env,
      ALERTE_A: "qui@exemple.fr",
      ALERTE_DOSSIER: folder,
      SENDMAIL: join(folder, "sendmail"),
      // What another machine would be asked for; the default is tried with the units of systemd.
      ALERTE_ETAT: "echo OK : rien à signaler"
    }
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}
const mail = () =>
  existsSync(join(folder, "courrier")) ? readFileSync(join(folder, "courrier"), "utf8") : "";

test("an alert says what happened, in words, by mail and in a file", () => {
  const said = alert(6, 'contrôles : attendu « 0 "ligne" coupable », trouvé 3 ; voir la page.');
  expect(said).toMatch(/code 6 : un contrôle des données a échoué : rien n'a été publié/);
  expect(said).toContain("info : collecte");
  expect(said).toContain("État des sources\nOK : rien à signaler\n");
  expect(said).toMatch(/erreur : contrôles : attendu « 0 .*ligne.* coupable », trouvé 3/);
  expect(said).not.toContain('{"ts"');
  expect(mail()).toContain("To: qui@exemple.fr\nSubject: [Observatoire] code 6\n");
  expect(mail()).toContain(said.trimEnd());
  expect(readFileSync(join(folder, "derniere-alerte.txt"), "utf8")).toBe(said);
});

test("the same partial refresh is told once a week; another one at once", () => {
  expect(alert(13, "urssaf en échec")).toContain("le site est en ligne");
  expect(alert(13, "urssaf en échec")).toMatch(/^Déjà signalé : attention : urssaf en échec/);
  expect(mail().match(/Subject/g)).toHaveLength(1);
  expect(alert(13, "sirene en échec")).toContain("le site est en ligne");
  const old = Date.now() / 1000 - 7.5 * 86_400;
  utimesSync(join(folder, "alerte-13"), old, old);
  expect(alert(13, "sirene en échec")).toContain("le site est en ligne");
  expect(alert(5, "sirene en échec")).toContain("aucun producteur");
  expect(alert(5, "sirene en échec")).toContain("aucun producteur");
  expect(mail().match(/Subject/g)).toHaveLength(5);
});

const daily: readonly [code: number, words: string, days: readonly [string, string], other: string][] = [
  [
    12,
    "une source est trop ancienne, ou plus rien ne s'actualise",
    [
      "actualisation : attendu moins de 3 jours, trouvé le 24 novembre 2026 à 05:21 UTC, il y a 4 jours.",
      "actualisation : attendu moins de 3 jours, trouvé le 24 novembre 2026 à 05:21 UTC, il y a 5 jours."
    ],
    "status : attendu des sources dans leur limite d'âge, trouvé 1 au-delà (urssaf)."
  ],
  [
    13,
    "le site est en ligne, mais une source",
    [
      "Passage 20261124-052100-aaaaaa en ligne, mais 1 source n'a pas pu être actualisée.\nurssaf : 404",
      "Passage 20261125-052200-bbbbbb en ligne, mais 1 source n'a pas pu être actualisée.\nurssaf : 404"
    ],
    "Passage 20261125-052200-bbbbbb en ligne, mais 1 source n'a pas pu être actualisée.\nsirene : 404"
  ],
  [
    15,
    "le site est en ligne et à jour, sauf le plan d'actions, qui est à corriger",
    [
      "Passage 20261124-052100-aaaaaa en ligne, mais le plan.\nactions.csv, ligne 4 : attendu un statut.\nÀ corriger.",
      "Passage 20261125-052200-bbbbbb en ligne, mais le plan.\nactions.csv, ligne 4 : attendu un statut.\nÀ corriger."
    ],
    "Passage 20261125-052200-bbbbbb en ligne, mais le plan.\nactions.csv, ligne 5 : attendu un statut.\nÀ corriger."
  ],
  [
    16,
    "le site est en ligne et à jour, sauf une séance figée",
    [
      "Passage 20261124-052100-aaaaaa en ligne, mais une séance.\nséance du 2026-12-03 modifiée",
      "Passage 20261125-052200-bbbbbb en ligne, mais une séance.\nséance du 2026-12-03 modifiée"
    ],
    "Passage 20261125-052200-bbbbbb en ligne, mais une séance.\nséance du 2026-06-04 modifiée"
  ]
];
test.each(daily)(
  "code %i: the cause of yesterday waits a week, though its run or its age is another; a new one is told",
  (code, words, [first, next], other) => {
    const systemd = (seconds: number) => `observatoire.service: Consumed ${seconds}.2s CPU time.\n`;
    const said = alert(code, first, systemd(41));
    expect(said).toContain(`Observatoire, code ${code} : ${words}`);
    // A sentence of several lines is read as such.
    expect(said).not.toContain("\\n");
    for (const line of first.split("\n")) expect(said).toContain(line);
    expect(alert(code, next, systemd(57))).toMatch(/^Déjà signalé : /);
    expect(mail().match(/Subject/g)).toHaveLength(1);
    expect(alert(code, other, systemd(57))).toContain(words);
    const old = Date.now() / 1000 - 7.5 * 86_400;
    utimesSync(join(folder, `alerte-${code}`), old, old);
    expect(alert(code, other)).toContain(words);
    expect(mail().match(/Subject/g)).toHaveLength(3);
  }
);

test("each exit code that stops a schedule has its words, in the alert and on the page for people", () => {
  const page = readFileSync(join(deploy, "../apps/site/src/mode-d-exploitation.md"), "utf8");
  const text = readFileSync(join(deploy, "alerter.sh"), "utf8");
  for (const code of new Set(Object.values(errorCodes))) {
    if (code === errorCodes.USAGE) continue;
    expect(text).toMatch(new RegExp(`^  ${code}\\) sens=`, "m"));
    expect(page).toMatch(new RegExp(`^\\| ${code} \\|`, "m"));
  }
});

test("the page says which causes wait a week, and what the log masks", () => {
  const page = readFileSync(join(deploy, "../apps/site/src/mode-d-exploitation.md"), "utf8");
  const text = readFileSync(join(deploy, "alerter.sh"), "utf8");
  const codes = daily.map(([code]) => code);
  expect(/^case \$code in (.+)\)$/m.exec(text)?.[1]).toBe(codes.join(" | "));
  expect(page).toContain("Les codes 12, 13, 15 et 16 ne sont répétés qu'une fois par semaine");
  expect(page).toMatch(
    /mots de passe et les clés d'adresses, les adresses de courrier, et les numéros Siret et Siren \(sauf/
  );
  expect(maskPrivate("https://a:secret@x.fr/?key=abc jean@x.fr 12345678900012 123456789")).toBe(
    "https://[masqué]@x.fr/?key=[masqué] [adresse] [siret] [siren]"
  );
  expect(page).toMatch(/n'y masque ni un nom de personne, ni un numéro de téléphone/);
  const left = "Mme Durand, 06 12 34 56 78, Siren 247700065";
  expect(maskPrivate(left)).toBe(left);
});
