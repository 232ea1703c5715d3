import type {Territoire} from "@observatoire/catalog";
import {findStock, type StockInput} from "./find-stock.ts";
import {type Finding, type Mesure, sentences} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatShare, habitants} from "./quantity.ts";
import {counts, isSamePerimeter, minimumForComment, readMesure} from "./rules.ts";

export interface PopulationInput extends StockInput {
  /** Producer's name of the vintage: "populations légales 2023". */
  millesime?: string | null;
  /** A territory that holds this one, with its population at the same date. */
  ensemble?: (Mesure & {territoire: Territoire}) | null;
}

/** Inhabitants on a 1 January, and the share they make of a larger territory. */
export function findPopulation(input: PopulationInput): Finding {
  const finding = findStock(input, {
    mots: habitants,
    minimum: minimumForComment.habitants,
    extra: input.millesime ? `Millésime : ${input.millesime}` : null
  });
  const share = tellShare(input);
  if (share === null) return finding;
  return {
    ...finding,
    reading: `${finding.reading} ${sentences([`c'est ${share}`])}`,
    comparison: finding.comparison ?? share
  };
}

function tellShare(input: PopulationInput): string | null {
  const {ensemble} = input;
  if (!ensemble || isSamePerimeter(input, ensemble)) return null;
  const [own, whole] = [readMesure(input, counts), readMesure(ensemble, counts)];
  if (own.value === null || own.minimum || whole.value === null || whole.minimum) return null;
  if (own.value === 0 || own.value >= whole.value) return null;
  return `${formatShare((100 * own.value) / whole.value)} de la population ${tellOf(ensemble.territoire)}`;
}

/** "de Seine-et-Marne", but "de la France". */
function tellOf(territoire: Territoire): string {
  const nom = nameTerritoire(territoire);
  return territoire.niveau === "france" ? nom.deLe : nom.de;
}
