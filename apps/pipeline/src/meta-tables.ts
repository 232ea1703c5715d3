import {relative} from "node:path";
import type {RowAccount, Snapshot} from "@observatoire/catalog";
import type {BuiltModel, Warehouse} from "@observatoire/warehouse";
import {createTextTable} from "./load-reference.ts";

/**
 * `meta.snapshot`: the archived files this run reads, one row per file, whose accounts are filled in later; and
 * `reference.millesime`, the year and date of each file, that models read.
 */
export async function createSnapshotTable(
  warehouse: Warehouse,
  snapshots: readonly Snapshot[]
): Promise<void> {
  await warehouse.run("create schema if not exists meta");
  await createTextTable(
    warehouse,
    "meta.snapshot",
    snapshots.map((s) => ({
      source: s.source,
      file: s.file,
      path: s.path,
      origin: s.origin,
      kind: s.kind,
      sha256: s.sha256,
      bytes: String(s.unpackedBytes),
      vintage: s.vintage,
      vintage_date: s.vintageDate.slice(0, 10),
      collected_at: s.collectedAt,
      simulated: String(s.simulated),
      rows_read: s.rows === null ? null : String(s.rows)
    })),
    {
      source: "varchar",
      file: "varchar",
      path: "varchar",
      origin: "varchar",
      kind: "varchar",
      sha256: "varchar",
      bytes: "bigint",
      vintage: "varchar",
      vintage_date: "date",
      collected_at: "timestamptz",
      simulated: "boolean",
      rows_read: "bigint",
      loaded: "bigint",
      rejected: "bigint",
      duplicates: "bigint"
    }
  );
  await warehouse.run(
    `create or replace table reference.millesime as
    select source, file, max(year(vintage_date))::integer as annee, max(vintage_date) as date_millesime
    from meta.snapshot group by all`
  );
}

/** Rows loaded, rejected and dropped of each file, by "source/file". */
export async function recordAccounts(warehouse: Warehouse, accounts: Map<string, RowAccount>): Promise<void> {
  for (const [key, {loaded, rejected, duplicates}] of accounts) {
    // The years of a series are read together: their account stands beside the latest.
    await warehouse.run(
      `update meta.snapshot set loaded = $1, rejected = $2, duplicates = $3
       where rowid = (select arg_max(rowid, vintage_date) from meta.snapshot where source || '/' || file = $4)`,
      [loaded, rejected, duplicates, key]
    );
  }
}

/** The models as they were run, with the tables each reads: what `explain` walks back. */
export async function recordModels(
  warehouse: Warehouse,
  root: string,
  built: readonly BuiltModel[]
): Promise<void> {
  await createTextTable(
    warehouse,
    "meta.modele_texte",
    built.map(({name, file, sha256, dependencies}) => ({
      nom: name,
      fichier: relative(root, file),
      sha256,
      dependances: dependencies.join(",")
    }))
  );
  await warehouse.run(
    "create or replace table meta.modele as select * replace (case when dependances = '' then [] else string_split(dependances, ',') end as dependances) from meta.modele_texte"
  );
  await warehouse.run("drop table meta.modele_texte");
}
