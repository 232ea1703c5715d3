import {destinations} from "./yearly-columns.ts";

/** A column of the producer's file and the SQL of its cells, over `commune` (see simulate.ts). */
export interface SimulatedColumn {
  header: string;
  cell: string;
}

const first = 11;
const last = 24;
const surface = 1 / 10_000;

/** Share of each destination in an ordinary commune, how often it consumes nothing of it, and how unequal the years are. */
const profiles = {
  habitat: {share: 0.63, weight: "poids_habitat", idle: 0.25, spread: 0.5},
  activite: {share: 0.23, weight: "poids_activite", idle: 0.62, spread: 0.9},
  mixte: {share: 0.02, weight: "poids_habitat", idle: 0.9, spread: 0.8},
  route: {share: 0.07, weight: "poids_habitat", idle: 0.8, spread: 0.8},
  ferroviaire: {share: 0.005, weight: "poids_activite", idle: 0.98, spread: 0.8},
  inconnu: {share: 0.045, weight: "poids_habitat", idle: 0.7, spread: 0.6}
} as const;

/** National pace of each year: high at the start, low in 2014–2016 and after 2020, the last year not yet whole. */
const pace = [1.2, 1.14, 1.02, 0.94, 0.88, 0.9, 0.94, 0.97, 0.95, 0.9, 0.88, 0.86, 0.8, 0.62];

const pad = (year: number): string => String(year).padStart(2, "0");
const years = Array.from({length: last - first + 1}, (_, index) => first + index);
const decimal = (sql: string): string => `cast(${sql} as double)`;
const flow = (name: string, year: number): string => `${name}_${year}`;

/** Select items that add the flows, in whole m², to a row of `commune`. */
export const simulatedFlows: readonly string[] = years.flatMap((year, index) =>
  destinations.map(({name}) => {
    const {share, weight, idle, spread} = profiles[name];
    const salt = `enaf/${name}/${year}`;
    // Divided by the chance of a year with something: the mean stays the share.
    const mean = ((share * (pace[index] ?? 1)) / (1 - idle)).toFixed(5);
    return `if(tirage(code_commune, '${salt}/nul') < ${idle}, 0,
      cast(floor(${weight} * ${mean} * dispersion(code_commune, '${salt}', ${spread})) as bigint)
    ) as ${flow(name, year)}`;
  })
);

function sumYears(name: string, from: number, to: number): string {
  return years
    .filter((year) => year >= from && year < to)
    .map((year) => flow(name, year))
    .join(" + ");
}

/** Select items that add the total of each year; as in life, rounding leaves a m² in a few cells. */
export const simulatedTotals: readonly string[] = years.map((year) => {
  const sum = destinations.map(({name}) => flow(name, year)).join(" + ");
  return `${sum} + if(est_ailleurs and tirage(code_commune, 'enaf/arrondi/${year}') < 0.0005, 1, 0) as ${flow("total", year)}`;
});

function period(from: number, to: number): SimulatedColumn[] {
  const span = [pad(from), pad(to)] as const;
  return [
    {header: `naf${span[0]}art${span[1]}`, cell: decimal(sumYears("total", from, to))},
    ...destinations.map(({name, code}) => ({
      header: `art${span[0]}${code}${span[1]}`,
      cell: decimal(sumYears(name, from, to))
    }))
  ];
}

const text = (header: string, cell: string): SimulatedColumn => ({header, cell});
const censuses = [11, 16, 22];
const counts = ["pop", "men", "emp"] as const;
const total = sumYears("total", first, last + 1);

/** The 172 columns of the 2025 layout; names that the documentation leaves out are plausible, not known. */
export const simulatedColumns: readonly SimulatedColumn[] = [
  text("idcom", "code_commune"),
  text("idcomtxt", "nom_commune"),
  text("idreg", "code_region"),
  text("idregtxt", "nom_region"),
  text("iddep", "code_departement"),
  text("iddeptxt", "nom_departement"),
  text("epci25", "code_epci"),
  text("epci25txt", "nom_epci"),
  text("scot", "null::varchar"),
  text("aav2020", "code_zone_emploi"),
  text("aav2020txt", "libelle_zone_emploi"),
  text("aav2020_typo", "null::varchar"),
  ...years.flatMap((year) => period(year, year + 1)),
  ...period(first, last + 1),
  ...period(11, 21),
  ...period(21, last + 1),
  ...period(11, 16),
  ...period(16, 22),
  ...period(11, 22),
  {header: "artcom1125", cell: `round(100.0 * (${total}) / surface_m2, 2)`},
  {header: "surfcom2025", cell: decimal("surface_m2")},
  ...counts.flatMap((count) => [
    ...censuses.map((year) => ({header: `${count}${year}`, cell: decimal(`${count}${year}`)})),
    {header: `${count}1116`, cell: decimal(`${count}16 - ${count}11`)},
    {header: `${count}1622`, cell: decimal(`${count}22 - ${count}16`)}
  ]),
  {header: "mepart1116", cell: ratio("men16 - men11", 11, 16)},
  {
    header: "menhab1116",
    cell: `round((men16 - men11) / nullif((${sumYears("habitat", 11, 16)}) * ${surface}, 0), 2)`
  },
  {header: "artpop1116", cell: `round((${sumYears("total", 11, 16)}) / nullif(pop16 - pop11, 0), 2)`}
];

function ratio(sql: string, from: number, to: number): string {
  return `round((${sql}) / nullif((${sumYears("total", from, to)}) * ${surface}, 0), 2)`;
}
