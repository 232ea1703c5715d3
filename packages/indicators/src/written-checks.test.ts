import type {Indicator} from "@observatoire/catalog";
import {openWarehouse, readChecks, runChecks, type WrittenCheck} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {createTable, type Row} from "../testing/build-from.ts";
import {checkRows} from "./checks-of-rows.ts";
import {checkTerritories} from "./checks-of-territories.ts";
import {checkRoots} from "./folders.ts";
import {indicators} from "./read-indicators.ts";

const kindOf = ({name}: WrittenCheck, id: string) => name.slice(id.length + 1);

/** Names of three indicators of the little world: a sum, a ratio and an index, with all that they can promise. */
const [model] = indicators as readonly [Indicator];
const somme: Indicator = {
  ...model,
  id: "somme",
  title: "Somme",
  unit: "etablissements",
  aggregation: "sum",
  nomenclature: "Essai",
  reference: null,
  grain: "commune",
  promises: {whole: true, annual: true}
};
const part: Indicator = {...somme, id: "part", unit: "pct", aggregation: "ratio-of-sums", promises: {}};
const indice: Indicator = {
  ...part,
  id: "indice",
  unit: "indice",
  aggregation: "not-additive",
  reference: "france"
};
const world = [somme, part, indice];

const places = [
  ["commune", "a", 1],
  ["commune", "b", 2],
  ["commune", "c", 4],
  ["epci", "ab", 3],
  ["epci", "c", 4],
  ["ti", "x", 7]
] as const;

const line = (indicateur: string, niveau: string, code: string, annee: number, more: Row): Row => ({
  indicateur,
  niveau,
  code_territoire: code,
  date_debut: `${annee}-12-31`,
  date_fin: `${annee}-12-31`,
  dimension: "total",
  modalite: "_T",
  reference: null,
  valeur: null,
  numerateur: null,
  denominateur: null,
  ...more
});

/** Three communes, two EPCI, two years, two sizes: what is shown of a sum, its share and its index. */
const lines: readonly Row[] = [2024, 2025].flatMap((annee) =>
  places.flatMap(([niveau, code, n]) => [
    line("somme", niveau, code, annee, {valeur: 4 * n, numerateur: 4 * n}),
    line("somme", niveau, code, annee, {dimension: "hors_interim", valeur: 3 * n, numerateur: 3 * n}),
    ...["petite", "grande"].map((modalite, rank) =>
      line("somme", niveau, code, annee, {dimension: "taille", modalite, valeur: (1 + 2 * rank) * n})
    ),
    line("somme", niveau, code, annee, {dimension: "a38", modalite: "AZ", valeur: 3 * n}),
    line("part", niveau, code, annee, {valeur: 50, numerateur: n, denominateur: 2 * n}),
    line("indice", niveau, code, annee, {valeur: 0.5, reference: "ti:x"})
  ])
);

const members = (niveau: string, code: string, ...communes: string[]): Row[] =>
  communes.map((code_commune) => ({niveau, code_territoire: code, code_commune}));

/** Kinds of checks that find guilty rows once the little world is spoilt, by indicator. */
async function findGuilty(spoil = ""): Promise<string[]> {
  const warehouse = await openWarehouse(":memory:");
  try {
    await createTable(warehouse, "core.appartenance", [
      ...["a", "b", "c"].flatMap((code) => members("commune", code, code)),
      ...members("epci", "ab", "a", "b"),
      ...members("epci", "c", "c"),
      // An EPCI that the perimeter cuts has no line of its own to give.
      ...members("epci", "dehors", "c", "d"),
      ...members("ti", "x", "a", "b", "c")
    ]);
    await createTable(
      warehouse,
      "core.territoire",
      places.map(([niveau, code_territoire]) => ({niveau, code_territoire}))
    );
    await createTable(warehouse, "mart.lignes", lines);
    await warehouse.run(
      "create table mart.indicateur as select * rename (date_debut as periode_debut, date_fin as periode_fin) from mart.lignes"
    );
    for (const {id} of world) {
      await createTable(
        warehouse,
        `indicator.${id}`,
        ["a", "b", "c"].map((code_commune) => ({code_commune, date_fin: "2025-12-31", numerateur: 1}))
      );
      await warehouse.run(`alter table indicator.${id} rename date_fin to periode_fin`);
    }
    if (spoil !== "") await warehouse.run(spoil);
    const guilty: string[] = [];
    for (const indicator of world) {
      const checks = [...checkRows(indicator), ...checkTerritories(indicator)];
      const results = await runChecks(
        warehouse,
        checks.map((check) => ({...check, file: "essai"}))
      );
      guilty.push(...results.filter((one) => one.guilty > 0).map(({name}) => name));
    }
    return guilty.sort();
  } finally {
    warehouse.close();
  }
}

