import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {
  BIGINT,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue
} from "@duckdb/node-api";
import {DataError} from "@observatoire/catalog";
import {asEngineFault, foreignLog} from "./as-engine-fault.ts";
import {toPlainValue} from "./to-plain-value.ts";

export type SqlValue = string | number | boolean | null;

/** `$1`, `$2`… for a list; `$name` for a record. */
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

/** One DuckDB database held by this process. Rows come as plain values: numbers, text, ISO dates, null. */
export interface Warehouse {
  readonly path: string;
  run: (sql: string, params?: SqlParams) => Promise<void>;
  all: <T = Record<string, unknown>>(sql: string, params?: SqlParams) => Promise<T[]>;
  close: () => void;
}

export interface WarehouseOptions {
  readOnly?: boolean;
  /** As DuckDB writes it: "2GB". */
  memoryLimit?: string;
  threads?: number;
  /** Where large sorts spill; DuckDB's own default otherwise. */
  tempDirectory?: string;
}

/**
 * Opens (or creates) a DuckDB file. Throws `LOCKED` at once when another process holds it, `CORRUPT` when a log stands
 * beside a base opened for reading; its queries throw `OOM` and `ENOSPC`.
 */
export async function openWarehouse(path: string, options: WarehouseOptions = {}): Promise<Warehouse> {
  if (options.readOnly && existsSync(`${path}.wal`)) throw foreignLog(path);
  const release = holdPath(path, options.readOnly ?? false);
  const instance = await openInstance(path, options).catch((error: unknown) => {
    release();
    throw error;
  });
  const connection = await instance.connect();
  const refuse = (error: unknown): never => {
    throw asEngineFault(path, error);
  };
  return {
    path,
    run: async (sql, params) => {
      await execute(connection, sql, params).catch(refuse);
    },
    all: async <T>(sql: string, params?: SqlParams) => {
      const reader = await execute(connection, sql, params).catch(refuse);
      const names = reader.deduplicatedColumnNames();
      return reader
        .getRows()
        .map((row) => Object.fromEntries(row.map((value, i) => [names[i], toPlainValue(value)])) as T);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
      release();
    }
  };
}

/** Paths open in this process; true = for reading only. DuckDB's lock is per process: it lets a second writer in. */
const held = new Map<string, {readOnly: boolean; count: number}>();

function holdPath(path: string, readOnly: boolean): () => void {
  if (path === ":memory:") return () => {};
  const key = resolve(path);
  const holder = held.get(key);
  if (holder && !(holder.readOnly && readOnly)) throw lockedBase(path, process.pid);
  const count = (holder?.count ?? 0) + 1;
  held.set(key, {readOnly, count});
  return () => {
    const left = (held.get(key)?.count ?? 1) - 1;
    if (left > 0) held.set(key, {readOnly, count: left});
    else held.delete(key);
  };
}

async function openInstance(path: string, options: WarehouseOptions): Promise<DuckDBInstance> {
  const settings: Record<string, string> = {};
  if (options.readOnly) settings.access_mode = "READ_ONLY";
  if (options.memoryLimit) settings.memory_limit = options.memoryLimit;
  if (options.threads) settings.threads = String(options.threads);
  if (options.tempDirectory) settings.temp_directory = options.tempDirectory;
  try {
    return await DuckDBInstance.create(path, settings);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (!/lock|already attached|different configuration/i.test(message)) throw asEngineFault(path, cause);
    throw lockedBase(path, /PID (\d+)/.exec(message)?.[1], cause);
  }
}

function lockedBase(path: string, holder: string | number | undefined, cause?: unknown): DataError {
  const found = holder
    ? `une base tenue par le processus ${holder}`
    : "une base tenue par un autre traitement";
  const action = "attendre la fin du traitement en cours, puis relancer";
  return new DataError("LOCKED", {where: path, expected: "une base libre", found, action}, {cause});
}

function execute(connection: DuckDBConnection, sql: string, params: SqlParams | undefined) {
  if (params === undefined) return connection.runAndReadAll(sql);
  if (isList(params))
    return connection.runAndReadAll(sql, params.map(toBound), params.map(toBoundType) as DuckDBType[]);
  const entries = Object.entries(params);
  const values = Object.fromEntries(entries.map(([name, value]) => [name, toBound(value)]));
  const types = Object.fromEntries(
    entries.filter(([, value]) => isInteger(value)).map(([name]) => [name, BIGINT])
  );
  return connection.runAndReadAll(sql, values, types);
}

const isList = (params: SqlParams): params is readonly SqlValue[] => Array.isArray(params);
const isInteger = (value: SqlValue): value is number =>
  typeof value === "number" && Number.isSafeInteger(value);
const toBound = (value: SqlValue): DuckDBValue => (isInteger(value) ? BigInt(value) : value);
const toBoundType = (value: SqlValue): DuckDBType | undefined => (isInteger(value) ? BIGINT : undefined);
