import {copyFileSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {main} from "../src/main.ts";

const declaration = fileURLToPath(new URL("../../../data/territoire.yaml", import.meta.url));

/** A data folder whose plan is in `plan`, and the command line run in it. */
function project(declared = true) {
  const data = mkdtempSync(join(tmpdir(), "programme-"));
  const yaml = join(data, "territoire.yaml");
  copyFileSync(declaration, yaml);
  if (declared) writeFileSync(yaml, `${readFileSync(yaml, "utf8")}\nprogramme: plan\n`);
  const run = async (...argv: string[]) => {
    let [out, err] = ["", ""];
    const exit = await main(argv, {
      data,
      now: () => new Date("2026-11-24T08:00:00Z"),
      stdout: {
        write: (text) => {
          out += text;
        }
      },
      stderr: {
        isTTY: false,
        write: (text: string) => {
          err += text;
          return true;
        }
      } as never
    });
    return {exit, out, err};
  };
  return {file: (name: string) => join(data, "plan", name), run};
}

test("init creates the files once, and what it creates is right", async () => {
  const {run, file} = project();
  expect((await run("programme", "init")).exit).toBe(0);
  expect(readFileSync(file("actions.csv"), "utf8")).toMatch(/^\ufeffid;parent_id;titre;axe;/);
  const again = await run("programme", "init", "--json");
  expect(again.exit).toBe(15);
  expect(again.out).toContain("qui y est déjà");
  const checked = await run("programme", "check");
  expect([checked.exit, checked.err]).toEqual([0, expect.not.stringContaining("erreur")]);
  expect(checked.out).toContain("Plan d'actions juste");
});

test("check says every fault at once, with exit 15, and counts what is right", async () => {
  const {run, file} = project();
  await run("programme", "init");
  const actions = readFileSync(file("actions.csv"), "utf8");
  const columns = actions.replace("\ufeff", "").trim().split(";");
  const row = (cells: Record<string, string>) => `${columns.map((name) => cells[name] ?? "").join(";")}\r\n`;
  const right = {
    id: "A1",
    titre: "Ouvrir un plateau technique",
    axe: "competences",
    statut: "En cours",
    date_fin: "23/11/2026",
    amelioration_continue: "non",
    visibilite: "public"
  };
  writeFileSync(file("actions.csv"), actions + row({...right, axe: "x", epci: "732829320"}));
  const wrong = await run("programme", "check", "--json");
  expect(wrong.exit).toBe(15);
  expect(wrong.out).toContain("colonne « axe »");
  expect(wrong.out).toContain("colonne « epci »");
  writeFileSync(file("actions.csv"), actions + row(right));
  const {exit, out} = await run("programme", "check");
  expect(exit).toBe(0);
  expect(out).toContain("Actions principales : 1, dont 0 réalisées, 1 en retard, 0 bloquées.");
});

test("without a declared plan, one sentence says what to add", async () => {
  const {exit, out} = await project(false).run("programme", "check", "--json");
  expect(exit).toBe(15);
  expect(out).toContain("ajouter une ligne qui commence par programme:");
});

test("an export of Deveco completes the plan, the former files being kept; a wrong one changes nothing", async () => {
  const {run, file} = project();
  await run("programme", "init");
  const book = file("../deveco.csv");
  writeFileSync(book, "SIRET;Nom;Code commune\n73282932000074;Atelier fictif;77284\n");
  const taken = await run("programme", "import", book, "--deveco", "--axe", "foncier");
  expect([taken.exit, taken.err]).toEqual([0, expect.not.stringContaining("erreur")]);
  expect(readFileSync(file("projets_industriels.csv"), "utf8")).toMatch(
    /Atelier fictif;73282932000074;foncier;/
  );
  expect(taken.out).toContain("les fichiers d'avant sont gardés dans");
  const before = readFileSync(file("projets_industriels.csv"), "utf8");
  writeFileSync(book, "SIRET;Nom;Code commune\n73282932000075;Autre atelier;77284\n");
  const refused = await run("programme", "import", book, "--deveco", "--json");
  expect(refused.exit).toBe(15);
  expect(refused.out).toContain("deveco.csv");
  expect(readFileSync(file("projets_industriels.csv"), "utf8")).toBe(before);
});
