import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {type Plan, readPlan, readPlanWorkbook, writePlan, writePlanWorkbook} from "@observatoire/programme";
import Papa from "papaparse";
import {afterAll, beforeAll, expect, test} from "vitest";
import {createSmallWorld, csv, urssafHeader, urssafName, urssafRows} from "../small-world.ts";
import {bigPlan, canary, hostile} from "./big-plan.ts";
import {pdfText, textsOf} from "./bytes-of.ts";
import {csvNumbers, documentOf, shownFigures, slides, tight, workbookCells} from "./document-values.ts";

const world = createSmallWorld();
const folder = join(world.data, "plan");
const context = {folder, epcis: null, indicateurs: null};
const current = (site: "site" | "site-comite") => join(world.data, "current", site);
const page = (site: "site" | "site-comite", path: string) =>
  readFileSync(join(current(site), `${path}.html`), "utf8");
const squash = (text: string) => text.replace(/&[a-z]+;|&#\d+;|[^\p{L}\p{N}]+/gu, "");

function readFolder(): Plan {
  const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const {plan, faults} = readPlan(
    new Map(files.map((name) => [name, readFileSync(join(folder, name))])),
    context
  );
  expect(faults).toEqual([]);
  return plan;
}

const isFormula = (cell: string) => /^[=+@\t\r]/.test(cell);

const hashesOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path, {recursive: true, encoding: "utf8", withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(path.length), createHash("sha256").update(readFileSync(file)).digest("hex")])
  );

beforeAll(async () => {
  const territoire = join(world.data, "territoire.yaml");
  writeFileSync(
    territoire,
    `${readFileSync(territoire, "utf8")}\nprogramme: plan\nadresse_du_site: https://observatoire.exemple.fr\n`
  );
  mkdirSync(folder);
  for (const [name, text] of writePlan(bigPlan())) writeFileSync(join(folder, name), text);
  world.write(urssafName, csv(urssafHeader(), urssafRows()));
  const {code, stderr} = await world.run("refresh", "--from", world.inbox);
  expect(code, stderr).toBe(0);
});

afterAll(() => world.remove());

test("a plan is edited in a workbook, imported, shown, frozen, edited, compared: nothing is lost", async () => {
  const book = join(world.data, "plan.xlsx");
  expect((await world.run("programme", "export", book)).code).toBe(0);
  const exported = await readPlanWorkbook(readFileSync(book), {...context, file: "plan.xlsx"});
  expect(exported.plan).toEqual(bigPlan());

  const edited = structuredClone(exported.plan);
  edited.actions[1]!.statut = "Réalisé";
  edited.budgets[0]!.previsionnel = 777_777;
  writeFileSync(book, await writePlanWorkbook(edited, {title: "Plan", date: "2026-11-24"}));
  const imported = await world.run("programme", "import", book);
  expect(imported.code, imported.stderr).toBe(0);
  expect(readFolder()).toEqual(edited);
  const kept = readdirSync(folder).find((name) => name.startsWith("avant-import-"));
  expect(readFileSync(join(folder, kept!, "actions.csv"), "utf8")).toBe(
    writePlan(bigPlan()).get("actions.csv")
  );

  const shown = await world.run("refresh", "--from", world.inbox);
  expect(shown.code, shown.stderr).toBe(0);
  expect(page("site", "programme/action-a-0")).toContain("777\u202f777\u00a0€");

  const frozen = await world.run("edition", "create", "2026-11-24", "--titre", "COPIL de novembre");
  expect(frozen.code, frozen.stderr).toBe(0);
  const session = join(world.data, "editions/2026-11-24");
  const before = hashesOf(session);
  expect(Object.keys(before).length).toBeGreaterThan(100);
  expect(JSON.parse(readFileSync(join(session, "comite/plan.json"), "utf8")).plan).toEqual(edited);
  const again = await world.run("edition", "create", "2026-11-24", "--titre", "COPIL de novembre");
  expect(again.code).toBe(16);
  expect(again.stderr).toContain("déjà figée");

  // One cell changed by hand, as a spreadsheet would save it.
  const actions = join(folder, "actions.csv");
  writeFileSync(
    actions,
    readFileSync(actions, "utf8").replace("Ouvrir un atelier partagé 30", "Ouvrir deux ateliers partagés")
  );
  writeFileSync(
    join(folder, "budgets.csv"),
    readFileSync(join(folder, "budgets.csv"), "utf8").replace("777777", "888888")
  );
  const next = await world.run("refresh", "--from", world.inbox);
  expect(next.code, next.stderr).toBe(0);
  expect(page("site", "programme/index")).toContain("Ouvrir deux ateliers partagés");
  // The frozen page still says what the committee saw, byte for byte.
  const body = readFileSync(join(session, "public/pages/programme-index.html"), "utf8");
  expect(body).toContain("Ouvrir un atelier partagé 30");
  expect(page("site", "seances/2026-11-24-programme-index")).toContain(body);
  expect(readFileSync(join(current("site"), "seances/2026-11-24/documents/dossier.pdf"))).toEqual(
    readFileSync(join(session, "public/documents/dossier.pdf"))
  );
  expect(hashesOf(session)).toEqual(before);

  const second = await world.run("edition", "create", "2026-12-03", "--titre", "COPIL de décembre");
  expect(second.code, second.stderr).toBe(0);
  const last = await world.run("refresh", "--from", world.inbox);
  expect(last.code, last.stderr).toBe(0);
  const opening = page("site", "seances/2026-12-03").replaceAll(/[\u00a0\u202f]/g, " ");
  expect(opening).toContain("Ce qui a changé depuis la dernière séance");
  expect(opening).toContain("Ouvrir deux ateliers partagés");
  expect(opening).toMatch(/777 777 €.*888 888 €/);
  expect(opening).toContain('class="qr"');
  expect(page("site", "seances/2026-12-03-projection")).toContain("data-seance");
  expect(hashesOf(session)).toEqual(before);
});

