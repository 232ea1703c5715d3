import {DataError, type Indicator} from "@observatoire/catalog";
import {quoteText, type Warehouse} from "@observatoire/warehouse";
import {dimensions} from "./dimensions.ts";
import {readLevelsBelow} from "./grain.ts";
import {readShape} from "./indicator-columns.ts";
import {indicators as catalogue} from "./read-indicators.ts";
import {selectRows} from "./select-rows.ts";
import {selectShown} from "./select-shown.ts";

export interface FillOptions {
  /** Id of the run, written on each row. */
  run: string;
  /** Default: the whole catalogue. */
  indicators?: readonly Indicator[];
}

/**
 * Writes `mart.indicateur` and `mart.indicateur_source` from the tables `indicator.*`, `core.appartenance` and
 * `meta.snapshot`, which must be there. Returns the number of rows of each indicator.
 * @throws DataError CHECK when an indicator's SQL breaks its declaration (columns, grain, dimensions).
 */
export async function fillMart(
  warehouse: Warehouse,
  {run, indicators = catalogue}: FillOptions
): Promise<{indicateur: string; lignes: number}[]> {
  await warehouse.run("create schema if not exists mart");
  await warehouse.run(`create or replace table mart.indicateur (
    indicateur varchar, niveau varchar, code_territoire varchar, periode_debut date, periode_fin date,
    dimension varchar, modalite varchar, nomenclature varchar, reference varchar,
    valeur double, valeur_min double, valeur_max double, numerateur double, denominateur double,
    statut varchar, motif varchar, run_id varchar)`);
  for (const indicator of indicators) await insertIndicator(warehouse, indicator, run);
  await fillSources(warehouse, indicators);
  return warehouse.all(
    "select indicateur, count(*) as lignes from mart.indicateur group by all order by indicateur"
  );
}

async function insertIndicator(warehouse: Warehouse, indicator: Indicator, run: string): Promise<void> {
  const described = await warehouse.all<{column_name: string}>(`describe indicator.${indicator.id}`);
  const columns = described.map(({column_name}) => column_name);
  const shape = readShape(indicator.id, columns);
  if (shape === "communes" && indicator.grain !== "commune") {
    throw refusal(
      indicator,
      "un SQL par territoire, l'indicateur n'existant pas par commune",
      "code_commune"
    );
  }
  if (shape === "territoires") await refuseFiner(warehouse, indicator);
  await warehouse.run(
    `insert into mart.indicateur by name
    select ${quoteText(indicator.id)} as indicateur, *, ${quoteText(run)} as run_id
    from (${selectShown(indicator, selectRows(indicator, shape, columns))})`
  );
  const unknown = await warehouse.all<{dimension: string}>(
    `select distinct dimension from mart.indicateur where indicateur = $1
     and dimension not in (${Object.keys(dimensions).map(quoteText).join(", ")})`,
    [indicator.id]
  );
  if (unknown[0]) {
    throw refusal(
      indicator,
      `une dimension parmi ${Object.keys(dimensions).join(", ")}`,
      `« ${unknown[0].dimension} »`
    );
  }
}

async function refuseFiner(warehouse: Warehouse, indicator: Indicator): Promise<void> {
  const finer = readLevelsBelow(indicator.grain);
  if (finer.length === 0) return;
  const [guilty] = await warehouse.all<{niveau: string}>(
    `select niveau from indicator.${indicator.id} where niveau in (${finer.map(quoteText).join(", ")}) limit 1`
  );
  if (guilty)
    throw refusal(indicator, `aucun niveau plus fin que « ${indicator.grain} »`, `« ${guilty.niveau} »`);
}

function refusal(indicator: Indicator, expected: string, found: string): DataError {
  return new DataError("CHECK", {
    where: `models/indicator/${indicator.id}.sql`,
    expected,
    found,
    action: "corriger le SQL ou la déclaration de l'indicateur"
  });
}

/** A source of several files gives several rows; a source that was not collected gives a row without snapshot. */
async function fillSources(warehouse: Warehouse, indicators: readonly Indicator[]): Promise<void> {
  const declared = indicators.flatMap(({id, sources}) =>
    sources.map((source) => `(${quoteText(id)}, ${quoteText(source)})`)
  );
  await warehouse.run(`create or replace table mart.indicateur_source as
    select
        periode.indicateur,
        periode.periode_fin,
        declaree.source,
        snapshot.vintage,
        snapshot.source || '/' || snapshot.file || '/' || left(snapshot.sha256, 12) as snapshot
    from (select distinct indicateur, periode_fin from mart.indicateur) as periode
    inner join (values ${declared.join(", ") || "(null, null)"}) as declaree(indicateur, source) using (indicateur)
    left join meta.snapshot as snapshot on snapshot.source = declaree.source
    order by all`);
}
