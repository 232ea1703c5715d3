import type {Statut, Territoire} from "@observatoire/catalog";
import type {Published} from "../published.ts";
import {lastRow, type Selection} from "./values.ts";

/** The same measure for other territories, in the shape findings take. */
export function references(
  published: Published,
  indicateur: string,
  others: readonly Territoire[],
  selection: Selection
): {territoire: Territoire; valeur: number | null; statut: Statut; effectif: number | null}[] {
  return others.map((territoire) => {
    const row = lastRow(published, indicateur, territoire, selection);
    return {
      territoire,
      valeur: row?.valeur ?? null,
      statut: row?.statut ?? "non_disponible",
      effectif: jobs(published, territoire, selection.to)
    };
  });
}

/** The smaller of two counts, both known. */
export function smallest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.min(a, b);
}

/** Jobs at the poorer end of a period: what a rate rests on. */
export function smallestJobs(
  published: Published,
  territoire: Territoire,
  {from, to}: {from: string; to: string}
): number | null {
  return smallest(jobs(published, territoire, from), jobs(published, territoire, to));
}

/** Private employees of a territory at a date: what the small-number rules rest on. */
export function jobs(published: Published, territoire: Territoire, to: string | undefined): number | null {
  return lastRow(published, "effectif_prive", territoire, to === undefined ? {} : {to})?.valeur ?? null;
}
