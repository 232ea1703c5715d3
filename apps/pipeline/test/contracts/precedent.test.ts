import {checkRoots} from "@observatoire/indicators";
import {openWarehouse, readChecks, runChecks} from "@observatoire/warehouse";
import {expect, test} from "vitest";

/** What the checks say when tables went from some rows to others between two runs. */
async function compare(tables: readonly (readonly [name: string, before: number, now: number | null])[]) {
  const warehouse = await openWarehouse(":memory:");
  try {
    await warehouse.run("create schema meta");
    for (const table of ["precedent", "compte"])
      await warehouse.run(`create table meta.${table} (name varchar, rows bigint)`);
    await warehouse.run("create table meta.modele (nom varchar)");
    for (const [name, before, now] of tables) {
      await warehouse.run("insert into meta.precedent values ($1, $2)", [name, before]);
      if (now === null) continue;
      await warehouse.run("insert into meta.compte values ($1, $2)", [name, now]);
      await warehouse.run("insert into meta.modele values ($1)", [name]);
    }
    const checks = (await readChecks(checkRoots)).filter(({name}) =>
      /precedent_(table|variation)/.test(name)
    );
    const results = await runChecks(warehouse, checks);
    return results
      .flatMap(({severity, firstRows}) => firstRows.map(({name}) => `${severity} ${name}`))
      .sort();
  } finally {
    warehouse.close();
  }
}

test("a table emptied or halved since the published run is an error, a quarter more or less a warning", async () => {
  expect(
    await compare([
      ["staging.vide", 10, 0],
      ["core.moitie", 100, 50],
      ["core.trois_quarts", 100, 75],
      ["staging.moins", 100, 74],
      ["mart.plus", 100, 126],
      ["core.retiree_du_code", 100, null]
    ])
  ).toEqual([
    "error staging.vide",
    "warning core.moitie",
    "warning mart.plus",
    "warning staging.moins",
    "warning staging.vide"
  ]);
});
