import {findStock, type StockInput} from "./find-stock.ts";
import type {Finding} from "./finding.ts";
import {habitants} from "./quantity.ts";
import {minimumForComment} from "./rules.ts";

/** Inhabitants on a 1 January. `millesime` is the producer's name of the vintage: "populations légales 2023". */
export function findPopulation(input: StockInput & {millesime?: string | null}): Finding {
  return findStock(input, {
    mots: habitants,
    minimum: minimumForComment.habitants,
    extra: input.millesime ? `Millésime : ${input.millesime}` : null
  });
}
