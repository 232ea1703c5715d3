import {readFileSync, readlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openProject} from "../src/project.ts";
import {currentRun} from "../src/run-folder.ts";
import {serveSite} from "../src/serve.ts";
import {createSmallWorld, csv, urssafHeader, urssafName, urssafRows} from "./small-world.ts";

const world = createSmallWorld();
const current = () => readlinkSync(join(world.data, "current"));

beforeAll(async () => {
  world.write(urssafName, csv(urssafHeader(), urssafRows()));
  const {code, stderr} = await world.run("refresh", "--from", world.inbox);
  expect(code, stderr).toBe(0);
}, 180_000);

afterAll(() => world.remove());

test("while a refresh runs, query and the site answer from the published run, and a second refresh is refused", async () => {
  const before = current();
  const territoire = join(world.data, "territoire.yaml");
  writeFileSync(territoire, readFileSync(territoire, "utf8").replace(/^nom: .*$/m, "nom: Nouveau nom"));
  const {server, url} = await serveSite(() => {
    const run = currentRun(openProject(world.data));
    return run && join(run, "site");
  }, 0);
  let ended = false;
  const refresh = world.run("refresh", "--from", world.inbox).finally(() => {
    ended = true;
  });
  await new Promise((wait) => setTimeout(wait, 1500));
  const second = await world.run("refresh", "--from", world.inbox);
  const answers: string[] = [];
  while (!ended) {
    const page = await (await fetch(`${url}emploi.html`)).text();
    expect(page).toContain("</html>");
    answers.push(/Nouveau nom/.test(page) ? "nouveau" : "ancien");
    const {code, stdout, stderr} = await world.run(
      "query",
      "select count(*) as n from mart.indicateur",
      "--json"
    );
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)[0].n).toBeGreaterThan(0);
  }
  const {code, stderr} = await refresh;
  const after = await (await fetch(`${url}emploi.html`)).text();
  server.close();
  expect(code, stderr).toBe(0);
  expect(second.code).toBe(9);
  expect(second.stderr).toMatch(/« refresh » en cours depuis/);
  expect(answers[0]).toBe("ancien");
  expect(after).toContain("Nouveau nom");
  expect(current()).not.toBe(before);
}, 180_000);

test("nothing new: the published run is reused", async () => {
  const before = current();
  const {code, stdout} = await world.run("refresh", "--from", world.inbox);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Rien de nouveau/);
  expect(current()).toBe(before);
});
