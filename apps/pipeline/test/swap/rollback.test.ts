import {appendFileSync, mkdirSync, readFileSync, readlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {listLeftovers} from "../kills/list-leftovers.ts";
import {observeState} from "../kills/observe-state.ts";
import {urssafFile} from "../kills/versioned-input.ts";
import {planFiles} from "../kills/versioned-plan.ts";
import {createSmallWorld, urssafName} from "../small-world.ts";

const world = createSmallWorld();
const current = () => readlinkSync(join(world.data, "current")).split("/").at(-1) ?? "";
const seal = (run: string) => readFileSync(join(world.data, "runs", run, "empreintes.json"), "utf8");
const refresh = () => world.run("refresh", "urssaf", "--from", world.inbox);
/** The version that every reader sees, each file following its hash. */
const versionOnline = async () => {
  const {invalid, mixed, version} = await observeState(world.data, null);
  expect([...invalid, ...mixed]).toEqual([]);
  return version;
};
/** The plan as it is on disk, which both sites of a run say as of its version. */
const writePlan = (version: number) => {
  for (const [name, text] of planFiles(version)) writeFileSync(join(world.data, "plan", name), text);
};
const give = (version: number) => {
  world.write(urssafName, urssafFile(version));
  writePlan(version);
};
let first = "";
let second = "";

beforeAll(async () => {
  mkdirSync(join(world.data, "plan"));
  const declaration = join(world.data, "territoire.yaml");
  writeFileSync(declaration, `${readFileSync(declaration, "utf8")}\nprogramme: plan\n`);
  give(0);
  const {code, stderr} = await refresh();
  expect(code, stderr).toBe(0);
  first = current();
}, 180_000);

afterAll(() => world.remove());

test("with one run only there is nowhere to go back to: one sentence, exit 10", async () => {
  const {code, stderr} = await world.run("rollback");
  expect(stderr).toMatch(/rollback : attendu un passage plus ancien, avec d'autres données, trouvé /);
  expect(stderr).not.toMatch(/Défaut du programme/);
  expect(code).toBe(10);
  expect(current()).toBe(first);
});

test("rollback serves the former run again, hash for hash, and the next refresh does not undo it", async () => {
  give(1);
  expect((await refresh()).code).toBe(0);
  second = current();
  expect(await versionOnline()).toBe(1);
  const sealed = seal(first);

  const started = performance.now();
  const {code, stdout, stderr} = await world.run("rollback");
  console.log(`retour en arrière en ${((performance.now() - started) / 1000).toFixed(1)} s`);
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Retour au passage ${first}, .*[Ll]e passage ${second} est écarté`));
  expect(current()).toBe(first);
  expect(seal(first)).toBe(sealed);
  expect(await versionOnline()).toBe(0);

  // The plan on disk is people's: who goes back sets it back too, or the next refresh publishes it over these data.
  writePlan(0);
  const again = await refresh();
  expect(again.code, again.stderr).toBe(0);
  expect(again.stdout).toMatch(/Rien de nouveau : .*passage écarté par un retour en arrière/);
  expect(current()).toBe(first);
}, 180_000);

test("to a run that is absent, or outside the runs: one sentence, exit 10, nothing moves", async () => {
  for (const name of ["20200101-000000-abcdef", "../..", ".en-cours"]) {
    const {code, stderr} = await world.run("rollback", name);
    expect(stderr).toMatch(/rollback : attendu le passage « .* », trouvé les passages .* ; /);
    expect(code).toBe(10);
    expect(current()).toBe(first);
  }
});

test("a run named goes back online, forward as well", async () => {
  const {code, stderr} = await world.run("rollback", second);
  expect(code, stderr).toBe(0);
  expect(current()).toBe(second);
  expect(await versionOnline()).toBe(1);
  expect((await world.run("rollback", first)).code).toBe(0);
  expect(await versionOnline()).toBe(0);
}, 60_000);

test("to a damaged run: one sentence that names the file, exit 4, nothing moves", async () => {
  appendFileSync(join(world.data, "runs", second, "site/index.html"), " ");
  const {code, stderr} = await world.run("rollback", second);
  expect(stderr).toMatch(/trouvé 1 fichier absent ou changé, dont « site\/index\.html »/);
  expect(code).toBe(4);
  expect(current()).toBe(first);
});

test("a new file gives a new run, and nothing of the rollback is left behind", async () => {
  give(2);
  const {code, stderr} = await refresh();
  expect(code, stderr).toBe(0);
  expect([first, second]).not.toContain(current());
  expect(await versionOnline()).toBe(2);
  expect(listLeftovers(world.data)).toEqual([]);
}, 180_000);
