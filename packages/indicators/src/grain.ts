import type {Niveau} from "@observatoire/catalog";

const all: readonly Niveau[] = [
  "commune",
  "epci",
  "ti",
  "autre_ti",
  "zone_emploi",
  "departement",
  "region",
  "france"
];

/** Levels to which a figure published at each level must never be brought down: they are finer, or they cut across it. */
const below: Readonly<Record<Niveau, readonly Niveau[]>> = {
  commune: [],
  epci: ["commune"],
  ti: ["commune", "epci"],
  autre_ti: ["commune", "epci"],
  zone_emploi: ["commune", "epci", "ti", "autre_ti"],
  departement: ["commune", "epci", "ti", "autre_ti", "zone_emploi"],
  region: ["commune", "epci", "ti", "autre_ti", "zone_emploi", "departement"],
  france: all.filter((niveau) => niveau !== "france")
};

/** Levels refused to an indicator that exists at `grain` at the finest. */
export function readLevelsBelow(grain: Niveau): readonly Niveau[] {
  return below[grain];
}
