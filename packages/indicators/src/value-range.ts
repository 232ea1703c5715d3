import type {Indicator, Unit} from "@observatoire/catalog";

type Range = readonly [min: number | null, max: number | null];

const positive: Range = [0, null];

/** What a value can be, by its unit: an amount is not negative, a share is between 0 and 100, a rate loses 100 % at most. */
const ranges: Readonly<Record<Unit, Range>> = {
  nombre: positive,
  habitants: positive,
  emplois: positive,
  etablissements: positive,
  pct: [0, 100],
  pct_an: [-100, null],
  points: [-100, 100],
  base100: positive,
  ratio: positive,
  indice: [0, 1],
  pour_100: positive,
  ha: positive,
  m2_habitant: positive,
  m2_emploi: positive,
  eur: [null, null],
  etp: positive,
  jours: positive,
  actions: positive,
  eur_m2: positive
};

/** Smallest and largest possible value of an indicator: what it declares, else what its unit says. */
export function readRange({unit, promises}: Indicator): Range {
  return promises?.range ?? ranges[unit];
}