test("no reserved row in any byte made for everybody; the committee's pages all say that they are restricted", async () => {
  const mark = squash(canary);
  const open = await textsOf(current("site"));
  const told = [...open].filter(([, text]) => squash(text).includes(mark)).map(([path]) => path);
  expect(told).toEqual([]);
  expect(open.size).toBeGreaterThan(100);
  expect([...open.keys()].filter((path) => path.endsWith(".pdf")).length).toBeGreaterThan(5);

  const restricted = await textsOf(current("site-comite"));
  const pages = [...restricted].filter(([path]) => path.endsWith(".html"));
  expect(pages.filter(([, text]) => !text.includes("Diffusion restreinte")).map(([path]) => path)).toEqual(
    []
  );
  expect(squash(restricted.get("programme/index.html")!)).toContain(mark);
  const documents = [...restricted].filter(([path]) => /documents\/[^/]+\.(pdf|pptx)$/.test(path));
  expect(documents.length).toBeGreaterThan(5);
  expect(documents.filter(([, text]) => !/Diffusion\s+restreinte/i.test(text)).map(([path]) => path)).toEqual(
    []
  );
});

test("hostile texts are shown as they are and run nowhere", async () => {
  const texts = await textsOf(current("site"));
  const pages = [...texts].filter(([path]) => path.endsWith(".html"));
  const run = pages
    .filter(([, text]) => /<script>document\.title|<img src=x/.test(text))
    .map(([path]) => path);
  expect(run).toEqual([]);
  expect(page("site", "programme/action-a-0")).toContain("&lt;script&gt;");
  const formulas = [...texts]
    .filter(([path]) => path.endsWith(".csv"))
    .filter(([, text]) =>
      Papa.parse<string[]>(text.replace(/^\ufeff/, "")).data.some((row) => row.some(isFormula))
    )
    .map(([path]) => path);
  expect(formulas).toEqual([]);
  const sheets = [...texts].filter(([path]) => path.endsWith(".xlsx"));
  expect(sheets.length).toBeGreaterThan(0);
  for (const [, text] of sheets) expect(text).not.toMatch(/<f[ >]/);
  const pdf = texts.get("seances/2026-12-03/documents/dossier.pdf")!;
  for (const one of hostile.slice(0, 3)) expect(squash(pdf)).toContain(squash(one));
  expect(squash(pdf)).toContain(squash("Un commentaire du chef de projet 2"));
  expect(existsSync(join(current("site"), "seances/2026-12-03/documents/indicateurs.xlsx"))).toBe(true);
});

test("every value of the page is in the PDF, the workbook and the CSV; the charts of the slides hold no other", async () => {
  const session = join(world.data, "editions/2026-12-03/public");
  const shown = shownFigures(join(session, "pages"));
  const figures = readdirSync(documentOf(session, "figures"))
    .filter((name) => name.endsWith(".csv") && !name.endsWith("-excel.csv"))
    .map((name) => name.slice(0, -4));
  expect(figures.length).toBeGreaterThan(15);

  const pdf = tight(await pdfText(readFileSync(documentOf(session, "dossier.pdf"))));
  const book = await workbookCells(documentOf(session, "indicateurs.xlsx"));
  const {numbers, text} = slides(documentOf(session, "dossier.pptx"));
  const everywhere = new Set<number>();
  let compared = 0;
  for (const id of figures) {
    const values = csvNumbers(documentOf(session, `figures/${id}.csv`));
    for (const value of values) {
      everywhere.add(value);
      expect(book.has(String(value)), `${id} : ${value} dans indicateurs.xlsx`).toBe(true);
    }
    const cells = shown.get(id) ?? [];
    for (const cell of cells.filter((one) => /\d/.test(one))) {
      expect(pdf.includes(tight(cell)), `${id} : « ${cell} » dans le PDF`).toBe(true);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(500);
  expect([...numbers].filter((value) => !everywhere.has(value))).toEqual([]);
  expect(numbers.size).toBeGreaterThan(0);
  const keys = [...shown].filter(([id, cells]) => figures.includes(id) && cells.length === 1);
  for (const [id, [value]] of keys)
    expect(tight(text), `${id} dans les diapositives`).toContain(tight(value!));
});

test("query reads the tables of the rules as derived.*", async () => {
  const {code, stdout, stderr} = await world.run(
    "query",
    "select count(*) as actions, sum(previsionnel) as prevu from derived.action",
    "--json"
  );
  expect(code, stderr).toBe(0);
  const planned = readFolder().budgets.reduce((sum, {previsionnel}) => sum + (previsionnel ?? 0), 0);
  expect(JSON.parse(stdout)).toEqual([{actions: 60, prevu: planned}]);
});
