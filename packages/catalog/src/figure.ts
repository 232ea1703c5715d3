import type {LicenceId} from "./licence.ts";
import type {Statut} from "./statut.ts";
import type {Unit} from "./unit.ts";

/**
 * A figure as neutral data: every renderer (SVG, HTML, PPTX, XLSX, Typst) draws from this and nothing else, so that
 * every medium shows the same values. Rows hold raw numbers; formatting belongs to the renderer.
 */
export interface FigureBase {
  /** Unique on the site: "emploi-base-100", "commune-77284-emploi". Kebab-case. */
  id: string;
  /** The finding, as a full sentence without final stop. */
  title: string;
  /** What is measured, unit, perimeter, exact period. */
  subtitle: string;
  /** One example read aloud ("Lecture : …" without the word). */
  reading: string;
  limits: readonly string[];
  columns: readonly FigureColumn[];
  rows: readonly FigureRow[];
  /** Indicators shown, for "D'où vient ce chiffre ?" and the methods page. */
  indicators: readonly FigureIndicator[];
  sources: readonly FigureSource[];
  /** Names units one by one: who may be named changes, so it is shown on the pages of the day and frozen nowhere. */
  nominative?: true;
  /** Worst statut among the rows shown; drives the badge. */
  statut: Statut;
  simulated: boolean;
  licence: LicenceId;
  /** Exact bounds of what is shown, ISO. */
  period: {from: string; to: string};
  /** Text alternative: what the chart shows, in one or two sentences. */
  alt: string;
  /** Null when there is something to draw; else why it is empty and what to do. */
  empty: string | null;
}

export interface FigureColumn {
  name: string;
  /** Header of the table twin. */
  label: string;
  type: "texte" | "nombre" | "annee" | "date";
  unit?: Unit;
  decimals?: number;
  /** Print a plus sign: changes, effects. */
  signed?: boolean;
  /** How a bound is rounded: outwards, so that the interval printed holds the one computed. */
  rounding?: "floor" | "ceil";
  /** Kept in the downloads, hidden from the table on the page. */
  hidden?: boolean;
}

export type FigureCell = string | number | null;

/** `statut` tells how to print a null number; it defaults to "connu". */
export type FigureRow = Readonly<Record<string, FigureCell>> & {readonly statut?: Statut};

export interface FigureIndicator {
  id: string;
  title: string;
  definition: string;
  formula: string;
  /** Path of the SQL in the repository. */
  sql: string;
}

export interface FigureSource {
  id: string;
  title: string;
  producer: string;
  attribution: string;
  licence: LicenceId;
  vintage: string;
  /** ISO date. */
  collectedOn: string;
  homepage: string;
  origin: string;
  sha256: string;
  simulated: boolean;
  /** ISO date by which the next edition is expected; past it the source is late, even if nothing runs any more. */
  expectedBefore?: string;
  /** « Données au …, édition suivante attendue depuis le … », or « …, périmées depuis le … »; null when on time. */
  late: string | null;
  /** Past its last limit: a badge says « Données périmées » on the page, a mark in the pictures, `fraicheur` in the files. */
  stale?: boolean;
  /** « Données au …, actualisation en échec depuis le … », or null; printed rather than `late` when there are both. */
  failing?: string | null;
}

/** How strongly a series is drawn: ours in accent, comparisons in grey told apart by dash and weight. */
export type Role = "territoire" | "comparaison" | "reference" | "pair";

