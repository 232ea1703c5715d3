import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openWarehouse} from "@observatoire/warehouse";
import {expect, onTestFinished, test} from "vitest";
import {type Forbidden, findForbidden, verifyDisclosure} from "./verify-disclosure.ts";

const forbidden: Forbidden = {
  identifiers: new Set(["00048271600013", "000482716"]),
  communes: new Set(["77284", "2A004"])
};

test.each([
  ["une adresse masquée", "12 rue [ND]", "une valeur « [ND] » de Sirene"],
  ["un SIRET protégé", '{"siret":"00048271600013"}', "l'identifiant d'une unité"],
  ["le SIREN d'une unité protégée", "SIREN 000482716.", "l'identifiant d'une unité"],
  ["une parcelle du périmètre", "77284000AC0495", "un numéro de parcelle cadastrale"],
  ["une parcelle corse, section d'une lettre", "2A0040000B2328;", "un numéro de parcelle cadastrale"],
  ["une mutation", "2021-527130,Vente", "l'identifiant d'une mutation DVF"]
])("%s arrête la publication", (_, text, found) => {
  expect(findForbidden(text, forbidden)).toContain(found);
});

test.each([
  ["le SIREN d'une intercommunalité", "200072130"],
  ["une période", "2011-2021, 2025-12-31"],
  ["un nombre plus long qui contient un identifiant", "1000482716001"],
  ["un SIRET que l'on peut montrer", "77284000100015"],
  ["une empreinte", "sha256 77284000ac0495ff00aa"]
])("%s passe", (_, text) => {
  expect(findForbidden(text, forbidden)).toBeNull();
});

test("une table Parquet est lue comme le reste, et la phrase nomme le fichier sans répéter le secret", async () => {
  const site = mkdtempSync(join(tmpdir(), "observatoire-gate-"));
  onTestFinished(() => rmSync(site, {recursive: true, force: true}));
  mkdirSync(join(site, "telecharger"));
  writeFileSync(join(site, "index.html"), "<p>10 000 établissements</p>");
  expect(await verifyDisclosure(site, forbidden)).toBe(1);
  const warehouse = await openWarehouse(":memory:");
  await warehouse.run(
    `copy (select '00048271600013' as siret, 3 as n) to '${join(site, "telecharger/liste.parquet")}' (format parquet)`
  );
  warehouse.close();
  const refusal = await verifyDisclosure(site, forbidden).catch((error: Error) => error.message);
  expect(refusal).toContain("telecharger/liste.parquet : attendu aucune donnée protégée");
  expect(refusal).not.toContain("00048271600013");
});
