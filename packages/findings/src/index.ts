export * from "./agree.ts";
export * from "./banned-words.ts";
export {compareRate, compareShare, isStable} from "./compare.ts";
export * from "./elide.ts";
export * from "./find-accueil.ts";
export * from "./find-bande.ts";
export * from "./find-base100.ts";
export * from "./find-carte.ts";
export * from "./find-effectif.ts";
export * from "./find-etablissements.ts";
export * from "./find-evolution.ts";
export * from "./find-grands-secteurs.ts";
export * from "./find-krugman.ts";
export * from "./find-part-industrie.ts";
export * from "./find-population.ts";
export * from "./find-shift-share.ts";
export {findSpecificite, type Specificite, type SpecificiteInput} from "./find-specificite.ts";
export type {StockInput} from "./find-stock.ts";
export * from "./find-structure-dynamique.ts";
export * from "./find-territoire-chapeau.ts";
export {type Finding, type Mesure, type Periode, type Reference, type Sujet, sentences} from "./finding.ts";
export * from "./format-mesure.ts";
export {spellEpci} from "./name-epci.ts";
export * from "./name-secteur.ts";
export * from "./name-territoire.ts";
export type {NomTerritoire} from "./nom-territoire.ts";
export {
  emplois,
  etablissements,
  formatChange,
  formatIndex,
  formatPercent,
  formatPoints,
  formatShare,
  habitants,
  type Mots,
  quantity
} from "./quantity.ts";
export * from "./rules.ts";
export * from "./typography.ts";
