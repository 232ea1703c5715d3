import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {indicators} from "@observatoire/indicators";
import {openWarehouse} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {makeWarehouse, type World} from "../test/compared-runs.ts";
import {compareRuns} from "./compare-runs.ts";

type Row = Record<string, string | number | boolean | null>;

async function compare(before: World, after: World, declared = indicators) {
  const folder = mkdtempSync(join(tmpdir(), "observatoire-comparer-"));
  const previous = join(folder, "avant.duckdb");
  await makeWarehouse(previous, before);
  await makeWarehouse(join(folder, "apres.duckdb"), after);
  const warehouse = await openWarehouse(join(folder, "apres.duckdb"), {readOnly: true});
  try {
    const compared = await compareRuns(warehouse, {
      previous: {warehouse: previous, indicators: declared},
      indicators,
      hidden: new Set()
    });
    const rows = await warehouse.all<Row>(
      "from changement order by indicateur, niveau, code_territoire, periode_fin, modalite"
    );
    return {...compared, rows};
  } finally {
    warehouse.close();
    rmSync(folder, {recursive: true});
  }
}

const base: World = {values: [{valeur: 100}, {niveau: "epci", valeur: 100}]};
const revised: World = {values: [{valeur: 110}, {niveau: "epci", valeur: 100}]};
const urssaf = (date: string, bytes: string, simulated = false) => ({
  urssaf__commune_ape: {date, bytes, simulated},
  dvf__mutation: {date: "2026-06-30", bytes: "d"},
  cog__mouvement: {date: "2026-01-01", bytes: "c"}
});

test("the noise of a sum made in another order, nulls and references are no change", async () => {
  const values = [
    {valeur: 100},
    {valeur: null, modalite: "CA", dimension: "a38", statut: "secret"},
    {valeur: 0, modalite: "CB", dimension: "a38"},
    {valeur: 3, niveau: "epci", reference: "france:FR"}
  ];
  const {rows, indicateurs} = await compare(
    {values},
    {values: [{valeur: 100 * (1 + 1e-12)}, ...values.slice(1)]}
  );
  expect([rows, indicateurs]).toEqual([[], []]);
});

test("each change has its nature, its values and its statuts; a dimension is a value of its own", async () => {
  const {rows} = await compare(
    {
      values: [
        {valeur: 100},
        {valeur: 40, dimension: "a38", modalite: "CA"},
        {valeur: 7, niveau: "epci", periode: "2015-12-31"},
        {valeur: 5, niveau: "epci", statut: "provisoire"}
      ]
    },
    {
      values: [
        {valeur: 100},
        {valeur: 41, dimension: "a38", modalite: "CA"},
        {valeur: 9, niveau: "epci", periode: "2026-12-31"},
        {valeur: 5, niveau: "epci"}
      ],
      files: urssaf("2026-12-31", "b")
    }
  );
  const told = rows.map(({niveau, periode_fin, nature, valeur_avant, valeur_apres, statut_avant, motif}) => [
    ...[niveau, periode_fin, nature, valeur_avant, valeur_apres, statut_avant, motif]
  ]);
  expect(told).toEqual([
    ["epci", "2015-12-31", "retiree", null, null, "connu", "nouveau_millesime"],
    ["epci", "2025-12-31", "revisee", 5, 5, "provisoire", "nouveau_millesime"],
    ["epci", "2026-12-31", "ajoutee", null, 9, null, "nouveau_millesime"],
    ["ti", "2025-12-31", "revisee", 40, 41, "connu", "nouveau_millesime"]
  ]);
});

const reasons: [string, Partial<World>, Partial<World>, string][] = [
  ["simulation", {files: urssaf("2025-12-31", "a", true)}, {files: urssaf("2026-12-31", "b")}, "urssaf"],
  ["perimetre", {}, {communes: ["77001"], files: urssaf("2026-12-31", "b")}, ""],
  ["methode", {}, {models: changed("core.emploi"), files: urssaf("2026-12-31", "b")}, ""],
  ["methode", {}, {reference: "D"}, ""],
  ["source", {files: without("urssaf__commune_ape")}, {}, "urssaf"],
  ["nouveau_millesime", {}, {files: urssaf("2026-12-31", "b")}, "urssaf"],
  ["revision", {}, {files: urssaf("2025-12-31", "b")}, "urssaf"],
  [
    "revision",
    {},
    {files: {...urssaf("2025-12-31", "a"), cog__mouvement: {date: "2026-01-01", bytes: "z"}}},
    "cog"
  ],
  ["methode", {}, {models: changed("core.commune")}, ""],
  ["inexpliquee", {}, {}, ""]
];

test.each(reasons)("%s, by the facts of the two runs", async (motif, before, after, sources) => {
  const {indicateurs} = await compare({...base, ...before}, {...revised, ...after});
  expect(indicateurs.map((one) => [one.motif, one.sources.join(" "), one.revisees])).toEqual([
    [motif, sources, 1]
  ]);
});

test("a file that the indicator does not rest on explains nothing", async () => {
  const files = {...urssaf("2025-12-31", "a"), dvf__mutation: {date: "2026-12-31", bytes: "e"}};
  const {indicateurs, sources} = await compare(base, {...revised, files});
  expect(indicateurs.map(({motif}) => motif)).toEqual(["inexpliquee"]);
  expect(sources).toEqual([
    {source: "dvf", motif: "nouveau_millesime", avant: "édition 2026-06-30", apres: "édition 2026-12-31"}
  ]);
});

test("a declaration counted otherwise is a method, one worded otherwise is not", async () => {
  const other = (change: object) => indicators.map((one) => ({...one, ...change}));
  const motif = async (change: object) =>
    (await compare(base, revised, other(change))).indicateurs.map((one) => one.motif);
  expect(await motif({aggregation: "not-additive"})).toEqual(["methode"]);
  expect(await motif({title: "Autre titre"})).toEqual(["inexpliquee"]);
});

test("a territory compared with one whose communes changed changes with it", async () => {
  const at = (valeur: number): World => ({
    values: [
      {niveau: "commune", valeur, reference: "ti:t"},
      {niveau: "commune", valeur}
    ]
  });
  const {rows, perimetre} = await compare(at(1), {...at(2), communes: ["77001", "77009"]});
  expect(rows.map(({reference, motif}) => [reference, motif])).toEqual([
    ["ti:t", "perimetre"],
    [null, "inexpliquee"]
  ]);
  expect(perimetre).toEqual({
    entrees: [{code: "77009", nom: "Commune 77009"}],
    sorties: [{code: "77002", nom: "Commune 77002"}]
  });
});

function changed(name: string): NonNullable<World["models"]> {
  return {
    "indicator.effectif_prive": ["e", ["core.emploi"]],
    "core.emploi": [
      name === "core.emploi" ? "q" : "p",
      ["raw.urssaf__commune_ape", "core.commune", "reference.naf"]
    ],
    "core.commune": [name === "core.commune" ? "l" : "k", ["raw.cog__mouvement"]]
  };
}

function without(name: string): NonNullable<World["files"]> {
  const {[name as "urssaf__commune_ape"]: _, ...files} = urssaf("2025-12-31", "a");
  return files;
}
