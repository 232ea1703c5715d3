import {execFileSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {expect, test} from "vitest";
import writeExcelFile, {type SheetData} from "write-excel-file/universal";
import {planColumns} from "../src/columns.ts";
import {type Plan, type TablePlan, tablesPlan} from "../src/plan.ts";
import {readPlanWorkbook} from "../src/read-workbook.ts";
import {planSheets} from "../src/workbook-sheets.ts";
import {writePlanWorkbook} from "../src/write-workbook.ts";
import {listZip, readZipText} from "../src/zip-entries.ts";
import {context, rightPlan, rowOf} from "./plan-files.ts";
import {bigPlan, randomPlan} from "./random-plan.ts";

const place = {...context, file: "plan.xlsx"};
const day = {title: "Plan d'actions (fictif)", date: "2026-11-24"};
const soffice = "/usr/bin/soffice";

/** A workbook of the plan typed by hand: text cells, some of them replaced, some sheets taken away or added. */
async function typedBook(
  cells: Partial<Record<TablePlan, Record<string, SheetData[number][number]>>>,
  names: (sheets: string[]) => string[] = (sheets) => sheets,
  transform: (xml: string) => string = (xml) => xml
): Promise<Uint8Array> {
  const all = tablesPlan.map((table) => planSheets[table]);
  const sheets = names(all).map((sheet) => {
    const table = tablesPlan.find((one) => planSheets[one] === sheet);
    if (!table) return {sheet, data: [["vide"]]};
    const row = planColumns[table].map(({name}, index) => cells[table]?.[name] ?? rowOf(table)[index]!);
    return {sheet, data: [planColumns[table].map(({name}) => name), row.map((cell) => cell || null)]};
  });
  const features = [{files: {transform: {"xl/worksheets/sheet{id}.xml": {transform}}}}];
  return new Uint8Array(await (await writeExcelFile(sheets, {features}).toBlob()).arrayBuffer());
}
const sentences = async (bytes: Uint8Array) =>
  (await readPlanWorkbook(bytes, place)).faults.map(({sentence}) => sentence);

const sheetText = async (bytes: Uint8Array, name: string) =>
  readZipText(bytes, listZip(bytes)!.find((entry) => entry.name === name)!);

test("a workbook reads back as the plan it was written from", async () => {
  await fc.assert(
    fc.asyncProperty(randomPlan, async (plan) => {
      const {plan: read, faults} = await readPlanWorkbook(await writePlanWorkbook(plan, day), place);
      expect(faults).toEqual([]);
      expect(read).toEqual(plan);
    }),
    {numRuns: 25}
  );
});

test("what begins like a formula, a code of XML or a name of JavaScript is a plain text", async () => {
  const plan = rightPlan();
  plan.actions[0]!.titre = "-1 + 1";
  plan.actions[0]!.description = "constructor";
  plan.actions[0]!.objectifs = "_x0041_ et \u0007";
  const bytes = await writePlanWorkbook(plan, day);
  expect((await readPlanWorkbook(bytes, place)).plan).toEqual(plan);
  plan.actions[0]!.titre = '=HYPERLINK("http://x")';
  for (const {name} of listZip(await writePlanWorkbook(plan, day))!)
    if (name.startsWith("xl/worksheets/sheet")) expect(await sheetText(bytes, name)).not.toContain("<f>");
});

test("the same plan makes the same bytes, dated of its day", async () => {
  const first = await writePlanWorkbook(rightPlan(), day);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(Buffer.compare(first, await writePlanWorkbook(rightPlan(), day))).toBe(0);
  expect(await sheetText(first, "docProps/core.xml")).toContain("2026-11-24T00:00:00Z");
});

test("every closed list, boolean, reference and date has its rule, before the margins of the page", async () => {
  const bytes = await writePlanWorkbook(rightPlan(), day);
  for (const [index, table] of tablesPlan.entries()) {
    const xml = await sheetText(bytes, `xl/worksheets/sheet${index + 2}.xml`);
    const order = [...xml.matchAll(/<(sheetViews|cols|sheetData|dataValidations|pageMargins)[ >]/g)];
    expect(order.map(([, tag]) => tag).join(" ")).toMatch(
      /sheetViews cols sheetData dataValidations pageMargins$/
    );
    const ruled = planColumns[table].filter(
      ({type, allowed, reference}) =>
        allowed || type === "booleen" || type === "date" || tablesPlan.some((other) => other === reference)
    );
    for (const {name} of ruled) {
      const column = planColumns[table].findIndex((one) => one.name === name);
      const letter = String.fromCharCode(65 + column);
      expect(xml, `${table}.${name}`).toContain(`sqref="${letter}2:${letter}1002"`);
    }
  }
  const actions = await sheetText(bytes, "xl/worksheets/sheet4.xml");
  expect(actions).toContain(
    '<formula1>"À venir,En cours,Réalisé,En pause,Abandonné,Bloqué,En retard,A discuter"</formula1>'
  );
  expect(await sheetText(bytes, "xl/worksheets/sheet5.xml")).toContain(
    "<formula1>'Actions'!$A$2:$A$1002</formula1>"
  );
});

test("the columns of codes are text, even in the rows to come", async () => {
  const bytes = await writePlanWorkbook(rightPlan(), day);
  const styles = await sheetText(bytes, "xl/styles.xml");
  const xfs = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? "").matchAll(/<xf [^>]*>/g)].map(
    ([xf]) => xf
  );
  const formats = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, format]) => [id, format])
  );
  const sheet = await sheetText(
    bytes,
    `xl/worksheets/sheet${tablesPlan.indexOf("projets_industriels") + 2}.xml`
  );
  const formatOf = (name: string) => {
    const column = planColumns.projets_industriels.findIndex((one) => one.name === name) + 1;
    const style = new RegExp(`<col min="${column}"[^>]* style="(\\d+)"`).exec(sheet)?.[1];
    return formats.get(/numFmtId="(\d+)"/.exec(xfs[Number(style)] ?? "")?.[1] ?? "");
  };
  expect([formatOf("siret"), formatOf("code_commune"), formatOf("montant"), formatOf("date_debut")]).toEqual([
    "@",
    "@",
    "#,##0.00",
    "dd/mm/yyyy"
  ]);
});

