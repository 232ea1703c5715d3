import {execFileSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {makeIndicatorsXlsx, makePptx} from "../src/index.ts";
import {dossier, hostile} from "./fixtures.ts";
import {readPdf, squeeze} from "./read-pdf.ts";

const soffice = ["/usr/bin/soffice", "/usr/local/bin/soffice"].find((path) => existsSync(path));
if (soffice === undefined)
  console.warn(
    "LibreOffice est absent : l'ouverture des diapositives et du classeur n'est pas vérifiée ici."
  );

/** Another programme opens them: what it prints is what a reader will see. */
describe.skipIf(soffice === undefined)("LibreOffice", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-office-"));
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  function convert(name: string, bytes: Uint8Array): Uint8Array {
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const options = ["--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, name)];
    execFileSync(soffice!, [profile, ...options], {stdio: "ignore", timeout: 110_000});
    return readFileSync(join(folder, name.replace(/\.\w+$/, ".pdf")));
  }

  it("opens the slides, one page each, with their values", {timeout: 120_000}, async () => {
    const {name, bytes} = await makePptx(dossier);
    const {pages, text} = await readPdf(convert(name, bytes));
    expect(pages).toHaveLength(14);
    for (const value of ["30 214", "14,5 %", "12,4 %", "Zone d’emploi de Meaux (s)", "40 000 €"])
      expect(text).toContain(squeeze(value));
  });

  it("opens the workbook, a page or more for each sheet", {timeout: 120_000}, async () => {
    const {name, bytes} = await makeIndicatorsXlsx(dossier);
    const {pages, text} = await readPdf(convert(name, bytes));
    expect(pages.length).toBeGreaterThanOrEqual(4);
    for (const value of ["12,4 %", "30 214", "secret statistique", "effectif_prive"])
      expect(text).toContain(squeeze(value));
  });

  it("opens the slides and the workbook of hostile texts", {timeout: 120_000}, async () => {
    for (const {name, bytes} of [await makePptx(hostile), await makeIndicatorsXlsx(hostile)]) {
      const {text} = await readPdf(convert(name, bytes));
      expect(text).toContain(squeeze("<script>alert(1)</script>"));
      expect(text).toContain(squeeze("=cmd|' /C calc'!A0"));
    }
  });
});
