import {indicators} from "../src/read-indicators.ts";
import type {Row, Tables} from "./build-from.ts";
import {readReference} from "./read-reference.ts";

const commune = (code_commune: string, code_epci: string, population: number): Row => ({
  code_commune,
  code_epci,
  code_departement: "77",
  population
});

const urssaf = (
  code_commune: string,
  code_ape: string,
  grand_secteur: string,
  debut: number | null,
  fin: number | null
): Row => ({
  code_commune,
  code_ape,
  division: code_ape.slice(0, 2),
  grand_secteur,
  est_interim: code_ape === "7820Z",
  etablissements_2023: 1,
  etablissements_2025: 1,
  effectif_2023: debut,
  effectif_2025: fin
});

const membre = (niveau: string, code_territoire: string, ...communes: string[]): Row[] =>
  communes.map((code_commune) => ({niveau, code_territoire, code_commune}));

const territoire = (niveau: string, code_territoire: string, communes: number): Row => ({
  niveau,
  code_territoire,
  nom: code_territoire,
  communes
});

/**
 * Five communes. A and B make the TI; C has a blank cell; D, alone in its EPCI, is not in the file; E has no employer.
 * The old code V is split by halves between B and C.
 */
export const smallCountry: Tables = {
  "core.commune": [
    commune("A", "e1", 200),
    commune("B", "e1", 100),
    commune("C", "e1", 50),
    commune("D", "e2", 20),
    commune("E", "e1", 5)
  ],
  "core.passage_commune": [
    ...["A", "B", "C", "D", "E"].map((code) => ({code_source: code, code_commune: code, part: 1})),
    {code_source: "V", code_commune: "B", part: 0.5},
    {code_source: "V", code_commune: "C", part: 0.5}
  ],
  "core.appartenance": [
    ...["A", "B", "C", "D", "E"].flatMap((code) => membre("commune", code, code)),
    ...membre("ti", "X", "A", "B"),
    ...membre("region", "11", "A", "B", "C"),
    ...membre("france", "FR", "A", "B", "C", "E")
  ],
  "core.territoire": [
    ...["A", "B", "C", "D", "E"].map((code) => territoire("commune", code, 1)),
    territoire("ti", "X", 2),
    territoire("region", "11", 3),
    territoire("france", "FR", 4)
  ],
  "core.perimetre": [{code_territoire: "X", nom: "X", date_label: "2023-11-09"}],
  "core.population_annuelle": ["A", "B", "C", "D", "E"].map((code_commune, i) => ({
    code_commune,
    annee: 2023,
    population: [200, 100, 50, 20, 5][i]!
  })),
  "staging.urssaf__commune_ape": [
    urssaf("A", "1071C", "industrie", 50, 60),
    urssaf("A", "7820Z", "interim", 20, 40),
    urssaf("B", "4941A", "autres_services", 10, 20),
    urssaf("V", "4941A", "autres_services", 10, 10),
    urssaf("C", "4711F", "commerce", 4, 4),
    urssaf("C", "4721Z", "commerce", 1, null)
  ],
  "reference.naf_division": readReference("naf_division"),
  "reference.grand_secteur": readReference("grand_secteur"),
  "reference.modalite": readReference("modalite"),
  "meta.snapshot": [
    {source: "urssaf", file: "commune_ape", vintage: "2025", sha256: "0123456789abcdef"},
    {source: "decoupage", file: "communes", vintage: "2023", sha256: "fedcba9876543210"}
  ]
};

/** Indicators that the small country can make: those of population and of private employment. */
export const smallIndicators = indicators.filter(({sources}) =>
  sources.every((source) => ["urssaf", "decoupage", "populations"].includes(source))
);