test("real dates, numbers and booleans typed by hand are read; empty rows are not", async () => {
  const bytes = await typedBook({
    actions: {
      date_fin: {value: new Date("2026-12-31T00:00:00Z"), format: "d mmm yyyy"},
      amelioration_continue: true
    },
    budgets: {annee: 2025, previsionnel: 12_500.5},
    projets_industriels: {siret: 73_282_932_000_074}
  });
  const {plan, faults} = await readPlanWorkbook(bytes, place);
  expect(faults).toEqual([]);
  expect(plan.actions[0]).toMatchObject({date_fin: "2026-12-31", amelioration_continue: true});
  expect(plan.budgets[0]).toMatchObject({annee: 2025, previsionnel: 12_500.5});
  expect(plan.projets_industriels[0]!.siret).toBe("73282932000074");
});

test("a code that lost its zero, a formula and a date gone wrong are told by sheet, line and column", async () => {
  const bytes = await typedBook({
    partenaires: {siren: 55_420_048},
    projets_industriels: {siret: 5_542_004_800_014, code_commune: 1004},
    budgets: {previsionnel: {type: "Formula", value: "SUM(1,2)"}},
    actions: {date_fin: "31.12.2026"},
    etapes: {action_id: "A9"}
  });
  expect(await sentences(bytes)).toEqual([
    "plan.xlsx, feuille Partenaires, ligne 2, colonne « siren » : attendu un SIREN de 9 chiffres, trouvé « 55420048 » ; mettre la colonne au format Texte, puis ressaisir le numéro.",
    "plan.xlsx, feuille Actions, ligne 2, colonne « date_fin » : attendu une date comme 31/12/2026, trouvé « 31.12.2026 » ; corriger la date.",
    "plan.xlsx, feuille Budgets, ligne 2, colonne « previsionnel » : attendu une valeur, non une formule, trouvé « =SUM(1,2) » ; coller la valeur à la place de la formule.",
    "plan.xlsx, feuille Projets industriels, ligne 2, colonne « siret » : attendu un SIRET de 14 chiffres, trouvé « 5542004800014 » ; mettre la colonne au format Texte, puis ressaisir le numéro.",
    "plan.xlsx, feuille Projets industriels, ligne 2, colonne « code_commune » : attendu un code de commune de 5 caractères comme 77284, trouvé « 1004 » ; mettre la colonne au format Texte, puis ressaisir le numéro.",
    "plan.xlsx, feuille Étapes, ligne 2, colonne « action_id » : attendu un identifiant de la feuille Actions, trouvé « A9 » ; corriger l'identifiant ou ajouter la ligne."
  ]);
});

