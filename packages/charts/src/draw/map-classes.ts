import {type FigureColumn, type FigureSpec, type Statut, statuts} from "@observatoire/catalog";
import {numberOf, statutOf, valueText} from "../cell.ts";
import {paint} from "../palette.ts";

export type Carte = Extract<FigureSpec, {kind: "carte"}>;

export interface MapClass {
  label: string;
  count: number;
  fill: string;
  /** Colour of a name written on it. */
  ink: string;
}

type ClassColour = Parameters<typeof paint>[0];

const sequences: readonly (readonly ClassColour[])[] = [
  ["class-3"],
  ["class-2", "class-4"],
  ["class-1", "class-3", "class-5"],
  ["class-1", "class-2", "class-4", "class-5"],
  ["class-1", "class-2", "class-3", "class-4", "class-5"]
];

const dark = new Set<ClassColour>(["class-4", "class-5", "low-2", "high-2"]);

/** Index of the class of a value; a bound belongs to the class above it. */
export function classOf(value: number, breaks: readonly number[]): number {
  return breaks.filter((bound) => value >= bound).length;
}

/** Classes with their bounds in words and the number of communes in each. */
export function readClasses(spec: Carte, column: FigureColumn): MapClass[] {
  const breaks = spec.breaks.slice(0, 4);
  const colours = classColours(breaks, spec.middle);
  const counts = colours.map(() => 0);
  for (const row of spec.rows) {
    const value = numberOf(row, spec.value);
    if (value === null) continue;
    const index = classOf(value, breaks);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return colours.map((colour, index) => ({
    label: classLabel(breaks, index, column),
    count: counts[index] ?? 0,
    fill: paint(colour),
    ink: paint(dark.has(colour) ? "ink-inverse" : "ink")
  }));
}

/** The two absences, drawn with their own pattern. */
export function absenceOf(statut: Statut): "secret" | "missing" {
  return statut === "secret" ? "secret" : "missing";
}

export function countAbsences(spec: Carte): {secret: number; missing: number} {
  const absent = spec.rows.filter((row) => numberOf(row, spec.value) === null);
  const secret = absent.filter((row) => absenceOf(statutOf(row)) === "secret").length;
  return {secret, missing: absent.length - secret};
}

/** Words of the legend: values left out on purpose are not "non disponible". */
export function labelAbsence(spec: Carte, absence: "secret" | "missing"): string {
  if (absence === "secret") return statuts.secret.label;
  return spec.rows.some((row) => statutOf(row) === "non_applicable")
    ? "sans valeur"
    : statuts.non_disponible.label;
}

export function patternId(idPrefix: string, absence: "secret" | "missing"): string {
  return `${idPrefix}-${absence}`;
}

/** Hatches for what is missing, dots for what is secret. */
export function drawPatterns(idPrefix: string): string {
  const pattern = (name: "secret" | "missing", mark: string) =>
    `<pattern id="${patternId(idPrefix, name)}" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="${paint("surface")}"/>${mark}</pattern>`;
  const hatch = `<path d="M-1,8L8,-1M-1,1L1,-1M6,8L8,6" stroke="${paint("rule")}" stroke-width="1.2"/>`;
  const dot = `<circle cx="3.5" cy="3.5" r="1.7" fill="${paint("grey-2")}"/>`;
  return `<defs>${pattern("missing", hatch)}${pattern("secret", dot)}</defs>`;
}

function classLabel(breaks: readonly number[], index: number, given: FigureColumn): string {
  // Bounds are round: no more decimals than they need.
  const decimals = Math.max(0, ...breaks.map((bound) => (String(bound).split(".")[1] ?? "").length));
  const column = {...given, decimals};
  const low = breaks[index - 1];
  const high = breaks[index];
  if (low === undefined && high === undefined) return "toutes les valeurs connues";
  if (low === undefined) return `moins de ${valueText(high ?? 0, column)}`;
  if (high === undefined) return `${valueText(low, column)} et plus`;
  return `de ${valueText(low, {...column, unit: "nombre"})} à ${valueText(high, column)}`;
}

function classColours(breaks: readonly number[], middle: number | null): ClassColour[] {
  const count = breaks.length + 1;
  if (middle === null) return [...(sequences[count - 1] ?? [])];
  const below = breaks.filter((bound) => bound <= middle).length;
  const above = breaks.filter((bound) => bound >= middle).length;
  return Array.from({length: count}, (_, index): ClassColour => {
    if (index < below) return below - index > 1 || below === 1 ? "low-2" : "low-1";
    if (index >= count - above) return index > count - above || above === 1 ? "high-2" : "high-1";
    return "middle";
  });
}
