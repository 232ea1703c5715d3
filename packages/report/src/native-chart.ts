import {
  type FigureColumn,
  type FigureRow,
  type FigureSpec,
  formatNumber,
  statuts,
  units
} from "@observatoire/catalog";
import {cellText, numberOf, palette, textOf} from "@observatoire/charts";

/** A chart that one edits in PowerPoint: raw values of the figure, in the order of its drawing. */
export type NativeChart = CategoryChart | ScatterChart;

export interface CategoryChart {
  type: "barres" | "colonnes" | "lignes";
  stacked: boolean;
  categories: readonly string[];
  series: readonly NativeSeries[];
  /** Code of Excel for the numbers: its group and decimal signs are those of the reader's Office. */
  format: string;
  /** What the value axis is. */
  unit: string;
  /** A log scale, and the value where the bars begin. */
  log?: number;
  /** Where the axis of lines starts, when it is not left to the reader's Office. */
  from?: number;
}

export interface NativeSeries {
  name: string;
  values: readonly (number | null)[];
  colour: string;
  /** A colour for each point, when they differ. */
  pointColours?: readonly string[];
  dash?: "solid" | "dash" | "sysDot" | "lgDash";
  labels: "all" | "last" | "none";
}

export interface ScatterChart {
  type: "nuage";
  series: readonly {
    name: string;
    colour: string;
    points: readonly {x: number; y: number; label: string; shown: boolean}[];
  }[];
  x: {title: string; format: string; log: boolean; cross: number};
  y: {title: string; format: string; cross: number};
}

const colours = {
  territoire: palette["--fig-accent"],
  comparaison: palette["--fig-grey-2"],
  reference: palette["--fig-grey-1"],
  pair: palette["--fig-grey-3"]
} as const;

type Role = keyof typeof colours;

const parts = [palette["--fig-accent"], palette["--fig-grey-3"], palette["--fig-class-2"]] as const;

/** Null when the figure is better as a picture (maps, Gantt, flows), a table, or empty. */
export function nativeChart(spec: FigureSpec): NativeChart | null {
  if (spec.empty !== null || spec.rows.length === 0) return null;
  switch (spec.kind) {
    case "barres":
      return barres(spec);
    case "cascade":
      return one(spec, spec.rows, {
        type: "colonnes",
        pointColours: spec.rows.map((row) => cascadeColour(row, spec.role, spec.value))
      });
    case "bande":
      return one(spec, longestFirst(spec.rows, spec.value), {
        type: "colonnes",
        role: spec.role,
        labels: "none"
      });
    case "points-specificite":
      return {
        ...one(spec, longestFirst(spec.rows, spec.value), {type: "barres"}),
        ...(spec.rows.every((row) => (numberOf(row, spec.value) ?? 1) > 0) && {log: 1})
      };
    case "intervalles":
      return intervalles(spec);
    case "lignes":
      return lignes(spec);
    case "colonnes":
      return colonnes(spec);
    case "nuage":
      return nuage(spec);
    default:
      return null;
  }
}

type Of<Kind extends FigureSpec["kind"]> = Extract<FigureSpec, {kind: Kind}>;

function barres(spec: Of<"barres">): CategoryChart {
  const rows = spec.order === "lignes" ? spec.rows : longestFirst(spec.rows, spec.value);
  const chart = one(spec, rows, {type: "barres", ...(spec.role !== undefined && {role: spec.role})});
  if (spec.mark === undefined) return chart;
  const mark = columnOf(spec, spec.mark);
  return {
    ...chart,
    series: [
      ...chart.series,
      {name: mark.label, values: valuesOf(rows, mark.name), colour: palette["--fig-grey-2"], labels: "all"}
    ]
  };
}

/** One series, a bar for each row. */
function one(
  spec: Of<"barres" | "cascade" | "bande" | "points-specificite">,
  rows: readonly FigureRow[],
  {
    type,
    role,
    pointColours,
    labels = "all"
  }: {type: "barres" | "colonnes"; role?: string; pointColours?: readonly string[]; labels?: "all" | "none"}
): CategoryChart {
  const column = columnOf(spec, spec.value);
  const each =
    pointColours ?? (role === undefined ? undefined : rows.map((row) => colours[roleOf(row, role)]));
  return {
    type,
    stacked: false,
    categories: rows.map((row) => categoryOf(row, spec.label, column)),
    series: [
      {
        name: column.label,
        values: valuesOf(rows, column.name),
        colour: palette["--fig-accent"],
        ...(each && {pointColours: each}),
        labels
      }
    ],
    ...scaleOf(column)
  };
}

