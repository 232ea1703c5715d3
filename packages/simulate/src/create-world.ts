import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type {SimulationWorld} from "@observatoire/catalog";
import {inputFiles} from "./input-files.ts";
import {type Relation, relations} from "./relations.ts";
import {readWorldFile} from "./world-files.ts";

export interface WorldOptions {
  /** Same seed, same world, to the byte. */
  seed?: number;
  /** Root of the repository: `data/reference/` and the npm packages are found from there. */
  projectRoot: string;
  /** Called before each relation is built, with its name: `world.commune`. */
  onProgress?: (relation: string) => void;
  /** Stop after the geography: enough for sources without jobs, in a few seconds. */
  only?: "geographie";
}

/** The connection to the world; `close` frees its two gigabytes. */
export type World = SimulationWorld & {close: () => void};

/**
 * The latent world every simulated source is a view of: an in-memory DuckDB with the tables `world.*` of README.md.
 * Throws a `DataError` when a reference table is missing.
 */
export async function createWorld({seed = 77, projectRoot, onProgress, only}: WorldOptions): Promise<World> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "2",
    memory_limit: "3GB",
    temp_directory: join(tmpdir(), "observatoire-monde")
  });
  const connection = await instance.connect();
  const waiting = new Set(relations.filter(({lazy}) => lazy && only !== "geographie"));
  const create = async ({name, kind}: Relation) => {
    const select = readWorldFile(`${name.replace(".", "/")}.sql`);
    await prepare(select);
    onProgress?.(name);
    await connection.run(`create ${kind} ${name} as ${select}`);
  };
  const prepare = async (sql: string) => {
    for (const relation of waiting) {
      if (!sql.includes(relation.name)) continue;
      waiting.delete(relation);
      await create(relation);
    }
  };
  const run = async (sql: string) => {
    await prepare(sql);
    await connection.run(sql);
  };
  const all = async <T>(sql: string) => {
    await prepare(sql);
    return (await connection.runAndReadAll(sql)).getRowObjectsJS() as unknown as T[];
  };
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    await run(`set variable graine = ${Math.trunc(seed)}`);
    await run(readWorldFile("macros.sql"));
    for (const schema of ["entree", "calibration", "latent", "world"]) await run(`create schema ${schema}`);
    for (const {relation, select} of inputFiles(projectRoot, {geographyOnly: only === "geographie"})) {
      await run(`create table ${relation} as ${select}`);
    }
    const wanted = relations.filter(({geography, lazy}) => geography || (!lazy && only !== "geographie"));
    for (const relation of wanted) await create(relation);
    for (const {name, scratch} of wanted) if (scratch) await run(`drop table ${name}`);
  } catch (error) {
    close();
    throw error;
  }
  return {seed, run, all, close};
}
