import {findStock, type StockInput} from "./find-stock.ts";
import type {Finding} from "./finding.ts";
import {emplois} from "./quantity.ts";
import {minimumForComment} from "./rules.ts";

/** Private jobs at a date: "Le territoire compte environ 30 200 emplois salariés privés au 31 décembre 2025, en hausse de …". */
export function findEffectif(input: StockInput): Finding {
  return findStock(input, {mots: emplois, minimum: minimumForComment.emplois});
}
