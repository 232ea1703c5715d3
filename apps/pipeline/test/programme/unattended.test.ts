import {appendFileSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Manifest} from "@observatoire/catalog";
import {type Plan, writePlan} from "@observatoire/programme";
import {afterAll, beforeAll, expect, test} from "vitest";
import {main} from "../../src/main.ts";
import {createSmallWorld, csv, urssafHeader, urssafName, urssafRows} from "../small-world.ts";
import {bigPlan} from "./big-plan.ts";

const world = createSmallWorld();
const folder = join(world.data, "plan");
const reserved = "Négocier avec la société Dupuis-Martin la reprise du site";
const declaration = join(world.data, "territoire.yaml");

/** Three actions, the last one reserved to the committee. */
function smallPlan(more: Partial<Plan> = {}): Plan {
  const {actions, partenaires, financeurs, ...others} = bigPlan();
  const empty = Object.fromEntries(Object.keys(others).map((table) => [table, []])) as unknown as Plan;
  const [, one, two, three] = actions.map((action) => ({...action, blocage_cause: null, note: null}));
  return {
    ...empty,
    partenaires: partenaires.slice(0, 9),
    financeurs: financeurs.slice(0, 3),
    actions: [
      {...one!, titre: "Ouvrir une plateforme de formation"},
      {...two!, titre: "Équiper les zones d'activités"},
      {...three!, titre: reserved}
    ],
    ...more
  };
}

function writeFolder(plan: Plan): void {
  mkdirSync(folder, {recursive: true});
  for (const [name, text] of writePlan(plan)) writeFileSync(join(folder, name), text);
}

const page = (path: string, site = "site") =>
  readFileSync(join(world.data, "current", site, `${path}.html`), "utf8").replaceAll(/[\u00a0\u202f]/g, " ");
const manifest = () =>
  JSON.parse(readFileSync(join(world.data, "current/manifest.json"), "utf8")) as Manifest;
const sites = () => readdirSync(join(world.data, "current")).filter((name) => name.startsWith("site"));
const refresh = () => world.run("refresh", "--from", world.inbox);

/** One more job in each commune and sector of the last year. */
let jobs = 0;
function newData(): void {
  jobs += 1;
  const rows = urssafRows().map((row) => [...row.slice(0, -1), String(100 + jobs)]);
  world.write(urssafName, csv(urssafHeader(), rows));
}

/** A cell of the statuses that no list holds, quoting what no log may keep. */
const wrong = "bloqué : licenciement de Mme Durand, 06 12 34 56 78";
function breakPlan(): void {
  const path = join(folder, "actions.csv");
  const text = readFileSync(path, "utf8");
  const {statut} = smallPlan().actions[2]!;
  expect(text).toContain(statut!);
  const at = text.lastIndexOf(`;${statut};`);
  writeFileSync(path, `${text.slice(0, at)};${wrong};${text.slice(at + statut!.length + 2)}`);
}

beforeAll(() => {
  writeFileSync(declaration, `${readFileSync(declaration, "utf8")}\nprogramme: plan\n`);
  newData();
});

afterAll(() => world.remove());

test("a first plan that is wrong stops no data: they are published without it, exit 15 until it is corrected", async () => {
  writeFolder(smallPlan());
  breakPlan();
  const first = await refresh();
  expect(first.code, first.stderr).toBe(15);
  expect(sites()).toEqual(["site"]);
  expect(page("emploi")).toContain("figure--");
  expect(page("programme/index")).toMatch(/Le plan d’actions déposé a un point à corriger depuis le/);
  expect(page("etat")).toContain("un point à corriger");
  expect(first.stderr).toMatch(/actions\.csv, ligne 4, colonne « statut » : attendu /);
  expect(first.stderr).not.toContain("Durand");
  expect(JSON.stringify(manifest())).not.toContain("Durand");

  const again = await refresh();
  expect([again.code, again.stdout]).toEqual([15, expect.stringContaining("Rien de nouveau")]);
  const status = await world.run("status");
  expect(status.stdout).toMatch(/^ATTENTION : .*à corriger : plan d'actions/);
  const checked = await world.run("programme", "check");
  expect([checked.code, checked.stderr]).toEqual([15, expect.stringContaining("Durand")]);

  writeFolder(smallPlan());
  const healed = await refresh();
  expect(healed.code, healed.stderr).toBe(0);
  expect(sites().sort()).toEqual(["site", "site-comite"]);
  expect(page("programme/index")).toContain("Ouvrir une plateforme de formation");
  expect(page("programme/index")).not.toContain("à corriger");
}, 180_000);

test("a plan that becomes wrong leaves the one in service, dated; new data are published all the same", async () => {
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), 0, Date.UTC(2026, 0, 5, 12) / 1000);
  // Another date of the same bytes changes nothing; a plan changed since is dated of its change.
  writeFolder(smallPlan({partenaires: bigPlan().partenaires.slice(0, 10)}));
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), 0, Date.UTC(2026, 0, 5, 12) / 1000);
  expect((await world.run("programme", "publish")).code).toBe(0);
  expect(manifest().programme?.changedAt).toBe("2026-01-05T12:00:00.000Z");

  breakPlan();
  const refused = await world.run("programme", "publish");
  expect([refused.code, refused.stdout]).toEqual([15, ""]);
  const told = /Données au 5 janvier 2026, actualisation en échec depuis le /i;
  for (const site of ["site", "site-comite"]) expect(page("programme/index", site)).toMatch(told);
  expect(page("programme/budget")).toContain("Données au 5 janvier 2026, actualisation en échec depuis le");
  expect(page("programme/index", "site-comite")).toContain("Dupuis-Martin");
  const {since} = manifest().corrections[0]!;

  newData();
  const updated = await refresh();
  expect([updated.code, updated.stdout]).toEqual([15, expect.stringContaining("publié")]);
  expect(manifest().corrections).toEqual([expect.objectContaining({code: "PROGRAMME", since})]);
  expect(manifest().programme?.changedAt).toBe("2026-01-05T12:00:00.000Z");
  expect(page("programme/index")).toMatch(told);
  expect((await world.run("programme", "publish")).code).toBe(15);

  writeFolder(smallPlan());
  expect((await world.run("programme", "publish")).code).toBe(0);
  expect(manifest().corrections).toEqual([]);
}, 180_000);

