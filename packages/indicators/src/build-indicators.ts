import {type BuiltModel, buildModels, readModels, type Warehouse} from "@observatoire/warehouse";
import {type FillOptions, fillMart} from "./fill-mart.ts";
import {modelRoots} from "./folders.ts";

export interface BuildIndicatorsOptions extends FillOptions {
  /** Called after each model. */
  onModel?: (model: BuiltModel) => void | Promise<void>;
}

/**
 * Builds the models of this room (`core`, `indicator`, `mart`) over the `staging` and `reference` tables that are there,
 * `reference.millesime` (year and date of each collected file) included; then fills `mart.indicateur` and
 * `mart.indicateur_source`. Returns the number of rows of each indicator.
 */
export async function buildIndicators(
  warehouse: Warehouse,
  {onModel, ...options}: BuildIndicatorsOptions
): Promise<{indicateur: string; lignes: number}[]> {
  await buildModels(warehouse, await readModels(modelRoots), onModel ? {onModel} : {});
  return fillMart(warehouse, options);
}
