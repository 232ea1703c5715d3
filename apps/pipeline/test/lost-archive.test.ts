import {chmodSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Manifest} from "@observatoire/catalog";
import {afterAll, beforeAll, expect, test} from "vitest";
import {createSmallWorld, csv, urssafHeader, urssafName, urssafRows} from "./small-world.ts";

const world = createSmallWorld();
const archive = join(world.data, "snapshots/urssaf");
const manifest = () =>
  JSON.parse(readFileSync(join(world.data, "current/manifest.json"), "utf8")) as Manifest;
const page = () =>
  readFileSync(join(world.data, "current/site/emploi.html"), "utf8").replaceAll(/[\u00a0\u202f]/g, " ");
const write = (jobs: string) =>
  world.write(
    urssafName,
    csv(
      urssafHeader(),
      urssafRows().map((row) => [...row.slice(0, -1), jobs])
    )
  );
const refresh = () => world.run("refresh", "urssaf", "--from", world.inbox);

beforeAll(async () => {
  write("50");
  const {code, stderr} = await refresh();
  expect(code, stderr).toBe(0);
}, 120_000);

afterAll(() => world.remove());

test("other bytes of the same size in the archive are found before a run rests on them, and collected again", async () => {
  const [file] = readdirSync(archive, {recursive: true, encoding: "utf8"}).filter((name) =>
    name.endsWith(".csv")
  );
  const path = join(archive, file!);
  const bytes = readFileSync(path, "utf8");
  chmodSync(path, 0o644);
  writeFileSync(path, bytes.replaceAll(";50", ";60"));
  // Another territory label: the values are to be made again from the archive.
  const yaml = join(world.data, "territoire.yaml");
  writeFileSync(yaml, `${readFileSync(yaml, "utf8")}\nage_diffusion: 44\n`);
  const {code, stderr} = await refresh();
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(/d'autres octets que ceux de son empreinte/);
  const [again] = readdirSync(archive, {recursive: true, encoding: "utf8"}).filter(
    (name) => name.endsWith(".csv") && !name.includes(".abime-")
  );
  expect(readFileSync(join(archive, again!), "utf8")).toBe(bytes);
}, 120_000);

test("an archive that is lost, and cannot be collected, loses no figure: the published values stay and say so", async () => {
  rmSync(archive, {recursive: true});
  rmSync(join(world.inbox, urssafName));
  world.write("autre.csv", "a;b\n1;2\n");
  const values = manifest().dataRun;
  const {code, stderr} = await world.run("refresh", "decoupage");
  expect(code, stderr).toBe(13);
  expect(stderr).toMatch(/archive de « urssaf » : attendu au moins une version entière, trouvé aucune/);
  expect(manifest().dataRun).toBe(values);
  expect(page()).toContain("figure--");
  expect(page()).toMatch(/données au 31 décembre 2025, actualisation en échec depuis le/i);
}, 120_000);
