import {type BuiltModel, buildModels, readModels, type Warehouse} from "@observatoire/warehouse";
import {type FillOptions, fillMart} from "./fill-mart.ts";
import {modelRoots} from "./folders.ts";

export interface BuildIndicatorsOptions extends FillOptions {
  /** Called after each model. */
  onModel?: (model: BuiltModel) => void | Promise<void>;
}

/**
 * Builds the models of this room (`core`, `indicator`, `mart`) over the `staging` and `reference` tables that are there,
 * with `reference.millesime` (year and date of each collected file) taken from `meta.snapshot`; then fills `mart.indicateur` and
 * `mart.indicateur_source`. Returns the number of rows of each indicator.
 */
export async function buildIndicators(
  warehouse: Warehouse,
  {onModel, ...options}: BuildIndicatorsOptions
): Promise<{indicateur: string; lignes: number}[]> {
  await warehouse.run("create schema if not exists reference");
  await warehouse.run(
    `create or replace table reference.millesime as
    select source, file, max(year(vintage_date::date))::integer as annee, max(vintage_date::date) as date_millesime
    from meta.snapshot group by all`
  );
  await buildModels(warehouse, await readModels(modelRoots), onModel ? {onModel} : {});
  return fillMart(warehouse, options);
}
