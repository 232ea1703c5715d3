import {DataError, formatNumber, type RowAccount, type SourceFile} from "@observatoire/catalog";
import {countRejects} from "./count-rejects.ts";
import {dropDuplicates} from "./drop-duplicates.ts";
import {dropMismatches} from "./drop-mismatches.ts";
import type {Warehouse} from "./open-warehouse.ts";
import {quoteIdentifier} from "./quote-sql.ts";

export interface AccountOptions {
  /** Records of the file, counted without the loader (`Inspection.rows`). */
  read: number;
  /** Staging name of a key, patterned or commune column when staging renames it. */
  names?: Readonly<Record<string, string>>;
}

/**
 * Accounts for every row of a file once `staging.<source>__<file>` is built, and cleans that table: rows breaking a
 * `pattern` and identical duplicates are dropped and counted. Throws `TYPE` (`DIALECT` for a decimal comma) above `maxRejectedShare`,
 * `DUPLICATE_KEY` when two rows of one key differ, `TRUNCATED` unless read = loaded + rejected + duplicates. When staging
 * keeps a slice (`reduced`), patterns and keys are verified on the slice, and `loaded` is what its aggregate counted.
 */
export async function accountRows(
  warehouse: Warehouse,
  source: string,
  file: SourceFile,
  {read, names = {}}: AccountOptions
): Promise<RowAccount> {
  const where = `${source}/${file.id}`;
  const table = `staging.${quoteIdentifier(`${source}__${file.id}`)}`;
  const staged = await listColumns(warehouse, `${source}__${file.id}`);
  const column = (name: string): string => {
    const found = names[name] ?? name;
    if (!staged.has(found)) {
      throw new Error(
        `staging.${source}__${file.id} doit garder la colonne « ${found} » : elle est une clé ou porte un motif dans source.ts.`
      );
    }
    return found;
  };
  const unreadable = await countRejects(warehouse, source, file);
  const mismatched = await dropMismatches(warehouse, table, file, column);
  const rejected = unreadable.rows + mismatched.rows;
  const first = unreadable.first ?? mismatched.first;
  if (first && rejected > (file.maxRejectedShare ?? 0) * read) {
    throw new DataError(first.code, {
      where: first.line === null ? where : `${where}, ligne ${formatNumber(first.line)}`,
      expected: first.expected,
      found: `${first.found} (${formatNumber(rejected)} ligne${rejected > 1 ? "s" : ""} sur ${formatNumber(read)}), cause probable : ${first.cause}`,
      action: "comparer le fichier avec source.ts, puis signaler la ligne au producteur"
    });
  }
  const duplicates = await dropDuplicates(warehouse, table, where, file.key.map(column));
  const [count] = await warehouse.all<{n: number}>(`select count(*) as n from ${table}`);
  const kept = count?.n ?? 0;
  const account =
    file.reduced === undefined
      ? {read, loaded: kept, rejected, duplicates}
      : {
          read,
          loaded: await countReduced(warehouse, source, file.reduced),
          rejected: unreadable.rows,
          duplicates: 0,
          kept
        };
  refuseLostRows(where, account);
  return account;
}

/** Rows of the whole file as the aggregate that sees them all counted them. */
async function countReduced(warehouse: Warehouse, source: string, entity: string): Promise<number> {
  const [count] = await warehouse.all<{n: number}>(
    `select coalesce(sum(lignes), 0)::bigint as n from staging.${quoteIdentifier(`${source}__${entity}`)}`
  );
  return count?.n ?? 0;
}

async function listColumns(warehouse: Warehouse, table: string): Promise<Set<string>> {
  const columns = await warehouse.all<{name: string}>(
    "select column_name as name from information_schema.columns where table_schema = 'staging' and table_name = $1",
    [table]
  );
  if (columns.length === 0)
    throw new Error(`staging.${table} n'est pas construite : staging/${table.split("__")[1]}.sql manque.`);
  return new Set(columns.map(({name}) => name));
}

function refuseLostRows(where: string, {read, loaded, rejected, duplicates}: RowAccount): void {
  if (read === loaded + rejected + duplicates) return;
  throw new DataError("TRUNCATED", {
    where,
    expected: `${formatNumber(read)} lignes lues = chargées + rejetées + doublons`,
    found: `${formatNumber(loaded)} + ${formatNumber(rejected)} + ${formatNumber(duplicates)}`,
    action: "vérifier que le staging garde une ligne par ligne du fichier, sans jointure ni filtre"
  });
}