const ti = "niveau = 'ti' and periode_fin = '2025-12-31'";
const set = (indicateur: string, change: string, where: string) =>
  `update mart.indicateur set ${change} where indicateur = '${indicateur}' and ${where}`;
const drop = (indicateur: string, where: string) =>
  `delete from mart.indicateur where indicateur = '${indicateur}' and ${where}`;

/** What spoils the world, and the checks that say so. */
const faults: Readonly<Record<string, readonly [spoil: string, ...guilty: string[]]>> = {
  "une ligne de l'indicateur est donnée deux fois": [
    "insert into indicator.somme from indicator.somme limit 1",
    "somme_grain"
  ],
  "un nombre est négatif": [
    set("somme", "valeur = -1, numerateur = -1", `${ti} and dimension = 'total'`),
    "somme_etendue",
    "somme_modalites",
    "somme_sommes"
  ],
  "une part dépasse cent": [
    set("part", "valeur = 150, numerateur = 10.5, denominateur = 7", ti),
    "part_etendue",
    "part_sommes"
  ],
  "un indice dépasse un": [set("indice", "valeur = 1.1", ti), "indice_etendue"],
  "un compte n'est pas entier": [
    set("somme", "valeur = 0.5", "niveau = 'commune' and code_territoire = 'a' and modalite = 'petite'"),
    "somme_entier",
    "somme_modalites_completes",
    "somme_sommes"
  ],
  "une année manque": [
    set("somme", "periode_debut = '2022-12-31', periode_fin = '2022-12-31'", "year(periode_fin) = 2024"),
    "somme_annees"
  ],
  "une somme n'est pas son numérateur": [
    set("somme", "numerateur = numerateur + 1", `${ti} and dimension = 'total'`),
    "somme_valeur"
  ],
  "un rapport n'est pas le quotient": [set("part", "valeur = 51", ti), "part_valeur"],
  "une comparaison que rien ne déclare": [
    set("somme", "reference = 'ti:x'", `${ti} and dimension = 'total'`),
    "somme_reference"
  ],
  "une comparaison à un territoire que rien ne montre": [
    set("indice", "reference = 'region:11'", ti),
    "indice_reference"
  ],
  "une comparaison à personne": [set("indice", "reference = null", ti), "indice_reference"],
  "une commune n'a pas de ligne": [
    drop("somme", "niveau = 'commune' and code_territoire = 'a' and dimension = 'total'"),
    "somme_couverture"
  ],
  "une intercommunalité n'a pas de ligne": [
    drop("indice", "niveau = 'epci' and code_territoire = 'ab' and year(periode_fin) = 2025"),
    "indice_couverture"
  ],
  "une commune est comptée deux fois dans son intercommunalité": [
    set("somme", "valeur = valeur + 1", "niveau = 'epci' and code_territoire = 'ab' and modalite = 'petite'"),
    "somme_modalites",
    "somme_sommes"
  ],
  "une intercommunalité manque au Territoire d'industrie": [
    set("part", "numerateur = 3, denominateur = 6", ti),
    "part_sommes"
  ],
  "des secteurs comptent l'intérim": [
    set("somme", "valeur = valeur * 4 / 3", "dimension = 'a38'"),
    "somme_modalites"
  ],
  "une taille manque à l'ensemble": [drop("somme", "modalite = 'grande'"), "somme_modalites_completes"]
};

test("a healthy little world breaks no promise", async () => {
  expect(await findGuilty()).toEqual([]);
});

test("an unknown value is neither a gap nor a difference", async () => {
  const unknown = "niveau = 'commune' and code_territoire = 'a'";
  expect(await findGuilty(set("somme", "valeur = null, numerateur = null", unknown))).toEqual([]);
  expect(await findGuilty(set("part", "numerateur = null, denominateur = null", unknown))).toEqual([]);
});

test.each(Object.entries(faults))("%s", async (_, [spoil, ...guilty]) => {
  expect(await findGuilty(spoil)).toEqual(guilty);
});

test("each kind of written check is proved able to fail above", () => {
  const kinds = new Set(
    indicators.flatMap((indicator) =>
      [...checkRows(indicator), ...checkTerritories(indicator)].map((check) => kindOf(check, indicator.id))
    )
  );
  const proved = Object.values(faults).flatMap(([, ...names]) =>
    names.map((name) => name.replace(/^[a-z]+_/, ""))
  );
  expect([...kinds].filter((kind) => !proved.includes(kind))).toEqual([]);
});

test("each indicator has three written checks or more, and no two checks share a name", async () => {
  const checks = await readChecks(checkRoots);
  const names = checks.map(({name}) => name);
  expect(names.filter((name, rank) => names.indexOf(name) !== rank)).toEqual([]);
  for (const indicator of indicators)
    expect(checkRows(indicator).length + checkTerritories(indicator).length).toBeGreaterThanOrEqual(3);
});