function intervalles(spec: Of<"intervalles">): CategoryChart {
  const [min, max] = [columnOf(spec, spec.min), columnOf(spec, spec.max)];
  return {
    type: "barres",
    stacked: false,
    categories: spec.rows.map((row) => textOf(row, spec.label)),
    series: [
      {
        name: min.label,
        values: valuesOf(spec.rows, min.name),
        colour: palette["--fig-class-2"],
        labels: "all"
      },
      {name: max.label, values: valuesOf(spec.rows, max.name), colour: palette["--fig-accent"], labels: "all"}
    ],
    ...scaleOf(max)
  };
}

const dashes = {territoire: "solid", comparaison: "lgDash", reference: "sysDot", pair: "dash"} as const;

function lignes(spec: Of<"lignes">): CategoryChart {
  const column = columnOf(spec, spec.y);
  const years = yearsOf(spec.rows, spec.x);
  const series = seriesNames(spec.rows, spec.series).map((name): NativeSeries => {
    const rows = spec.rows.filter((row) => textOf(row, spec.series) === name);
    const role = rows[0] === undefined ? "pair" : roleOf(rows[0], spec.role);
    return {
      name,
      values: byYear(rows, years, spec.x, spec.y),
      colour: colours[role],
      dash: dashes[role],
      labels: "last"
    };
  });
  const from = startOfLines(series.flatMap(({values}) => values.filter((value) => value !== null)));
  return {
    type: "lignes",
    stacked: false,
    categories: years.map(String),
    series,
    ...scaleOf(column),
    ...(from !== 0 && {from})
  };
}

/** A round value under the lowest, or 0 when the lines are not far from it. */
function startOfLines(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  if (!(lowest > 0) || lowest < highest / 2) return 0;
  const step = 10 ** Math.floor(Math.log10(highest - lowest || highest));
  return Math.max(0, Math.floor((lowest - step / 4) / step) * step);
}

function colonnes(spec: Of<"colonnes">): CategoryChart {
  const column = columnOf(spec, spec.y);
  const years = yearsOf(spec.rows, spec.x);
  const names = spec.series === null ? [column.label] : seriesNames(spec.rows, spec.series);
  const series = names.map((name, index): NativeSeries => {
    const rows = spec.rows.filter((row) => spec.series === null || textOf(row, spec.series) === name);
    const colour = parts[index % parts.length] ?? parts[0];
    return {
      name,
      values: byYear(rows, years, spec.x, spec.y),
      colour,
      labels: spec.series === null ? "all" : "none"
    };
  });
  return {
    type: "colonnes",
    stacked: names.length > 1,
    categories: years.map(String),
    series,
    ...scaleOf(column)
  };
}

/** Rows without both values have no place on a plane: the table and the files have them. */
function nuage(spec: Of<"nuage">): ScatterChart | null {
  const [x, y] = [columnOf(spec, spec.x), columnOf(spec, spec.y)];
  const points = spec.rows.flatMap((row) => {
    const [across, up] = [numberOf(row, x.name), numberOf(row, y.name)];
    if (across === null || up === null) return [];
    return [{x: across, y: up, label: textOf(row, spec.label), shown: numberOf(row, spec.emphasis) === 1}];
  });
  if (points.length === 0) return null;
  const group = (name: string, shown: boolean, colour: string) => {
    const kept = points.filter((point) => point.shown === shown);
    return kept.length === 0 ? [] : [{name, colour, points: kept}];
  };
  return {
    type: "nuage",
    series: [
      ...group("Nommés", true, palette["--fig-accent"]),
      ...group("Autres", false, palette["--fig-grey-3"])
    ],
    x: {
      title: x.label,
      format: formatCode(x),
      log: spec.xLog === true && points.every((point) => point.x > 0),
      cross: spec.cross.x
    },
    y: {title: y.label, format: formatCode(y), cross: spec.cross.y}
  };
}

