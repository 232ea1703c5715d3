import {copyFileSync, mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Action, type Plan, tablesPlan} from "@observatoire/programme";
import {zipSync} from "fflate";
import {expect, test} from "vitest";
import {verifyConfidential} from "./verify-confidential.ts";

const reserved = "Racheter l'îlot « Nord » pour l'extension de l'usine";

function planOf(...actions: Partial<Action>[]): Plan {
  const empty = Object.fromEntries(tablesPlan.map((table) => [table, []])) as unknown as Plan;
  const lists = {pilotes: [], referents: [], structures: [], partenaires: [], epci: [], indicateurs: []};
  return {...empty, actions: actions.map((one) => ({...lists, parent_id: null, ...one}) as Action)};
}

const plan = planOf(
  {id: "A1", titre: "Une action que chacun peut lire ici", visibilite: "public"},
  {id: "A2", titre: reserved, visibilite: "comite"}
);

function siteWith(name: string, bytes: string | Uint8Array): string {
  const site = mkdtempSync(join(tmpdir(), "site-"));
  writeFileSync(join(site, "index.html"), "<p>Une action que chacun peut lire ici</p>");
  writeFileSync(join(site, name), bytes);
  return site;
}

test.each([
  ["page.html", "<p>Racheter l’îlot «\u00a0Nord\u00a0» pour l&#39;extension de l’usine</p>"],
  ["recherche.json", JSON.stringify({title: reserved})],
  ["plan.csv", `"Racheter l'îlot « Nord » pour l'extension de l'usine";2026`],
  ["plan.xlsx", zipSync({"xl/sharedStrings.xml": Buffer.from(`<t>${reserved}</t>`)})]
])("a reserved text is found in %s", (name, bytes) => {
  expect(() => verifyConfidential(siteWith(name, bytes), plan, {open: null})).toThrow(
    `${name} : attendu aucune ligne du plan réservée au comité dans ce qui est public, trouvé un texte que seule une ligne réservée contient`
  );
});

test("what a public row says too may be shown", () => {
  const both = planOf(...plan.actions, {id: "A3", titre: reserved, visibilite: "public"});
  expect(() =>
    verifyConfidential(siteWith("page.html", `<p>${reserved}</p>`), both, {open: null})
  ).not.toThrow();
});

test("what the open data say without the plan tells nothing of it, and their copies are not read twice", () => {
  const open = mkdtempSync(join(tmpdir(), "ouvert-"));
  writeFileSync(join(open, "etablissements.csv"), `siret;nom\n1;${reserved}\n`);
  const site = siteWith("tissu.html", `<p>${reserved}</p>`);
  mkdirSync(join(site, "telecharger"));
  copyFileSync(join(open, "etablissements.csv"), join(site, "telecharger/etablissements.csv"));
  expect(() => verifyConfidential(site, plan, {open})).not.toThrow();
  expect(() => verifyConfidential(site, plan, {open: null})).toThrow("réservée au comité");
});

test("a text is not found where another, longer one begins as it ends", () => {
  const numbered = planOf({id: "A2", titre: "Une suite d'ateliers du plan, action 60", visibilite: "comite"});
  const cells = (text: string) => siteWith("plan.csv", `"Une suite d'ateliers du plan, action ${text}`);
  expect(() => verifyConfidential(cells('6";"07/07/2026"'), numbered, {open: null})).not.toThrow();
  expect(() => verifyConfidential(cells('60";"7/07/2026"'), numbered, {open: null})).toThrow("A2");
});
