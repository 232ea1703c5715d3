import type {Tables} from "./build-from.ts";
import {emploi, periode, reference} from "./emploi.ts";

/** The example of the R package « specificite »: four zones × three sectors, 267 jobs in all. */
const zones = [
  [22, 32, 41],
  [14, 17, 32],
  [7, 12, 10],
  [55, 9, 16]
];
const sectors = ["CA", "CB", "HZ"];
const annee = 2025;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function rowsOf(territoire: string, jobs: readonly number[]) {
  return [
    emploi({territoire, annee, nomenclature: "HORS", effectif: sum(jobs)}),
    ...jobs.map((effectif, k) =>
      emploi({territoire, annee, nomenclature: "A38", modalite: sectors[k]!, effectif})
    )
  ];
}

/** Tables under the indices of specialisation, France being the four zones. */
export const goldenZones: Tables = {
  "core.emploi_territoire": [
    ...zones.flatMap((jobs, i) => rowsOf(`zone_emploi:${i + 1}`, jobs)),
    ...rowsOf(
      "france:FR",
      sectors.map((_, k) => sum(zones.map((jobs) => jobs[k]!)))
    )
  ],
  "core.territoire_reference": [
    ...zones.map((_, i) => reference(`zone_emploi:${i + 1}`, "france:FR")),
    reference("france:FR", "france:FR")
  ],
  "core.periode_reference": [periode(2015, annee)]
};

/** Values of a zone rounded as the golden table prints them, in the order of the sectors. */
export function valuesOf(
  rows: readonly {code_territoire: string; modalite: string; valeur: number | null}[],
  zone: number
) {
  return rows
    .filter(({code_territoire}) => code_territoire === String(zone))
    .sort((a, b) => a.modalite.localeCompare(b.modalite))
    .map(({valeur}) => (valeur === null ? null : Number(valeur.toFixed(6))));
}
