import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {parseTerritoire} from "@observatoire/ingest-geography";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {parse} from "yaml";
import {root} from "./observatoire-commands.ts";
import {deploy} from "./web-server.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "observatoire-ouvert-"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const shipped = readFileSync(join(root, "data/territoire.yaml"), "utf8");
const start = 'nom: Essai\nperimetre:\n  epci: ["200072130"]\nediteur: E\ncontact: c@exemple.fr\n';

/** Runs the very script of both schedules in a checkout whose `data/` holds these files. */
function verify(territoire: string, files: Readonly<Record<string, string>> = {}) {
  for (const [path, text] of Object.entries({"territoire.yaml": territoire, ...files})) {
    mkdirSync(dirname(join(folder, "data", path)), {recursive: true});
    writeFileSync(join(folder, "data", path), text);
  }
  const {OBSERVATOIRE_DATA: _, ...env} = process.env;
  const {status, stdout, stderr} = spawnSync("sh", [join(deploy, "verifier-ouvert.sh")], {
    cwd: folder,
    encoding: "utf8",
    env
  });
  return {status, said: `${stdout}${stderr}`};
}
const oneSentence = /^\S[^\n]{30,}\.\n$/;

test.each([
  ["the file as it is shipped", shipped],
  ["no deploiement", start],
  ["public", `${start}deploiement: public\n`],
  ["public, said in a comment too", `${start}# deploiement: comite\ndeploiement: "public" # pas comite\n`],
  ["demo, as Windows writes it", `\ufeff${start}deploiement: demo\n`.replaceAll("\n", "\r\n")],
  ["the axis « programme »", `${start}axes:\n- programme\n# programme: /srv/plan\n`]
])("open to all, let through: %s", (_, territoire) => {
  const {deploiement, programme} = parseTerritoire(territoire.replace("\ufeff", ""), "territoire.yaml");
  expect([deploiement === "comite", programme]).toEqual([false, null]);
  expect(verify(territoire)).toEqual({status: 0, said: ""});
});

describe("what the project reads as reserved stops the schedule with one sentence", () => {
  test.each([
    `${start}deploiement: comite\n`,
    `${start}deploiement: "comite" # et non public\n`,
    `${start}deploiement:\n  comite\n`,
    `${start}deploiement : comite\n`,
    `${start}deploiement:\tcomite\n`,
    `${start}"deploiement": comite\n`,
    `${start}"d\\u0065ploiement": comite\n`,
    `${start}? deploiement\n: comite\n`,
    `${start}deploiement: !!str comite\n`,
    `${start}deploiement: |-\n  comite\n`,
    `${start}deploiement: comite\n`.replace(/^/gm, "  "),
    `${start}deploiement: comite\n`.replaceAll("\n", "\r\n"),
    '{nom: Essai, perimetre: {epci: ["200072130"]}, editeur: E, contact: c, deploiement: comite}\n',
    `${start}programme: /srv/observatoire/programme\n`,
    `${start}deploiement: public\nprogramme: plan\n`,
    `${start}programme:\n  plan\n`,
    `${start}"programme": plan\n`,
    `${start}programme : plan\n`
  ])("%j", (territoire) => {
    const {deploiement, programme} = parseTerritoire(territoire, "territoire.yaml");
    expect(deploiement === "comite" || programme !== null).toBe(true);
    const {status, said} = verify(territoire);
    expect(status).toBe(8);
    expect(said).toMatch(oneSentence);
  });
});

test.each([
  ["a frozen session", {"editions/2026-12-03/edition.json": "{}"}, /data\/editions est dans ce dépôt/],
  ["a plan", {"programme/actions.csv": "a\n"}, /data\/programme est dans ce dépôt/],
  ["a dropped file", {"depot/recu.csv": "a\n"}, /data\/depot est dans ce dépôt/],
  [
    "a run with a plan, in the cache",
    {
      "runs/20261124-050000-aaaaaa/manifest.json": '{\n "programme": {\n  "fictif": false\n }\n}',
      "runs/20261124-050000-aaaaaa/programme-comite.json": "{}"
    },
    /passage fait avec un plan d'actions \(20261124-050000-aaaaaa\)/
  ],
  ["a run that was stopped", {"runs/.en-cours/programme/actions.csv": "a\n"}, /\(\.en-cours\)/]
])("%s in the data stops it too", (_, files, sentence) => {
  const {status, said} = verify(`${start}deploiement: public\n`, files);
  expect(status).toBe(8);
  expect(said).toMatch(sentence);
  expect(said).toMatch(oneSentence);
});

test("the fictional plan of a demo is no secret; a missing declaration is no permission", () => {
  const run = "runs/20261124-050000-aaaaaa";
  const fictif = '{\n "programme": {\n  "fictif": true\n }\n}';
  expect(
    verify(start, {[`${run}/manifest.json`]: fictif, [`${run}/site-comite/index.html`]: ""}).status
  ).toBe(0);
  rmSync(join(folder, "data/territoire.yaml"));
  expect(spawnSync("sh", [join(deploy, "verifier-ouvert.sh")], {cwd: folder}).status).toBe(8);
});

test("both schedules run it before the refresh, and GitHub once the cache is there", () => {
  const github = parse(readFileSync(join(deploy, "github/actualisation.yml"), "utf8"));
  const steps: {run?: string; uses?: string; if?: string}[] = github.jobs.actualiser.steps;
  const at = steps.findIndex(({run}) => run === "sh deploy/verifier-ouvert.sh");
  expect(steps.findIndex(({uses}) => uses?.includes("cache/restore"))).toBe(at - 1);
  expect(steps.findIndex(({run}) => run?.includes("refresh"))).toBe(at + 1);
  // What is kept whatever happens: nothing of the data unless the refresh began.
  for (const {uses, if: when} of steps.slice(at).filter((step) => step.uses?.includes("cache/save")))
    expect([uses?.split("@")[0], when]).toEqual([
      "actions/cache/save",
      "always() && steps.refresh.outputs.code != ''"
    ]);
  const {pages} = parse(readFileSync(join(deploy, "gitlab/.gitlab-ci.yml"), "utf8"));
  expect(pages.before_script[0]).toBe("sh deploy/verifier-ouvert.sh");
});
