import type {Niveau, Territoire} from "@observatoire/catalog";
import type {Published} from "../published.ts";
import {communesOf, perimeter} from "./values.ts";

/**
 * Territories one is compared with, nearest first, France last: what holds it, and the départements and régions it lies
 * in when they are two at most. Two levels made of the same communes count once.
 */
export function comparisons(published: Published, territoire: Territoire): Territoire[] {
  const inside = communesOf(published, territoire);
  const within = (niveau: Niveau, codes: (string | null)[], max: number) => {
    const unique = [...new Set(codes)];
    if (unique.length > max || unique.includes(null)) return [];
    return unique.flatMap((code) => published.territory(niveau, code ?? "") ?? []);
  };
  const codesEpci = inside.map(({code_epci}) => code_epci);
  const departements = inside.map(({code_departement}) => code_departement);
  const regions = inside.map(({code_region}) => code_region);
  const found = [
    ...(territoire.niveau === "epci" ? [] : within("epci", codesEpci, 1)),
    ...(territoire.niveau === "ti" || inside.length < territoire.communes ? [] : [perimeter(published)]),
    ...within("departement", departements, 2),
    ...within("region", regions, 2),
    ...[published.territory("france") ?? []].flat()
  ];
  const others = found.filter(({communes}) => communes !== territoire.communes);
  return others.filter((other) => !others.some((kept) => isSame(kept, other) && rank(kept) < rank(other)));
}

/** The comparisons that hold the whole territory, nearest first: a share of them has a meaning. */
export function holders(published: Published, territoire: Territoire): Territoire[] {
  const all = comparisons(published, territoire);
  if (communesOf(published, territoire).length < territoire.communes) {
    return all.filter(({niveau}) => niveau === "france");
  }
  return all.filter(({niveau}) => all.filter((other) => other.niveau === niveau).length === 1);
}

/** Comparisons a chart of lines can hold: the régions, then the départements, leave first. */
export function fewComparisons(published: Published, territoire: Territoire, max = 4): Territoire[] {
  const all = comparisons(published, territoire);
  const without = (...left: Niveau[]) => all.filter(({niveau}) => !left.includes(niveau));
  return [all, without("region"), without("region", "departement")].find(({length}) => length <= max) ?? all;
}

/** Two levels that hold the same territory and count as many communes are one ("La Réunion"). */
const isSame = (a: Territoire, b: Territoire) => a.niveau !== b.niveau && a.communes === b.communes;

/** Of two such levels, the one kept: the perimeter before its only EPCI, the département before its région. */
const preference: readonly Niveau[] = ["ti", "epci", "departement", "region", "france"];
const rank = ({niveau}: Territoire) => preference.indexOf(niveau);
