import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {openProject} from "./project.ts";
import {runId} from "./run-folder.ts";

function createProject(...runs: string[]) {
  const data = mkdtempSync(join(tmpdir(), "passages-"));
  onTestFinished(() => rmSync(data, {recursive: true, force: true}));
  const project = openProject(data);
  for (const run of runs) mkdirSync(join(project.runs, run), {recursive: true});
  return project;
}

const now = new Date("2026-11-24T06:00:00Z");

test("a run is named by its date and what its values depend on", () => {
  expect(runId(createProject("20261123-060000-abcdef"), now, "0123456789")).toBe("20261124-060000-012345");
  expect(runId(createProject(), now, "0123456789")).toBe("20261124-060000-012345");
});

test("a clock set back, or two runs in one second, do not break the order", () => {
  expect(runId(createProject("20261124-060000-abcdef"), now, "0123456789")).toBe("20261124-060001-012345");
  expect(runId(createProject("20261231-235959-abcdef"), now, "0123456789")).toBe("20270101-000000-012345");
});
