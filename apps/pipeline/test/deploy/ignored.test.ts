import {spawnSync} from "node:child_process";
import {cpSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {root} from "./observatoire-commands.ts";

let repository: string;
const git = (...args: string[]) => spawnSync("git", args, {cwd: repository, encoding: "utf8"});

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), "observatoire-depot-git-"));
  expect(git("init", "--quiet").status).toBe(0);
  cpSync(join(root, ".gitignore"), join(repository, ".gitignore"));
});
afterAll(() => rmSync(repository, {recursive: true, force: true}));

test.each([
  "data/programme/actions.csv",
  "data/programme/plan.xlsx",
  "data/editions/2026-12-03/edition.json",
  "data/depot/recu.csv",
  "data/depot/pris/2026-11-24-recu.csv",
  "data/documents/travail/comite/diaporama.pptx",
  "data/derniere-alerte.txt",
  "data/alerte-15",
  "data/journal.jsonl",
  "data/ecartes.json",
  "data/dernier.log",
  "data/refresh.log.1.gz",
  "data/.verrou",
  "data/.stage-depot-77/recu.csv",
  "data/snapshots/urssaf/x.csv",
  "data/runs/20261124-050000-aaaaaa/site-comite/index.html",
  "data/current",
  "data/simulated/x.csv",
  "plan.xlsx"
])("%s is never committed by accident", (path) => {
  expect(git("check-ignore", path).stdout.trim()).toBe(path);
});

test.each([
  "data/territoire.yaml",
  "data/logo.svg",
  "data/reference/grand_secteur.csv",
  "data/programme.exemple/actions.csv"
])("%s is code", (path) => {
  expect(git("check-ignore", path).status).toBe(1);
});
