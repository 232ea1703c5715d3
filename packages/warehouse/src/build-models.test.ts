import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {buildModels} from "./build-models.ts";
import {openWarehouse} from "./open-warehouse.ts";
import {readModels} from "./read-models.ts";

/** Writes SQL files under a temporary folder, reads them as models and builds them over `raw.essai__emplois`. */
async function build(files: Record<string, string>) {
  const root = await mkdtemp(join(tmpdir(), "models-"));
  for (const [name, sql] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), {recursive: true});
    await writeFile(join(root, name), sql);
  }
  const warehouse = await openWarehouse(":memory:");
  await warehouse.run(
    "create schema raw; create table raw.essai__emplois as select 1 as n union all select 2"
  );
  const seen: string[] = [];
  try {
    const built = await buildModels(warehouse, await readModels([{directory: root}]), {
      onModel: (model) => void seen.push(model.name)
    });
    return {built, seen, total: await warehouse.all("select * from core.total").catch(() => null)};
  } finally {
    warehouse.close();
  }
}

const staging = {
  "ingest-x/essai/staging/emplois.sql": "-- Emplois. Une ligne par n.\nselect n from raw.essai__emplois"
};

test("a path names its table, and dependencies come first", async () => {
  const {built, seen, total} = await build({
    "models/core/a.sql": "select sum(n)::integer as n from staging.essai__emplois",
    "models/core/total.sql": "with b as (select n from core.a) select n * 10 as n from b",
    "models/core/checks/ignore.sql": "select 1",
    ...staging
  });
  expect(seen).toEqual(["staging.essai__emplois", "core.a", "core.total"]);
  // (1 + 2) × 10
  expect(total).toEqual([{n: 30}]);
  expect(built[0]).toMatchObject({rows: 2, dependencies: ["raw.essai__emplois"]});
  expect(built[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("a cycle is printed from its first model back to it", async () => {
  await expect(
    build({
      "core/a.sql": "select * from core.b",
      "core/b.sql": "select * from core.c",
      "core/c.sql": "select * from core.a"
    })
  ).rejects.toThrow("core.a → core.b → core.c → core.a");
});

test("an unknown table names both sides", async () => {
  await expect(build({"core/a.sql": "select * from core.inconnue"})).rejects.toThrow(
    /^core\.a lit core\.inconnue, que rien ne construit \(.*a\.sql\)/
  );
});

test("what is not one select is refused, its file named", async () => {
  const refusals: Record<string, RegExp> = {
    "select from where": /core\.a \(.*a\.sql\) : ce n'est pas un select que DuckDB comprend/,
    "create table x as select 1": /ce n'est pas un select/,
    "select 1; select 2": /un seul select attendu, trouvé 2/,
    "select * from emplois": /« emplois » sans schéma/,
    "select * from 'emplois.csv'": /« emplois\.csv » sans schéma/,
    "select * from read_csv('emplois.csv')": /« read_csv » lit un fichier/
  };
  for (const [sql, message] of Object.entries(refusals)) {
    await expect(build({"core/a.sql": sql})).rejects.toThrow(message);
  }
});

test("two files for one table are both named", async () => {
  await expect(build({"x/core/a.sql": "select 1", "y/core/a.sql": "select 2"})).rejects.toThrow(
    /core\.a : deux fichiers font la même table, .*x.core.a\.sql et .*y.core.a\.sql/
  );
});

test("a failure carries the model, its file and DuckDB's own error", async () => {
  const failure = build({"core/a.sql": "select absente from raw.essai__emplois"});
  await expect(failure).rejects.toThrow(/^core\.a \(.*a\.sql\) ne se construit pas : Binder Error.*absente/);
  await expect(failure).rejects.toHaveProperty("cause");
});

test("years in columns become rows without being named", async () => {
  const large = `select * from (values ('77284', 10, 1, 12, 2), ('01004', 5, null, 6, 3))
    t(code_commune, emplois_2024, etab_2024, emplois_2025, etab_2025)`;
  const {total} = await build({
    "ingest-x/essai/staging/large.sql": large,
    "core/total.sql": `with large as (
        select code_commune, sum(columns('^(?:emplois|etab)_\\d{4}$'))::double as '\\0' from staging.essai__large group by all
      )
      select
        code_commune,
        right(unnest(struct_keys(struct_pack(*columns('^emplois_\\d{4}$')))), 4)::integer as annee,
        unnest([*columns('^emplois_\\d{4}$')]) as emplois,
        unnest([*columns('^etab_\\d{4}$')]) as etab
      from large order by all`
  });
  expect(total).toEqual([
    {code_commune: "01004", annee: 2024, emplois: 5, etab: null},
    {code_commune: "01004", annee: 2025, emplois: 6, etab: 3},
    {code_commune: "77284", annee: 2024, emplois: 10, etab: 1},
    {code_commune: "77284", annee: 2025, emplois: 12, etab: 2}
  ]);
});
