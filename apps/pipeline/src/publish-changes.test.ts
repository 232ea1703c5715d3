import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {indicators} from "@observatoire/indicators";
import {openWarehouse, quoteText} from "@observatoire/warehouse";
import {afterEach, expect, test} from "vitest";
import {makeRuns, type Value, type World} from "../test/compared-runs.ts";
import {sources} from "./modules.ts";
import {type ChangesInput, publishChanges} from "./publish-changes.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true});
});

const staged = {run: "apres", dataRun: "apres", previous: "avant"};
const publish = async (before: World, after: World, more: Partial<ChangesInput["staged"]> = {}) => {
  const {project, staged: path} = await makeRuns(before, after);
  folders.push(project.data);
  const folder = join(project.staging, "published");
  const warehouse = await openWarehouse(path, {readOnly: true});
  const input = {
    project,
    staged: {...staged, ...more},
    date: "2026-11-24T05:00:00.000Z",
    indicators,
    sources
  };
  try {
    return {...(await publishChanges(warehouse, folder, input)), folder, project};
  } finally {
    warehouse.close();
  }
};

/** Every byte that a reader could fetch: the files, Parquet decoded, and the catalogue. */
async function readAll(folder: string, catalogue: unknown): Promise<string> {
  const memory = await openWarehouse(":memory:");
  const texts = [JSON.stringify(catalogue)];
  for (const name of readdirSync(folder, {recursive: true, encoding: "utf8"})) {
    const path = join(folder, name);
    if (name.endsWith(".csv")) texts.push(readFileSync(path, "utf8"));
    if (name.endsWith(".parquet"))
      texts.push(JSON.stringify(await memory.all(`from read_parquet(${quoteText(path)})`)));
  }
  memory.close();
  return texts.join("\n");
}

const town = (valeur: number | null, more: Partial<Value> = {}): Value => ({
  niveau: "commune",
  valeur,
  ...more
});
const village = (valeur: number): Value => ({niveau: "commune", code: "77002", valeur});

test("what is masked now, or was, is given back by no byte: neither its former value nor the sums around it", async () => {
  const before = {values: [{valeur: 987654}, town(123456), village(864198)]};
  const after = {values: [{valeur: 987700}, town(null, {statut: "secret"}), village(864211)]};
  const {changements, folder} = await publish(before, after);
  const text = await readAll(folder, changements);
  for (const canary of ["123456", "987654", "864198"]) expect(text).not.toContain(canary);
  expect(text).toContain("987700");
  expect(changements.indicateurs).toMatchObject([{indicateur: "effectif_prive", masque: true, revisees: 3}]);
});

test("a value that was secret and is shown again hides the sums it was part of", async () => {
  const {folder, changements} = await publish(
    {values: [{valeur: 987654}, town(null, {statut: "secret"}), village(864198)]},
    {values: [{valeur: 987700}, town(123456), village(864198)]}
  );
  const text = await readAll(folder, changements);
  expect(text).not.toContain("987654");
  expect(text).toContain("123456");
});

test.each([
  ["a cell withdrawn alone", []],
  ["a cell no longer known", [town(null)]]
])("%s hides the former sums as well", async (_, left) => {
  const {folder, changements} = await publish(
    {values: [{valeur: 987654}, town(123456), village(864198)]},
    {values: [{valeur: 987700}, ...left, village(864198)]}
  );
  const text = await readAll(folder, changements);
  for (const canary of ["123456", "987654"]) expect(text).not.toContain(canary);
});

test("a period that leaves the window takes no other former value with it; the bounds of an interval are masked alike", async () => {
  const old = {periode: "2015-12-31"};
  const kept = await publish(
    {values: [{valeur: 987654, borne: 980001}, town(123456, old)]},
    {values: [{valeur: 987700, borne: 980002}]}
  );
  const text = await readAll(kept.folder, kept.changements);
  expect(text).toContain("987654");
  expect(text).not.toContain("123456");
  const masked = await publish(
    {values: [{valeur: 987654, borne: 980001}, town(123456)]},
    {values: [{valeur: 987700, borne: 980002}, town(null, {statut: "secret"})]}
  );
  expect(await readAll(masked.folder, masked.changements)).not.toContain("980001");
});

test("what may not be indexed stands in its own folder, and gives no value to the catalogue", async () => {
  const sales = {indicateur: "ventes_terrains"};
  const {folder, changements, warnings} = await publish(
    {values: [{valeur: 1}, {...sales, valeur: 55501}]},
    {values: [{valeur: 2}, {...sales, valeur: 55502}]}
  );
  expect(JSON.stringify(changements)).not.toContain("5550");
  const found = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) =>
    name.endsWith(".csv")
  );
  const holding = found.filter((name) => readFileSync(join(folder, name), "utf8").includes("55502"));
  expect(holding).toEqual(["non-indexable/licence-ouverte-2.0/changements.csv"]);
  expect(warnings).toEqual([
    "Emploi salarié privé : 1 valeur change sans cause trouvée dans les données, le périmètre ni le calcul ; à examiner.",
    expect.stringContaining("1 valeur change sans cause trouvée")
  ]);
});

test("pages published again keep the changes of the run that brought the values, and its files", async () => {
  const first = await publish({values: [{valeur: 1}]}, {values: [{valeur: 2}]});
  const {project, changements} = first;
  const current = join(project.current, "published");
  mkdirSync(join(current, "odbl-1.0"), {recursive: true});
  writeFileSync(join(current, "catalogue.json"), JSON.stringify({indicateurs: indicators, changements}));
  writeFileSync(join(current, "odbl-1.0/changements.csv"), "gardé");
  const again = {run: "encore", dataRun: "apres", previous: "apres"};
  const folder = join(project.staging, "encore");
  const warehouse = await openWarehouse(join(project.staging, "warehouse.duckdb"), {readOnly: true});
  const input = {project, staged: again, date: "2026-12-01T05:00:00.000Z", indicators, sources};
  const {changements: kept} = await publishChanges(warehouse, folder, input);
  warehouse.close();
  expect(kept).toEqual(changements);
  expect(readFileSync(join(folder, "odbl-1.0/changements.csv"), "utf8")).toBe("gardé");
});

test("the first run compares nothing; a run before that no longer reads is said, and stops nothing", async () => {
  const {project, staged: path} = await makeRuns({values: [{valeur: 1}]}, {values: [{valeur: 2}]});
  folders.push(project.data);
  const warehouse = await openWarehouse(path, {readOnly: true});
  const input = {project, date: "2026-11-24T05:00:00.000Z", indicators, sources};
  const folder = join(project.staging, "published");
  writeFileSync(join(project.current, "warehouse.duckdb"), "abîmée");
  const damaged = await publishChanges(warehouse, folder, {...input, staged});
  expect([damaged.changements.etat, damaged.changements.depuis]).toEqual(["illisible", null]);
  expect(damaged.warnings.join()).toMatch(/comparaison avec le passage du 20.novembre 2026 impossible/);
  rmSync(project.current);
  const first = await publishChanges(warehouse, folder, {...input, staged: {...staged, previous: null}});
  warehouse.close();
  expect([first.changements.etat, first.changements.indicateurs]).toEqual(["premier", []]);
  expect(existsSync(folder)).toBe(false);
});
