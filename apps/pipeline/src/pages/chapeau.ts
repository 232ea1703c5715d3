import type {Territoire} from "@observatoire/catalog";
import {type Finding, findTerritoireChapeau} from "@observatoire/findings";
import {comparisons} from "../figures/comparisons.ts";
import {seuilOf} from "../figures/figure-base.ts";
import {mainPeriod} from "../figures/main-period.ts";
import {references, smallestJobs} from "../figures/references.ts";
import {lastRow} from "../figures/values.ts";
import type {Published} from "../published.ts";

/** What the top of a page says of a territory, from the same values as its figures. */
export function chapeau(published: Published, territoire: Territoire): Finding {
  return findTerritoireChapeau(chapeauInput(published, territoire));
}

/** Values of the summary of a territory, for the chapter, its page and the home page. */
export function chapeauInput(published: Published, territoire: Territoire) {
  const period = mainPeriod(published);
  const measure = (indicateur: string, selection = {}) => {
    const row = lastRow(published, indicateur, territoire, selection);
    return (
      row && {valeur: row.valeur, statut: row.statut, periode: {from: row.periode_debut, to: row.periode_fin}}
    );
  };
  const others = [...comparisons(published, territoire)].reverse();
  const evolution = measure("effectif_evolution", period);
  return {
    territoire,
    effectif: measure("effectif_prive") ?? {
      valeur: null,
      statut: "non_disponible" as const,
      periode: {from: period.to, to: period.to}
    },
    population: measure("population"),
    partIndustrie: measure("part_industrie"),
    references: references(published, "part_industrie", others, {to: period.to}),
    evolution: evolution && {...evolution, effectif: smallestJobs(published, territoire, period)},
    seuils: {
      partIndustrie: seuilOf(published, "part_industrie"),
      evolution: seuilOf(published, "effectif_evolution")
    }
  };
}
