import type {Row, Tables} from "./build-from.ts";

/** Flow of a commune, in m²: `total` and what of it is for activity. */
export function conso(
  code_commune: string,
  annee: number,
  total: number | null,
  activite: number | null = 0
): Row[] {
  return [
    {code_commune, annee, destination: "total", surface_m2: total},
    {code_commune, annee, destination: "activite", surface_m2: activite}
  ];
}

/** The same flow each year from `debut` to `fin`, excluded. */
export const consoAnnuelle = (code: string, debut: number, fin: number, total: number, activite = 0): Row[] =>
  Array.from({length: fin - debut}, (_, index) => conso(code, debut + index, total, activite)).flat();

/** Two communes of a TI, and windows as the pipeline loads them: text. */
export const paysEnaf: Tables = {
  "core.appartenance": [
    {niveau: "commune", code_territoire: "A", code_commune: "A"},
    {niveau: "commune", code_territoire: "B", code_commune: "B"},
    {niveau: "ti", code_territoire: "X", code_commune: "A"},
    {niveau: "ti", code_territoire: "X", code_commune: "B"}
  ],
  "core.territoire": [
    {niveau: "commune", code_territoire: "A", nom: "A", communes: 1},
    {niveau: "commune", code_territoire: "B", nom: "B", communes: 1},
    {niveau: "ti", code_territoire: "X", nom: "X", communes: 2}
  ],
  "reference.periode_enaf": [
    {fenetre: "reference", debut: "2011", fin: "2021"},
    {fenetre: "suivante", debut: "2021", fin: "2031"}
  ]
};
