import {spawnSync} from "node:child_process";
import {chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DataError, errorCodes} from "@observatoire/catalog";
import {afterEach, beforeEach, expect, test} from "vitest";
import {createReporter} from "../../src/reporter.ts";
import {deploy} from "./web-server.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "observatoire-alerte-"));
  writeFileSync(join(folder, "sendmail"), `#!/bin/sh\ncat >>"${folder}/courrier"\n`);
  chmodSync(join(folder, "sendmail"), 0o755);
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** A log as the command writes it, then the alert. */
function alert(code: number, sentence: string): string {
  const log: string[] = [];
  const reporter = createReporter({write: (text) => log.push(text)}, {command: "refresh", journal: ""});
  reporter.step("collecte");
  reporter.fault(new DataError("PARTIAL", sentence), code);
  const {stdout, stderr, status} = spawnSync("sh", [join(deploy, "alerter.sh"), String(code)], {
    input: log.join(""),
    encoding: "utf8",
    env: {
      ...process.env,
      ALERTE_A: "qui@exemple.fr",
      ALERTE_DOSSIER: folder,
      SENDMAIL: join(folder, "sendmail"),
      NODE: process.execPath,
      OBSERVATOIRE_DATA: folder
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

test("each exit code that stops a schedule has its words, in the alert and on the page for people", () => {
  const page = readFileSync(join(deploy, "../apps/site/src/mode-d-exploitation.md"), "utf8");
  const text = readFileSync(join(deploy, "alerter.sh"), "utf8");
  for (const code of new Set(Object.values(errorCodes))) {
    if (code === errorCodes.USAGE) continue;
    expect(text).toMatch(new RegExp(`^  ${code}\\) sens=`, "m"));
    // On a machine that is being followed, something was published.
    if (code !== errorCodes.NO_RUN) expect(page).toMatch(new RegExp(`^\\| ${code} \\|`, "m"));
  }
});