/** Code of Excel for a column: « #,##0.0" %" », with its sign where the page prints one. */
export function formatCode(column: FigureColumn): string {
  const {decimals = 0, unit = "nombre", signed = false} = column;
  const number = `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  const suffix = units[unit].suffix === "" ? "" : `"${units[unit].suffix.replace(/^ /, "\u00a0")}"`;
  const value = number + suffix;
  const sections = signed || unit === "points" ? [`+${value}`, `\u2212${value}`, value] : [value];
  // French signs even where the Office is not: LibreOffice heeds the language of a code, Excel does not mind it.
  return sections.map((section) => `[$-40C]${section}`).join(";");
}

/** What a reference, a label date or a provisional year of the drawing says, in words: native charts do not draw them. */
export function nativeNotes(spec: FigureSpec): string[] {
  const notes: string[] = [];
  const column = "y" in spec ? spec.columns.find(({name}) => name === spec.y) : undefined;
  if ((spec.kind === "colonnes" || spec.kind === "bande") && spec.reference !== null) {
    const shown = spec.kind === "bande" ? columnOf(spec, spec.value) : (column ?? {decimals: 0});
    const {decimals = 0, unit = "nombre"} = shown as FigureColumn;
    notes.push(
      `${spec.reference.label} : ${formatNumber(spec.reference.value, {decimals})}${units[unit].suffix}`
    );
  }
  if ((spec.kind === "colonnes" || spec.kind === "lignes") && spec.mark !== null)
    notes.push(`Repère : ${spec.mark.label}`);
  if ((spec.kind === "colonnes" || spec.kind === "lignes") && spec.provisionalFrom !== null)
    notes.push(`Provisoire à partir de ${spec.provisionalFrom}`);
  if (spec.kind === "lignes" && lignes(spec).from !== undefined)
    notes.push("L’axe vertical ne part pas de zéro");
  return notes;
}

function scaleOf(column: FigureColumn): {format: string; unit: string} {
  return {format: formatCode(column), unit: column.label};
}

function columnOf(spec: FigureSpec, name: string): FigureColumn {
  return spec.columns.find((column) => column.name === name) ?? {name, label: name, type: "nombre"};
}

/** Name of a bar; a value that is absent says why: « Zone d'emploi (s) ». */
function categoryOf(row: FigureRow, label: string, column: FigureColumn): string {
  const name = textOf(row, label);
  if (numberOf(row, column.name) === null) return `${name} (${cellText(row, column)})`;
  const {sign} = statuts[row.statut ?? "connu"];
  return sign === "" ? name : `${name} (${sign})`;
}

function valuesOf(rows: readonly FigureRow[], name: string): (number | null)[] {
  return rows.map((row) => numberOf(row, name));
}

/** The longest first, the absent last. */
function longestFirst(rows: readonly FigureRow[], name: string): FigureRow[] {
  return [...rows].sort(
    (a, b) =>
      (numberOf(b, name) ?? Number.NEGATIVE_INFINITY) - (numberOf(a, name) ?? Number.NEGATIVE_INFINITY) || 0
  );
}

function seriesNames(rows: readonly FigureRow[], name: string): string[] {
  return [...new Set(rows.map((row) => textOf(row, name)))];
}

function yearsOf(rows: readonly FigureRow[], name: string): number[] {
  const years = rows.flatMap((row) => numberOf(row, name) ?? []);
  return [...new Set(years)].sort((a, b) => a - b);
}

function byYear(
  rows: readonly FigureRow[],
  years: readonly number[],
  x: string,
  y: string
): (number | null)[] {
  const values = new Map(rows.map((row) => [numberOf(row, x), numberOf(row, y)]));
  return years.map((year) => values.get(year) ?? null);
}

function roleOf(row: FigureRow, name: string): Role {
  const value = row[name];
  return value === "territoire" || value === "comparaison" || value === "reference" ? value : "pair";
}

function cascadeColour(row: FigureRow, role: string, value: string): string {
  if (row[role] === "total") return palette["--fig-accent"];
  return (numberOf(row, value) ?? 0) < 0 ? palette["--fig-contrary"] : palette["--fig-grey-2"];
}
