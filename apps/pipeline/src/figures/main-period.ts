import type {Published} from "../published.ts";
import {perimeter, selectRows, yearOf} from "./values.ts";

/**
 * Period the chapter comments: the ten years that end with the last data, or the longest available below ten. It is one of
 * the periods of `core.periode_reference`, so every figure of a page compares the same two dates.
 */
export function mainPeriod(published: Published): {from: string; to: string} {
  const rows = selectRows(published, "effectif_evolution", perimeter(published));
  const last = rows.at(-1)?.periode_fin ?? published.date;
  const spans = rows.filter((row) => row.periode_fin === last).map((row) => row.periode_debut);
  const years = (from: string) => yearOf(last) - yearOf(from);
  const chosen = spans.sort((a, b) => Math.abs(years(a) - 10) - Math.abs(years(b) - 10))[0];
  return {from: chosen ?? last, to: last};
}
