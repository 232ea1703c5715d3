import type {WrittenCheck} from "@observatoire/warehouse";
import {checkRows} from "../src/checks-of-rows.ts";
import {checkTerritories} from "../src/checks-of-territories.ts";
import {indicators} from "../src/read-indicators.ts";

/** What each indicator promises by its declaration alone; the `.sql` files beside are the promises it cannot make. */
export const checks: readonly WrittenCheck[] = indicators.flatMap((indicator) => [
  ...checkRows(indicator),
  ...checkTerritories(indicator)
]);
