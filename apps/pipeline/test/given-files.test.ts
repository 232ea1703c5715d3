import {existsSync, readFileSync, readlinkSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {ManifestSource} from "@observatoire/catalog";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {createSmallWorld, csv, urssafHeader, urssafName, urssafRows} from "./small-world.ts";

const world = createSmallWorld();
/** One row stands twice, as it happens in the producer's files. */
const healthy = csv(urssafHeader(), [...urssafRows(), urssafRows()[0]!]);
const current = () => readlinkSync(join(world.data, "current"));
/** Run whose values readers see: the pages may be published again with a notice. */
const dataRun = () => JSON.parse(readFileSync(join(world.data, "current/manifest.json"), "utf8")).dataRun;
const replaceCell = (row: number, column: string, value: string) => {
  const index = urssafHeader().indexOf(column);
  return urssafRows().map((cells, place) =>
    place === row ? cells.map((cell, at) => (at === index ? value : cell)) : cells
  );
};

beforeAll(async () => {
  world.write(urssafName, healthy);
  const {code, stderr} = await world.run("refresh", "--from", world.inbox);
  expect(stderr, stderr).not.toMatch(/Défaut du programme/);
  expect(code, stderr).toBe(0);
}, 180_000);

afterAll(() => world.remove());

describe("a wrong file gives one French sentence, exit 13, and the published values stay, with a notice", () => {
  const renamed = urssafHeader().map((name) => (name === "code_commune" ? "code_insee_commune" : name));
  const cases: [string, string, RegExp][] = [
    [
      "a missing column",
      csv(
        urssafHeader().slice(1),
        urssafRows().map((row) => row.slice(1))
      ),
      /« grand_secteur_d_activite »/
    ],
    [
      "a renamed column",
      csv(renamed, urssafRows()),
      /attendu la colonne « code_commune », trouvé « code_insee_commune »/
    ],
    [
      "HTML instead of CSV",
      "<!doctype html><html><body>Maintenance</body></html>",
      /attendu un fichier CSV, trouvé une page web/
    ],
    ["an empty file", "", /vide/],
    [
      "letters in a number",
      csv(urssafHeader(), replaceCell(2, "effectifs_salaries_2020", "douze")),
      /« douze »/
    ],
    ["an unknown commune code", csv(urssafHeader(), replaceCell(3, "code_commune", "77999")), /« 77999 »/],
    [
      "no commune of the perimeter",
      csv(
        urssafHeader(),
        urssafRows().map((row) => row.map((cell) => (/^77\d{3}$/.test(cell) ? "13055" : cell)))
      ),
      /aucune/
    ]
  ];
  test.each(cases)(
    "%s",
    async (_, text, sentence) => {
      const before = dataRun();
      world.write(urssafName, text);
      const {code, stderr} = await world.run("refresh", "--from", world.inbox);
      expect(stderr).toMatch(sentence);
      expect(stderr).not.toMatch(/Défaut du programme/);
      expect(code).toBe(13);
      expect(dataRun()).toBe(before);
      expect(readFileSync(join(world.data, "current/site/emploi.html"), "utf8")).toMatch(
        /actualisation en échec depuis le/
      );
    },
    60_000
  );
});

test("a malformed territoire.yaml names its line and stops before anything is touched", async () => {
  const path = join(world.data, "territoire.yaml");
  const text = readFileSync(path, "utf8");
  const before = current();
  writeFileSync(path, text.replace("200072130", "20007213X"));
  const {code, stderr} = await world.run("refresh", "--from", world.inbox);
  writeFileSync(path, text);
  expect(stderr).toMatch(/ligne \d+/);
  expect(code).toBe(3);
  expect(current()).toBe(before);
});

test("without territoire.yaml, one sentence and exit 3", async () => {
  const path = join(world.data, "territoire.yaml");
  const text = readFileSync(path, "utf8");
  rmSync(path);
  const {code, stderr} = await world.run("refresh", "--from", world.inbox);
  writeFileSync(path, text);
  expect(stderr).toMatch(/attendu la description du territoire, trouvé aucun fichier/);
  expect(code).toBe(3);
});

test("a folder that gives nothing to the source asked for is a fault, and names what it holds", async () => {
  const {code, stderr} = await world.run("collect", "populations", "--from", world.inbox);
  expect(stderr).toMatch(/attendu un fichier pour populations, trouvé 1 fichier, aucun retenu/);
  expect(code).toBe(4);
});

test("query reads the run and the archive, and writes nowhere", async () => {
  const target = join(world.data, "copie.csv");
  const {code, stderr} = await world.run("query", `copy (select 1) to '${target}'`);
  expect(code).toBe(2);
  expect(stderr).toMatch(/attendu une requête que DuckDB comprend/);
  expect(existsSync(target)).toBe(false);
  expect(
    (await world.run("query", "select count(*) as n from raw.urssaf__commune_ape", "--json")).stdout
  ).toMatch(/"n": 16/);
});

test("after a fault, the next healthy run needs no human", async () => {
  world.write(urssafName, healthy);
  const {code, stderr} = await world.run("refresh", "--from", world.inbox);
  expect(code, stderr).toBe(0);
}, 180_000);

test("every row of a file is accounted for: read = loaded + rejected + identical duplicates", () => {
  const manifest = JSON.parse(readFileSync(join(world.data, "current/manifest.json"), "utf8"));
  const accounts = (manifest.sources as ManifestSource[])
    .flatMap(({files}) => files.map(({rows}) => rows))
    .filter((rows) => rows !== null);
  expect(accounts.length).toBeGreaterThan(0);
  for (const {read, loaded, rejected, duplicates} of accounts)
    expect(loaded + rejected + duplicates).toBe(read);
  const urssaf = manifest.sources.find(({source}: {source: string}) => source === "urssaf");
  expect(urssaf.files[0].rows).toEqual({read: 16, loaded: 15, rejected: 0, duplicates: 1});
});

test("query answers on the published run; a number is explained down to its file", async () => {
  // 3 sectors × (10 + 12) jobs in the last year. The perimeter has no value: most of its communes are not in the file.
  const query = await world.run(
    "query",
    "select niveau, valeur, statut from mart.indicateur where indicateur = 'effectif_prive' and code_territoire in ('77284', 'nord-est-77-meaux') and dimension = 'total' and periode_fin = '2025-12-31' order by niveau",
    "--json"
  );
  expect(JSON.parse(query.stdout)).toEqual([
    {niveau: "commune", valeur: 66, statut: "connu"},
    {niveau: "ti", valeur: null, statut: "non_disponible"}
  ]);
  const explained = await world.run("explain", "effectif_prive", "77284", "2025");
  expect(explained.code, explained.stderr).toBe(0);
  expect(explained.stdout).toMatch(/\b66\b/);
  expect(explained.stdout).toMatch(/sha256 [0-9a-f]{64}/);
  expect(explained.stdout).toMatch(/packages\/indicators\/models\/indicator\/effectif_prive\.sql/);
});

test("help is in French, an unknown command is one sentence", async () => {
  expect((await world.run("--help")).stdout).toMatch(/Codes de sortie/);
  const wrong = await world.run("actualise");
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatch(/attendu une commande parmi/);
});
