import {findStock, type StockInput} from "./find-stock.ts";
import type {Finding} from "./finding.ts";
import {etablissements, formatIndex} from "./quantity.ts";
import {counts, isTooSmall, minimumForComment, readMesure} from "./rules.ts";

/** Employer establishments at a date; with the jobs, their average size. */
export function findEtablissements(input: StockInput & {effectif?: number | null}): Finding {
  return findStock(input, {
    mots: etablissements,
    minimum: minimumForComment.etablissements,
    extra: tellAverageSize(input)
  });
}

function tellAverageSize(input: StockInput & {effectif?: number | null}): string | null {
  const stock = readMesure(input, counts);
  const effectif = readMesure({valeur: input.effectif ?? null}, counts);
  if (stock.value === null || stock.minimum || effectif.value === null || effectif.value === 0) return null;
  if (isTooSmall({etablissements: stock.value, emplois: effectif.value})) return null;
  const size = effectif.value / stock.value;
  return `Un établissement employeur compte en moyenne ${formatIndex(Math.round(size * 10) / 10)} ${size < 2 ? "salarié" : "salariés"}`;
}
