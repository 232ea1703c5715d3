import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {finishSwitch} from "./finish-switch.ts";
import type {RunPlan} from "./plan-run.ts";
import {openProject} from "./project.ts";
import {listRuns, pointCurrent} from "./run-folder.ts";

const plan = {fingerprint: "nouveau", state: ""} as RunPlan;

function createProject(runs: Record<string, string>, current: string | null) {
  const data = mkdtempSync(join(tmpdir(), "bascule-"));
  onTestFinished(() => rmSync(data, {recursive: true, force: true}));
  const project = openProject(data);
  for (const [run, manifest] of Object.entries(runs)) {
    mkdirSync(join(project.runs, run), {recursive: true});
    writeFileSync(join(project.runs, run, "manifest.json"), manifest);
  }
  if (current !== null) pointCurrent(project, current);
  return project;
}

const manifest = (run: string) => JSON.stringify({run, fingerprint: run, state: ""});
const [first, second, third] = ["20261101-060000-aaaaaa", "20261102-060000-bbbbbb", "20261103-060000-cccccc"];

test("a later run that no link shows goes", () => {
  const project = createProject(
    {[first]: manifest(first), [second]: manifest(second), [third]: manifest(third)},
    second
  );
  expect(finishSwitch(project, plan)).toBeNull();
  expect(listRuns(project)).toEqual([first, second]);
});

test("the published run and those before it stay, even when its manifest cannot be read", () => {
  const project = createProject({[first]: manifest(first), [second]: ""}, second);
  expect(finishSwitch(project, plan)).toBeNull();
  expect(listRuns(project)).toEqual([first, second]);
});

test("when the link is lost, no run goes", () => {
  const project = createProject({[first]: manifest(first), [second]: manifest(second)}, null);
  expect(finishSwitch(project, plan)).toBeNull();
  expect(listRuns(project)).toEqual([first, second]);
});