/** Figures of the application; `x`, `y`, `label`… are names of columns. */
export type FigureSpec =
  | (FigureBase & {
      kind: "chiffre-cle";
      /** Row to print; comparisons are sentences made by findings. */
      value: string;
      period_label: string;
      comparison: string | null;
      direction: "plus-haut-mieux" | "plus-bas-mieux" | "neutre";
      /** Sparkline over the rows (x = year, y = value), or null. */
      spark: {x: string; y: string} | null;
    })
  | (FigureBase & {
      kind: "barres";
      label: string;
      value: string;
      /** Column with a `Role`; absent: all in accent. */
      role?: string;
      /** A second value drawn as a tick on the same bar line (dumbbell-like comparison), with its column label. */
      mark?: string;
      /** "lignes": in the order of the rows, which has a meaning; default: the longest first. */
      order?: "lignes";
    })
  | (FigureBase & {
      kind: "lignes";
      x: string;
      y: string;
      series: string;
      role: string;
      /** Value drawn as a reference line (100 for an index), or null. */
      baseline: number | null;
      /** Thin vertical rule: the label date. */
      mark: {x: number; label: string} | null;
      /** Years whose value is provisional are dashed. */
      provisionalFrom: number | null;
    })
  | (FigureBase & {
      kind: "points-specificite";
      label: string;
      /** Ratio centred on 1, log scale. */
      value: string;
      size: string;
      sizeLabel: string;
    })
  | (FigureBase & {
      kind: "nuage";
      label: string;
      x: string;
      y: string;
      size: string;
      /** Where the quadrants cross, and their four names, clockwise from top right. */
      cross: {x: number; y: number};
      quadrants: readonly [string, string, string, string];
      /** Column holding a boolean-like 1/0: rows to label directly. */
      emphasis: string;
      xLog?: boolean;
    })
  | (FigureBase & {
      kind: "cascade";
      label: string;
      value: string;
      /** Column: "effet" or "total". */
      role: string;
    })
  | (FigureBase & {
      kind: "bande";
      label: string;
      value: string;
      role: string;
      /** Vertical reference, as France, or null. */
      reference: {value: number; label: string} | null;
    })
  | (FigureBase & {
      kind: "carte";
      /** Column with the commune code. */
      code: string;
      label: string;
      value: string;
      /** "choroplethe" for ratios, "symboles" for counts. */
      form: "choroplethe" | "symboles";
      geometry: MapGeometry;
      /** Round class bounds, ascending, without the extremes; at most four (five classes). */
      breaks: readonly number[];
      /** Middle of a diverging scale (0 for a change, 1 for a quotient), or null for one hue. */
      middle: number | null;
    })
  | (FigureBase & {
      kind: "intervalles";
      label: string;
      /** Bounds of each interval; a null bound is unknown and drawn open. */
      min: string;
      max: string;
      /** Column with a `Role`; absent: all in accent. */
      role?: string;
    })
  | (FigureBase & {
      kind: "colonnes";
      x: string;
      y: string;
      /** Column naming the stacked parts, at most three, in the order of the rows (first at the base); null: one part. */
      series: string | null;
      /** Horizontal rule: an average, a yearly ceiling, or null. */
      reference: {value: number; label: string} | null;
      /** Thin vertical rule: the label date. */
      mark: {x: number; label: string} | null;
      /** Years whose value is provisional are hatched. */
      provisionalFrom: number | null;
    })
  | (FigureBase & {
      kind: "carte-points";
      label: string;
      longitude: string;
      latitude: string;
      /** Number the area of the disc is proportional to. */
      size: string;
      sizeLabel: string;
      /** Column naming at most three groups, told apart by colour and by shape, or null. */
      group: string | null;
      geometry: MapGeometry;
    })
  | (FigureBase & {
      /** Actions in time: a bar from start to planned end, today's line; the order of the rows is kept (late first). */
      kind: "gantt";
      label: string;
      /** Columns of ISO dates; a null bound is not planned and drawn open. */
      start: string;
      end: string;
      /** Column naming the axis (`Axe`): its colour and its group; rows of a group follow one another. */
      axe: string;
      /** Column with the sign of the row: "en retard", "bloquée", "réalisée", "abandonnée" or "" ; printed as a word. */
      sign: string;
      /** Column of the share done, 0–100 or null: the filled part of the bar. */
      done: string;
      /** ISO date of the vertical line. */
      today: string;
    })
  | (FigureBase & {
      /** Planned, committed, paid: three nested bars on one line; a null amount is said, never drawn as zero. */
      kind: "puces";
      label: string;
      planned: string;
      committed: string;
      paid: string;
    })
  | (FigureBase & {
      /** Amounts from sources to targets (financeurs to axes), at most a dozen nodes; else the table says it. */
      kind: "flux";
      from: string;
      to: string;
      value: string;
      /** Column naming the axis of `to`, for its colour, or null. */
      axe: string | null;
    })
  | (FigureBase & {kind: "table"});

export type FigureKind = FigureSpec["kind"];

/** Contours when collected; else a cartogram from coordinates; never a false map. */
export type MapGeometry =
  | {kind: "contours"; features: readonly MapFeature[]; attribution: string}
  | {
      kind: "cartogramme";
      points: readonly {code: string; longitude: number; latitude: number}[];
      attribution: string;
    };

export interface MapFeature {
  code: string;
  /** Rings in longitude, latitude; polygons of a commune flattened into one list of polygons. */
  polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
}
