import type {FigureSource, IndicatorRow, Niveau, Territoire} from "@observatoire/catalog";
import {indicators} from "@observatoire/indicators";
import type {Published} from "../src/published.ts";

/** What is set for a territory of the fixture: jobs at each date and the part of industry among them. */
interface Sample {
  territoire: Territoire;
  population: number;
  /** Jobs without temporary work at the end of 2006, 2015 and 2025. */
  jobs: readonly [number, number, number];
  industry: number;
}

const years = [2006, 2015, 2025] as const;
const territoire = (niveau: Niveau, code: string, nom: string, communes = 1): Territoire => ({
  niveau,
  code,
  nom,
  tncc: 0,
  communes,
  simule: false
});

/** A perimeter of two EPCIs: one of a town and a village, one of a commune without a job; nine other TIs. */
const samples: readonly Sample[] = [
  {
    territoire: territoire("ti", "essai", "Essai", 3),
    population: 41_000,
    jobs: [8000, 9000, 9900],
    industry: 0.18
  },
  {
    territoire: territoire("epci", "200000001", "CA de la Ville", 2),
    population: 40_950,
    jobs: [8000, 9000, 9900],
    industry: 0.18
  },
  {
    territoire: territoire("epci", "200000002", "CC du Plateau", 1),
    population: 50,
    jobs: [0, 0, 0],
    industry: 0
  },
  {
    territoire: territoire("commune", "77001", "Grandville"),
    population: 40_800,
    jobs: [7992, 8990, 9888],
    industry: 0.18
  },
  {territoire: territoire("commune", "77002", "Le Village"), population: 150, jobs: [8, 10, 12], industry: 1},
  {territoire: territoire("commune", "77003", "Solitude"), population: 50, jobs: [0, 0, 0], industry: 0},
  {
    territoire: territoire("departement", "77", "Seine-et-Marne", 507),
    population: 1_400_000,
    jobs: [300_000, 330_000, 350_000],
    industry: 0.15
  },
  {
    territoire: territoire("region", "11", "Île-de-France", 1266),
    population: 12_000_000,
    jobs: [4e6, 4.2e6, 4.6e6],
    industry: 0.1
  },
  {
    territoire: territoire("france", "FR", "France", 34_875),
    population: 68_000_000,
    jobs: [18e6, 18.5e6, 20e6],
    industry: 0.16
  },
  ...Array.from({length: 9}, (_, index) => ({
    territoire: territoire("autre_ti", `TI-${index}`, `Vallée ${index}`, 20),
    population: 80_000,
    jobs: [20_000, 20_000, 19_000 + 500 * index] as const,
    industry: 0.2
  }))
];

const source = (id: string, licence: FigureSource["licence"], simulated: boolean): FigureSource => ({
  id,
  title: `Fichier ${id}`,
  producer: "Producteur",
  attribution: "Producteur, 2026",
  licence,
  vintage: "2026",
  collectedOn: "2026-11-01",
  homepage: "https://exemple.fr",
  origin: "https://exemple.fr/fichier.csv",
  sha256: "0".repeat(64),
  simulated,
  late: null
});

const names = {
  grand_secteur: ["industrie", "commerce", "autres_services"],
  a38: ["CA", "GZ", "MC"]
} as const;

