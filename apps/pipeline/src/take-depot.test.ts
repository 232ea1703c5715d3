import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {openSnapshots, readSourceState, recordAttempt} from "@observatoire/collect";
import {inspectFile} from "@observatoire/warehouse";
import {beforeEach, expect, onTestFinished, test, vi} from "vitest";
import {communes, createSmallWorld, csv, urssafHeader, urssafName, urssafRows} from "../test/small-world.ts";
import {modules} from "./modules.ts";
import {openProject} from "./project.ts";
import {createReporter} from "./reporter.ts";
import {takeDepot} from "./take-depot.ts";

/** Bytes free on the disk; null for those of this machine. */
const disk = vi.hoisted((): {free: number | null} => ({free: null}));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return {
    ...real,
    statfs: async (path: string) => (disk.free === null ? real.statfs(path) : {bavail: disk.free, bsize: 1})
  };
});
beforeEach(() => {
  disk.free = null;
});

const old = new Date("2026-11-20T12:00:00Z");
const healthy = csv(urssafHeader(), urssafRows());
/** Other bytes of the same vintage. */
const corrected = csv(
  urssafHeader(),
  urssafRows().map((row) => [...row.slice(0, -1), "99"])
);
const wrong = csv(
  urssafHeader().map((name) => (name === "code_commune" ? "code_insee_commune" : name)),
  urssafRows()
);

/** A drop folder of its own, the real sources, the real inspector. */
function createDepot() {
  const world = createSmallWorld();
  onTestFinished(world.remove);
  const depot = join(world.data, "depot");
  const project = openProject(world.data);
  const said: string[] = [];
  const say = (text: string) => said.push(text);
  return {
    data: world.data,
    depot,
    said,
    drop(name: string, text: string, modified = old) {
      mkdirSync(join(depot, name, ".."), {recursive: true});
      writeFileSync(join(depot, name), text);
      utimesSync(join(depot, name), modified, modified);
    },
    take: (quietMs = 60_000, onInspect = () => {}) =>
      takeDepot({
        project,
        modules,
        quietMs,
        reporter: {...createReporter({write: () => undefined}, {quiet: true}), line: say, warn: say},
        options: {
          dataDirectory: world.data,
          projectRoot: project.root,
          now: () => new Date("2026-11-24T05:15:00Z"),
          inspect: (path, file, where) => {
            onInspect();
            return inspectFile(path, file, {where, communes});
          }
        }
      }),
    list: (folder = "") => (existsSync(join(depot, folder)) ? readdirSync(join(depot, folder)).sort() : [])
  };
}

test("un fichier déposé est archivé, sa source n'est plus à télécharger, il passe dans « pris »", async () => {
  const {data, drop, take, list, said} = createDepot();
  const fault = new DataError("SRC_UNAVAILABLE", "urssaf : injoignable.");
  await recordAttempt(data, "urssaf", {at: old, durationMs: 1, fault});
  drop(`courriel de l'Urssaf/${urssafName}`, healthy);
  const {given, outcomes, refused} = await take();
  expect([...given]).toEqual(["urssaf"]);
  expect(outcomes[0]).toMatchObject({source: "urssaf", outcome: "collecte"});
  expect(refused).toEqual([]);
  expect(list("pris")).toEqual([`2026-11-24-${urssafName}`]);
  expect((await openSnapshots(data)).map(({source, kind, origin}) => [source, kind, origin])).toEqual([
    ["urssaf", "fourni", `depot/courriel de l'Urssaf/${urssafName}`]
  ]);
  expect((await readSourceState(data, "urssaf"))?.failure).toBeNull();
  expect(said.some((line) => line.endsWith("pris : urssaf/commune_ape"))).toBe(true);
  expect(readdirSync(data).filter((name) => name.startsWith(".stage"))).toEqual([]);
});

test("le même nom revient le même jour : rien n'est écrasé, les mêmes octets sont pris aussi", async () => {
  const {data, drop, take, list} = createDepot();
  for (const text of [healthy, corrected, corrected]) {
    drop(urssafName, text);
    expect([...(await take()).given]).toEqual(["urssaf"]);
  }
  expect(list("pris")).toEqual([
    `2026-11-24-2-${urssafName}`,
    `2026-11-24-3-${urssafName}`,
    `2026-11-24-${urssafName}`
  ]);
  expect(await openSnapshots(data)).toHaveLength(2);
});