test("a reserved name that the open data say anyway stops nothing; a text that a public page says keeps the plan of before", async () => {
  const {financeurs} = smallPlan();
  const named = {...financeurs[0]!, id: "F-9", nom: "CA du Pays de Meaux", visibilite: "comite" as const};
  writeFolder(smallPlan({financeurs: [...financeurs, named]}));
  const open = await world.run("programme", "publish");
  expect(open.code, open.stderr).toBe(0);

  // A sentence that the page of the plan writes for everybody.
  const {actions} = smallPlan();
  const said = "Les actions en retard ou bloquées, avec ce qui les débloquerait";
  writeFolder(smallPlan({actions: [actions[0]!, actions[1]!, {...actions[2]!, titre: said}]}));
  newData();
  const held = await refresh();
  expect(held.code, held.stderr).toBe(15);
  expect(held.stderr).toContain("attendu aucune ligne du plan réservée au comité dans ce qui est public");
  expect(held.stderr).toContain("actions.csv, ligne « A-3 »");
  expect(page("programme/index", "site-comite")).toContain("Dupuis-Martin");
  expect(manifest().programme?.sha256).not.toBe("");
  writeFolder(smallPlan());
  expect((await refresh()).code).toBe(0);
}, 180_000);

test("a damaged session is withheld alone, exit 16; restored, it is back; a stray file is nothing", async () => {
  expect((await world.run("edition", "create", "2026-11-24", "--titre", "COPIL de novembre")).code).toBe(0);
  writeFileSync(join(world.data, "editions/notes.txt"), "à relire");
  expect((await world.run("programme", "publish")).code).toBe(0);
  expect(page("seances/2026-11-24")).toContain("Les documents à emporter");
  const frozen = join(world.data, "editions/2026-11-24/public/pages/emploi.html");
  const bytes = readFileSync(frozen);
  appendFileSync(frozen, " ");
  newData();
  const damaged = await refresh();
  expect(damaged.code, damaged.stderr).toBe(16);
  expect(damaged.stderr).toContain("« public/pages/emploi.html » absent, modifié ou ajouté");
  for (const site of ["site", "site-comite"]) {
    expect(page("seances/2026-11-24", site)).toMatch(/La séance du 24 novembre 2026 n’est pas montrée/);
    expect(page("seances/index", site)).toContain("COPIL de novembre</a> : non montrée");
    expect(() => page("seances/2026-11-24-emploi", site)).toThrow();
  }
  expect((await world.run("edition", "list")).code).toBe(16);
  const next = await world.run("edition", "create", "2026-12-03", "--titre", "COPIL de décembre");
  expect(next.code).toBe(16);

  writeFileSync(frozen, bytes);
  const restored = await refresh();
  expect(restored.code, restored.stderr).toBe(0);
  expect(page("seances/2026-11-24")).toContain("Les documents à emporter");
  const shown = readFileSync(join(world.data, "current/site/seances/2026-11-24-emploi.html"));
  expect(shown.includes(bytes)).toBe(true);
}, 180_000);

test("publishing the plan again and again does not renew the promise of the refreshes", async () => {
  const {nextBefore, refreshedAt} = manifest();
  const later = async (days: number) => {
    writeFolder(smallPlan({partenaires: bigPlan().partenaires.slice(0, days)}));
    const now = () => new Date(Date.parse(refreshedAt) + days * 86_400_000);
    const silent = {write: () => true};
    return main(["programme", "publish"], {data: world.data, now, stdout: silent, stderr: silent});
  };
  for (const days of [10, 11, 12]) {
    expect(await later(days)).toBe(0);
    expect(manifest()).toMatchObject({nextBefore, refreshedAt});
  }
  expect(page("index")).toContain(`data-attendue="${nextBefore}"`);
}, 180_000);

test("rolling the plan back says that the next refresh brings it back; what was reserved since is shown for no moment", async () => {
  const before = manifest().run;
  writeFolder(smallPlan({actions: smallPlan().actions.slice(0, 2)}));
  expect((await world.run("programme", "publish")).code).toBe(0);
  const back = await world.run("rollback", before);
  expect(back.stdout).toMatch(
    /Les données sont les mêmes\. La prochaine actualisation publiera de nouveau le plan/
  );
  expect(manifest().run).toBe(before);

  const {actions} = smallPlan();
  const hidden = actions.map((action) => ({...action, visibilite: "comite" as const}));
  writeFolder(smallPlan({actions: hidden}));
  const published = await world.run("programme", "publish");
  expect(published.code, published.stderr).toBe(0);
  const told = () => page("programme/index").includes("Ouvrir une plateforme de formation");
  expect(told()).toBe(false);
  const remade = await world.run("rollback", before);
  expect(remade.code, remade.stderr).toBe(0);
  expect(remade.stdout).toMatch(
    /depuis été réservé au comité ou retiré : elles ont été refaites avec le plan d'aujourd'hui/
  );
  expect(manifest().run).not.toBe(before);
  expect(told()).toBe(false);
  expect(page("programme/index", "site-comite")).toContain("Ouvrir une plateforme de formation");
}, 180_000);
