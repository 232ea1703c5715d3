export * from "./agree.ts";
export * from "./banned-words.ts";
export {compareRate, compareShare, isStable} from "./compare.ts";
export {compareMesure} from "./compare-mesure.ts";
export * from "./elide.ts";
export * from "./find-accueil.ts";
export * from "./find-actifs.ts";
export * from "./find-bande.ts";
export * from "./find-base100.ts";
export * from "./find-carte.ts";
export * from "./find-concentration.ts";
export * from "./find-definitions.ts";
export * from "./find-effectif.ts";
export * from "./find-employeurs.ts";
export * from "./find-etablissements.ts";
export * from "./find-etablissements-nommes.ts";
export * from "./find-evolution.ts";
export * from "./find-flux.ts";
export * from "./find-friches.ts";
export * from "./find-gisement.ts";
export * from "./find-grands-secteurs.ts";
export * from "./find-krugman.ts";
export * from "./find-part-industrie.ts";
export * from "./find-population.ts";
export * from "./find-prix.ts";
export * from "./find-rapport.ts";
export * from "./find-repartition.ts";
export * from "./find-shift-share.ts";
export {findSpecificite, type Specificite, type SpecificiteInput} from "./find-specificite.ts";
export type {StockInput} from "./find-stock.ts";
export * from "./find-structure-dynamique.ts";
export * from "./find-surface.ts";
export * from "./find-survie.ts";
export * from "./find-territoire-chapeau.ts";
export * from "./find-trajectoire.ts";
export * from "./find-ventes.ts";
export {type Finding, type Mesure, type Periode, type Reference, type Sujet, sentences} from "./finding.ts";
export * from "./format-mesure.ts";
export {spellEpci} from "./name-epci.ts";
export * from "./name-secteur.ts";
export * from "./name-territoire.ts";
export type {NomTerritoire} from "./nom-territoire.ts";
export {
  emplois,
  etablissements,
  etablissementsActifs,
  formatChange,
  formatHectares,
  formatIndex,
  formatPercent,
  formatPoints,
  formatShare,
  friches,
  habitants,
  type Mots,
  quantity,
  ventes
} from "./quantity.ts";
export * from "./rules.ts";
export * from "./typography.ts";