/** Published files of a small made-up territory: real declarations, hand-made values; `urssaf: false` leaves that source out. */
export function makePublished({urssaf = true}: {urssaf?: boolean} = {}): Published {
  const index = new Map<string, IndicatorRow[]>();
  for (const row of samples.flatMap(makeRows)) {
    if (!urssaf && row.indicateur !== "population") continue;
    const key = `${row.indicateur}|${row.niveau}|${row.code_territoire}`;
    index.set(key, [...(index.get(key) ?? []), row]);
  }
  const territoires = samples.map((sample) => sample.territoire);
  const commune = (code: string, nom: string, code_epci: string) => ({
    ...{code, nom, code_epci, code_departement: "77", code_region: "11", codes_postaux: "77000"}
  });
  return {
    run: "20261101-000000-essai",
    date: "2026-11-01T00:00:00.000Z",
    commit: "inconnu",
    territoire: {code: "essai", nom: "Essai", dateLabel: "2023-11-09"},
    territoires,
    communes: [
      commune("77001", "Grandville", "200000001"),
      commune("77002", "Le Village", "200000001"),
      commune("77003", "Solitude", "200000002")
    ],
    indicateurs: indicators.map((indicator) => ({...indicator, sql: `${indicator.id}.sql`})),
    indicateurSources: indicators.flatMap(({id, sources}) =>
      sources.map((one) => ({indicateur: id, source: one}))
    ),
    sources: [
      source("decoupage", "licence-ouverte-2.0", false),
      ...(urssaf ? [source("urssaf", "odbl-1.0", true)] : []),
      source("territoires_industrie", "licence-ouverte-2.0", true)
    ],
    modalites: Object.fromEntries(
      Object.entries(names).map(([dimension, codes]) => [
        dimension,
        Object.fromEntries(codes.map((code) => [code, {libelle: code, court: code}]))
      ])
    ),
    geometrie: null,
    etablissements: [],
    etablissementsRetires: null,
    rows: (indicateur, {niveau, code}) => index.get(`${indicateur}|${niveau}|${code}`) ?? [],
    territory: (niveau, code) =>
      territoires.find((one) => one.niveau === niveau && (code === undefined || one.code === code))
  };
}

/** Rows of one territory: shares of sectors are industry, half of the rest, the rest. */
function makeRows({territoire: whom, population, jobs, industry}: Sample): IndicatorRow[] {
  const row = (
    indicateur: string,
    to: string,
    valeur: number | null,
    more: Partial<IndicatorRow> = {}
  ): IndicatorRow => ({
    indicateur,
    niveau: whom.niveau,
    code_territoire: whom.code,
    periode_debut: to,
    periode_fin: to,
    dimension: "total",
    modalite: "_T",
    nomenclature: null,
    reference: null,
    valeur,
    valeur_min: null,
    valeur_max: null,
    numerateur: null,
    denominateur: null,
    statut: valeur === null ? "non_applicable" : "connu",
    motif: null,
    ...more
  });
  const end = (year: number) => `${year}-12-31`;
  const shares = [industry, (1 - industry) / 2, (1 - industry) / 2];
  const [first, start, last] = jobs;
  const span = {periode_debut: end(2015)};
  const rate = (from: number) => (from > 0 ? 100 * ((last / from) ** (1 / 10) - 1) : null);
  const stocks = years.flatMap((year, rank) => {
    const count = jobs[rank] ?? 0;
    return [
      row("effectif_prive", end(year), count),
      row("etablissements_employeurs", end(year), Math.ceil(count / 9)),
      row("part_industrie", end(year), count > 0 ? 100 * industry : null),
      row("effectif_base100", end(year), first > 0 ? (100 * count) / first : null, {
        periode_debut: end(2006)
      }),
      ...Object.entries(names).flatMap(([dimension, codes]) =>
        codes.flatMap((modalite, position) => [
          row("effectif_prive", end(year), count * (shares[position] ?? 0), {dimension, modalite}),
          row("etablissements_employeurs", end(year), Math.ceil((count * (shares[position] ?? 0)) / 9), {
            dimension,
            modalite
          })
        ])
      )
    ];
  });
  const total = last - start;
  const effects = {national: start * 0.08, structurel: -start * 0.01, local: total - start * 0.07, total};
  return [
    row("population", "2023-01-01", population),
    ...stocks,
    row("effectif_evolution", end(2025), rate(start), span),
    row("krugman", end(2025), last > 0 ? 0.2 : null, {dimension: "a38", reference: "france:FR"}),
    ...names.a38.map((modalite, position) =>
      row("indice_specificite", end(2025), last > 0 ? [1.4, 0.9, 1.1][position]! : null, {
        ...{dimension: "a38", modalite, reference: "france:FR"}
      })
    ),
    ...Object.entries(effects).map(([modalite, valeur]) =>
      row("partage_structurel", end(2025), start > 0 ? valeur : null, {
        ...{...span, dimension: "effet_a38", modalite, denominateur: start, reference: "france:FR"}
      })
    )
  ];
}
