import {type FigureSpec, formatDate, type Territoire} from "@observatoire/catalog";
import {findSpecificite, findStructureDynamique, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {comparisons} from "./comparisons.ts";
import {figureBase, seuilOf} from "./figure-base.ts";
import {mainPeriod} from "./main-period.ts";
import {jobs} from "./references.ts";
import {minimumJobs, type SectorRow, sectorRows} from "./sector-rows.ts";
import {yearOf} from "./values.ts";

const shown = 15;

/** Sectors by their weight against the rest of the reference: a dot plot centred on 1, sized by jobs. */
export function specificiteFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const {rows, input, reference, period} = readSectors(published, territoire);
  const sentences = findSpecificite(input);
  const drawn = rows.slice(0, shown).sort((a, b) => (b.indice ?? 0) - (a.indice ?? 0));
  return {
    ...figureBase(published, {
      id,
      indicators: ["indice_specificite", "effectif_prive"],
      ...pick(sentences),
      subtitle: `Indice de spécificité ${nameTerritoire(territoire).de} par rapport au reste ${nameTerritoire(reference).deLe}, secteurs A38 d'au moins ${minimumJobs} emplois, au ${formatDate(period.to)}`,
      columns: [
        {name: "secteur", label: "Secteur (A38)", type: "texte"},
        {name: "indice", label: "Indice de spécificité", type: "nombre", unit: "ratio", decimals: 2},
        {name: "effectif", label: "Emplois", type: "nombre", unit: "emplois"}
      ],
      rows: drawn.map(({secteur, indice, effectif}) => ({secteur, indice, effectif})),
      whenEmpty: sentences.title,
      period: {from: period.to, to: period.to}
    }),
    kind: "points-specificite",
    label: "secteur",
    value: "indice",
    size: "effectif",
    sizeLabel: "emplois"
  };
}

/** Specialisation against growth, sector by sector: what the territory is made of, and whether it grows. */
export function structureDynamiqueFigure(
  published: Published,
  territoire: Territoire,
  id: string
): FigureSpec {
  const {rows, input, reference, period} = readSectors(published, territoire);
  const sentences = findStructureDynamique({...input, periode: period});
  const drawn = rows.filter(({evolution}) => evolution !== null);
  const largest = new Set(drawn.slice(0, 8).map(({code}) => code));
  const extreme = [...drawn].sort((a, b) => (b.indice ?? 0) - (a.indice ?? 0)).slice(0, 4);
  const emphasis = new Set([...largest, ...extreme.map(({code}) => code)]);
  return {
    ...figureBase(published, {
      id,
      indicators: ["indice_specificite", "effectif_prive"],
      ...pick(sentences),
      subtitle: `Indice de spécificité (référence : reste ${nameTerritoire(reference).deLe}) au ${formatDate(period.to)} et évolution annuelle de l'emploi de ${yearOf(period.from)} à ${yearOf(period.to)}, secteurs A38 d'au moins ${minimumJobs} emplois`,
      columns: [
        {name: "secteur", label: "Secteur (A38)", type: "texte"},
        {name: "indice", label: "Indice de spécificité", type: "nombre", unit: "ratio", decimals: 2},
        {
          name: "evolution",
          label: "Évolution par an",
          type: "nombre",
          unit: "pct",
          decimals: 1,
          signed: true
        },
        {name: "effectif", label: "Emplois", type: "nombre", unit: "emplois"},
        {name: "accent", label: "Étiquette", type: "nombre", hidden: true}
      ],
      rows: drawn.map(({code, secteur, indice, evolution, effectif}) => ({
        secteur,
        indice,
        evolution,
        effectif,
        accent: emphasis.has(code) ? 1 : 0
      })),
      whenEmpty: sentences.title,
      period
    }),
    kind: "nuage",
    label: "secteur",
    x: "indice",
    y: "evolution",
    size: "effectif",
    cross: {x: 1, y: 0},
    quadrants: [
      "spécifiques, en hausse",
      "spécifiques, en baisse",
      "peu présents, en baisse",
      "peu présents, en hausse"
    ],
    emphasis: "accent",
    xLog: true
  };
}

function readSectors(published: Published, territoire: Territoire) {
  const period = mainPeriod(published);
  const reference = comparisons(published, territoire).at(-1) ?? territoire;
  const all = sectorRows(published, territoire, {dimension: "a38", reference, period});
  const named = (row: SectorRow) => published.modalites.a38?.[row.code]?.libelle ?? row.code;
  const seuil = seuilOf(published, "indice_specificite");
  const effectif = jobs(published, territoire, period.to);
  const small = effectif !== null && effectif < seuil;
  return {
    period,
    reference,
    rows: small
      ? []
      : all.filter((row) => row.effectif >= minimumJobs && row.indice !== null && row.indice > 0),
    input: {
      territoire,
      reference,
      periode: {from: period.to, to: period.to},
      definition: "indice_specificite" as const,
      effectif,
      seuil,
      minimumEmplois: minimumJobs,
      secteurs: all.map((row) => ({
        code: row.code,
        libelle: named(row),
        indice: row.indice,
        effectif: row.effectif,
        evolution: row.evolution
      }))
    }
  };
}
