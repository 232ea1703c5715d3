import {DataError, type SourceFile} from "@observatoire/catalog";
import type {Warehouse} from "./open-warehouse.ts";
import {quoteIdentifier, quoteText} from "./quote-sql.ts";

/**
 * Refuses (`REFERENCE`) a file whose commune codes are unknown to `core.passage_commune`, listing the first ones.
 * `outOfScope` are real codes that no displayed territory holds (collectivités d'outre-mer).
 * Call it once that table and `staging.<source>__<file>` are built; a missing code (null) is not an unknown one.
 */
export async function checkCommuneCodes(
  warehouse: Warehouse,
  source: string,
  file: SourceFile,
  outOfScope: readonly string[] = []
): Promise<void> {
  if (!file.communeColumn) return;
  const column = quoteIdentifier(file.communeColumn);
  const real = `[${outOfScope.map(quoteText).join(", ")}]::varchar[]`;
  const unknown = await warehouse.all<{code: string; short: boolean}>(
    `select distinct donnees.${column}::varchar as code,
      '0' || donnees.${column}::varchar in (select code_source from core.passage_commune) as short
    from staging.${quoteIdentifier(`${source}__${file.id}`)} as donnees
    anti join core.passage_commune as passage on passage.code_source = donnees.${column}
    where donnees.${column} is not null and not list_contains(${real}, donnees.${column}::varchar)
    order by code`
  );
  if (unknown.length === 0) return;
  const cause = unknown.some(({short}) => short)
    ? ", cause probable : zéro de tête perdu, sans doute dans un tableur"
    : "";
  const first = unknown.slice(0, 5).map(({code}) => `« ${code} »`);
  throw new DataError("REFERENCE", {
    where: `${source}/${file.id}`,
    expected: `des codes du Code officiel géographique dans « ${file.communeColumn} »`,
    found: `${unknown.length} code${unknown.length > 1 ? "s" : ""} inconnu${unknown.length > 1 ? "s" : ""} (${first.join(", ")}${unknown.length > 5 ? ", …" : ""})${cause}`,
    action: "mettre à jour la géographie (COG), ou signaler ces codes au producteur"
  });
}