test("un fichier refusé reste, avec la phrase à côté, jusqu'à ce qu'il soit bon", async () => {
  const {data, depot, drop, take, list} = createDepot();
  drop(urssafName, wrong);
  const {given, refused} = await take();
  expect([...given]).toEqual([]);
  const sentence = readFileSync(join(depot, `${urssafName}.refus.txt`), "utf8");
  expect(sentence).toMatch(/attendu la colonne « code_commune », trouvé « code_insee_commune »/);
  expect(refused).toEqual([{path: urssafName, sentence: sentence.trim()}]);
  expect(await openSnapshots(data)).toEqual([]);
  drop(urssafName, healthy);
  await take();
  expect(list()).toEqual(["pris"]);
});

test("un fichier inconnu reste et est nommé ; un refus dont le fichier est parti est enlevé", async () => {
  const {drop, take, list, said} = createDepot();
  drop("photo.jpg", "…");
  drop("parti.csv.refus.txt", "Refusé.");
  expect((await take()).given.size).toBe(0);
  expect(list()).toEqual(["photo.jpg"]);
  expect(said.join("\n")).toContain("depot/photo.jpg : aucune source n'attend un fichier de ce nom");
});

test("un fichier en cours de copie attend le passage suivant", async () => {
  const {depot, drop, take, list, said} = createDepot();
  drop(urssafName, healthy, new Date());
  expect((await take()).given.size).toBe(0);
  expect(list()).toEqual([urssafName]);
  // Old by its date, yet growing: some copies keep the date of the original.
  drop(urssafName, healthy.slice(0, 500));
  const taking = take();
  setTimeout(() => {
    writeFileSync(join(depot, urssafName), healthy);
    utimesSync(join(depot, urssafName), old, old);
  }, 200);
  expect((await taking).given.size).toBe(0);
  expect(said.filter((line) => line.includes("copie en cours"))).toHaveLength(2);
  expect((await take()).given.size).toBe(1);
});

test("récrit pendant qu'on le lit, le fichier déposé ne change ni ce qui est lu ni l'archive", async () => {
  const {data, depot, drop, take, list} = createDepot();
  drop(urssafName, healthy);
  const rewrite = () => writeFileSync(join(depot, urssafName), corrected);
  expect([...(await take(60_000, rewrite)).given]).toEqual(["urssaf"]);
  const [snapshot] = await openSnapshots(data);
  expect(readFileSync(join(data, snapshot?.path ?? ""), "utf8")).toBe(healthy);
  expect(list()).toEqual([urssafName]);
  expect(statSync(join(depot, urssafName)).mode & 0o200).toBe(0o200);
});

test("sans la place de le copier, un fichier reste, avec la phrase, et les autres sont pris", async () => {
  const {depot, drop, take, list, said} = createDepot();
  drop("gros.csv", "x".repeat(1_000_000));
  drop(urssafName, healthy);
  disk.free = 1_000_000;
  const {given, refused} = await take();
  expect([...given]).toEqual(["urssaf"]);
  expect(refused.map(({path}) => path)).toEqual(["gros.csv"]);
  expect(readFileSync(join(depot, "gros.csv.refus.txt"), "utf8")).toMatch(
    /^depot\/gros\.csv : attendu 3,0\sMo libres sur le disque, trouvé 1,0\sMo ;/
  );
  expect(list()).toEqual(["gros.csv", "gros.csv.refus.txt", "pris"]);
  expect(said.join("\n")).toContain("depot/gros.csv refusé");
});

test("de deux fichiers d'une source, le meilleur est pris et l'autre écarté", async () => {
  const {drop, take, list} = createDepot();
  const names = [" (1)", " (2)"].map((rank) => urssafName.replace(".csv", `${rank}.csv`));
  drop(names[0]!, csv(urssafHeader(), urssafRows().slice(0, 3)));
  drop(names[1]!, healthy);
  const {given} = await take();
  expect([...given]).toEqual(["urssaf"]);
  expect(list("pris")).toEqual([`2026-11-24-${names[1]}`]);
  expect(list("ecartes")).toEqual([`2026-11-24-${names[0]}`]);
});

test("sans dossier de dépôt, rien", async () => {
  const {take} = createDepot();
  expect(await take()).toEqual({outcomes: [], given: new Set(), refused: []});
});
