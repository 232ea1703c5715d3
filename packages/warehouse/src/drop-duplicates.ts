import {DataError, formatNumber} from "@observatoire/catalog";
import type {Warehouse} from "./open-warehouse.ts";
import {quoteIdentifier} from "./quote-sql.ts";

/** Drops rows identical to another one and counts them. Throws `DUPLICATE_KEY` when two rows of one key differ. */
export async function dropDuplicates(
  warehouse: Warehouse,
  table: string,
  where: string,
  key: readonly string[]
): Promise<number> {
  if (key.length === 0) return 0;
  const columns = key.map(quoteIdentifier).join(", ");
  await warehouse.run(
    `create or replace temp table cles_repetees as select ${columns} from ${table} group by ${columns} having count(*) > 1`
  );
  const isSame = key.map(
    (name) => `repetee.${quoteIdentifier(name)} is not distinct from ligne.${quoteIdentifier(name)}`
  );
  const repeated = `from ${table} as ligne semi join cles_repetees as repetee on ${isSame.join(" and ")}`;
  const conflicts = await warehouse.all<Record<string, unknown>>(
    `select ${columns} from (select distinct ligne.* ${repeated}) group by ${columns} having count(*) > 1 order by ${columns}`
  );
  if (conflicts[0]) {
    throw new DataError("DUPLICATE_KEY", {
      where,
      expected: `une seule ligne par ${key.join(", ")}`,
      found: `des lignes différentes pour ${key.map((name) => `${name} = ${String(conflicts[0]![name])}`).join(", ")} (${formatNumber(conflicts.length)} clé${conflicts.length > 1 ? "s" : ""})`,
      action: "demander au producteur laquelle fait foi, ou corriger « key » dans source.ts"
    });
  }
  const [count] = await warehouse.all<{Count: number}>(
    `delete from ${table} where rowid in (
      select ligne.rowid ${repeated}
      qualify row_number() over (partition by ${key.map((name) => `ligne.${quoteIdentifier(name)}`).join(", ")} order by ligne.rowid) > 1
    )`
  );
  await warehouse.run("drop table temp.cles_repetees");
  return count?.Count ?? 0;
}
