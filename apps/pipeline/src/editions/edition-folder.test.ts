import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {openProject} from "../project.ts";
import {verifyDisclosure} from "../verify-disclosure.ts";
import {type Edition, hashFolder, readEditions, withholdProtected} from "./edition-folder.ts";

function freeze(data: string, date: string, page: string): void {
  const folder = join(data, "editions", date);
  mkdirSync(join(folder, "public/pages"), {recursive: true});
  writeFileSync(join(folder, "public/pages/aides.html"), page);
  const edition: Edition = {
    ...{date, titre: `COPIL du ${date}`, figee: `${date}T08:00:00.000Z`, run: "r", commit: "c"},
    ...{precedente: null, lectures: [{visibilite: "public", pages: []}], fichiers: hashFolder(folder)}
  };
  writeFileSync(join(folder, "edition.json"), JSON.stringify(edition));
}

test("a session that names a unit protected since is withheld alone, and says why without naming it", async () => {
  const project = openProject(mkdtempSync(join(tmpdir(), "seances-")));
  freeze(project.data, "2026-06-01", "<td>65733233903333</td>");
  freeze(project.data, "2026-12-03", "<td>70637702007703</td>");
  const communes = new Set<string>();
  const withhold = (identifiers: string[]) =>
    withholdProtected(project, readEditions(project), (folder) =>
      verifyDisclosure(folder, {identifiers: new Set(identifiers), communes})
    );
  expect((await withhold([])).intact.map(({date}) => date)).toEqual(["2026-12-03", "2026-06-01"]);
  const {intact, withheld} = await withhold(["65733233903333"]);
  expect(intact.map(({date}) => date)).toEqual(["2026-12-03"]);
  expect(withheld).toMatchObject([{date: "2026-06-01", titre: "COPIL du 2026-06-01", why: "protegee"}]);
  expect(withheld[0]!.fault.message).toBe(
    "data/editions/2026-06-01 : attendu aucune donnée protégée dans une séance figée, trouvé l'identifiant d'une unité en diffusion partielle ou d'une personne physique ; la garder hors ligne, en déplaçant ce dossier hors de data/editions."
  );
});

test("a description that does not read, an empty folder, a name that is no date", () => {
  const project = openProject(mkdtempSync(join(tmpdir(), "seances-")));
  freeze(project.data, "2026-12-03", "<p>Rien</p>");
  writeFileSync(join(project.editions, "2026-12-03/edition.json"), "{");
  mkdirSync(join(project.editions, "2026-12-04"));
  mkdirSync(join(project.editions, "brouillon"));
  const {intact, withheld} = readEditions(project);
  expect(intact).toEqual([]);
  expect(withheld.map(({date, why}) => [date, why])).toEqual([
    ["2026-12-04", "modifiee"],
    ["2026-12-03", "modifiee"]
  ]);
});