test("an error of the spreadsheet, which the reader of workbooks gives as an empty cell, is told", async () => {
  const bytes = await typedBook(
    {budgets: {engage: {type: "Formula", value: "1/0"}}},
    (sheets) => sheets,
    (xml) => xml.replace(/(<c r="G2"[^>]*)><f>1\/0<\/f>/, '$1 t="e"><f>1/0</f><v>#DIV/0!</v>')
  );
  expect(await sentences(bytes)).toEqual([
    "plan.xlsx, feuille Budgets, ligne 2, colonne « engage » : attendu une valeur, trouvé « #DIV/0! » ; corriger la formule du tableur ou vider la cellule."
  ]);
});

test("what is written beside a table is told, not lost", async () => {
  const bytes = await typedBook({}, undefined, (xml) =>
    xml.replace(/<\/row><\/sheetData>/, '<c r="AD2"><v>7</v></c></row></sheetData>')
  );
  expect((await sentences(bytes))[0]).toBe(
    "plan.xlsx, feuille Partenaires, ligne 2 : attendu rien à droite des 6 colonnes, trouvé « 7 » ; effacer cette cellule, ou déplacer son texte dans une colonne."
  );
});

test("a sheet renamed or taken away, a file that is no workbook: one sentence", async () => {
  const renamed = await typedBook({}, (sheets) =>
    sheets.map((name) => (name === "Étapes" ? "Etappes" : name))
  );
  expect((await sentences(renamed))[0]).toBe(
    "plan.xlsx : attendu la feuille « Étapes », trouvé « Etappes » ; la renommer « Étapes »."
  );
  const without = await typedBook({}, (sheets) => sheets.filter((name) => name !== "Aides"));
  expect(await sentences(without)).toEqual([
    "plan.xlsx : attendu la feuille « Aides », trouvé « Partenaires », « Financeurs », « Actions », « Étapes », « Budgets », « Projets industriels », « Réunions », « Décisions », « Objectifs », « Commentaires » ; remettre la feuille avec sa ligne d'en-tête, même sans autre ligne."
  ]);
  const told =
    "plan.xlsx : attendu un classeur du plan (plan.xlsx), trouvé un fichier qui n'est pas un classeur Excel, ou qui est abîmé ; l'enregistrer au format « Classeur Excel (.xlsx) » et le déposer à nouveau.";
  const whole = await writePlanWorkbook(rightPlan(), day);
  const torn = whole.slice(0, 5000);
  const bruised = whole.slice();
  bruised.fill(7, 2000, 9000);
  for (const bytes of [new Uint8Array(), Buffer.from("id;titre"), torn, bruised])
    expect(await sentences(bytes)).toEqual([told]);
  expect((await sentences(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])))[0]).toContain("l'ancien format .xls");
});

test.runIf(!existsSync(soffice))(
  `LibreOffice is absent (${soffice}): the exchange with it is not tested`,
  () => {}
);

test.skipIf(!existsSync(soffice))(
  "LibreOffice opens the workbook, keeps its rules and gives the same plan back",
  {timeout: 240_000},
  async () => {
    const plan: Plan = bigPlan();
    const folder = mkdtempSync(join(tmpdir(), "programme-"));
    try {
      writeFileSync(join(folder, "plan.xlsx"), await writePlanWorkbook(plan, day));
      execFileSync(
        soffice,
        [
          `-env:UserInstallation=file://${folder}/profile`,
          "--headless",
          "--convert-to",
          "xlsx",
          "--outdir",
          join(folder, "out"),
          join(folder, "plan.xlsx")
        ],
        {stdio: "ignore", timeout: 200_000}
      );
      const bytes = new Uint8Array(readFileSync(join(folder, "out", "plan.xlsx")));
      const {plan: read, faults} = await readPlanWorkbook(bytes, place);
      expect(faults).toEqual([]);
      expect(read).toEqual(plan);
      const etapes = await sheetText(bytes, "xl/worksheets/sheet5.xml");
      const rules = [...etapes.matchAll(/<dataValidation [^>]*>/g)].map(([rule]) => rule);
      expect(rules.some((rule) => rule.includes('type="list"') && rule.includes('sqref="B2:B1301"'))).toBe(
        true
      );
      expect(etapes.includes("Actions!$A$2:$A$1061")).toBe(true);
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  }
);
