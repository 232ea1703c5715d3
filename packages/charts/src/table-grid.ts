import {
  type FigureColumn,
  type FigureRow,
  type FigureSpec,
  type Statut,
  statuts
} from "@observatoire/catalog";
import {cellText, columnOf, numberOf, statutOf, textOf} from "./cell.ts";

export interface Cell {
  text: string;
  numeric: boolean;
}

/** The table twin of a figure, every value formatted, before any markup. */
export interface Grid {
  head: {label: string; numeric: boolean}[];
  body: Cell[][];
  statuts: Set<Statut>;
}

/** Lines and stacked columns are turned into one row per year, one column per series. */
export function tableGrid(spec: FigureSpec): Grid {
  return isYearly(spec) ? pivotYears(spec) : readGrid(spec);
}

/** Signs of the statuts used, with their words, in the order of the list. */
export function signsOf(used: ReadonlySet<Statut>): {sign: string; label: string}[] {
  return (Object.keys(statuts) as Statut[])
    .filter((statut) => used.has(statut) && statuts[statut].sign !== "")
    .map((statut) => ({sign: statuts[statut].sign, label: statuts[statut].label}));
}

function readGrid(spec: FigureSpec): Grid {
  const columns = spec.columns.filter(({hidden}) => !hidden);
  const grid: Grid = {
    head: columns.map((column) => ({label: column.label, numeric: column.type === "nombre"})),
    body: [],
    statuts: new Set()
  };
  for (const row of spec.rows) {
    grid.body.push(
      columns.map((column) => ({text: cellText(row, column), numeric: column.type === "nombre"}))
    );
    if (columns.some((column) => column.type === "nombre")) noteStatut(grid, row, columns);
  }
  return grid;
}

type Yearly = Extract<FigureSpec, {kind: "lignes" | "colonnes"}> & {series: string};

export function isYearly(spec: FigureSpec): spec is Yearly {
  return spec.kind === "lignes" || (spec.kind === "colonnes" && spec.series !== null);
}

/** One row per year, one column per series. */
function pivotYears(spec: Yearly): Grid {
  const column = columnOf(spec, spec.y);
  const names = [...new Set(spec.rows.map((row) => textOf(row, spec.series)))];
  const years = [...new Set(spec.rows.map((row) => textOf(row, spec.x)))].sort(
    (a, b) => Number(a) - Number(b)
  );
  const cells = new Map(spec.rows.map((row) => [`${textOf(row, spec.x)}\n${textOf(row, spec.series)}`, row]));
  const grid: Grid = {
    head: [
      {label: columnOf(spec, spec.x).label, numeric: false},
      ...names.map((label) => ({label, numeric: true}))
    ],
    body: [],
    statuts: new Set()
  };
  for (const year of years) {
    const body: Cell[] = [{text: year, numeric: false}];
    for (const name of names) {
      const row = cells.get(`${year}\n${name}`) ?? {statut: "non_disponible" as const, [column.name]: null};
      body.push({text: cellText(row, column), numeric: true});
      noteStatut(grid, row, [column]);
    }
    grid.body.push(body);
  }
  return grid;
}

function noteStatut(grid: Grid, row: FigureRow, columns: readonly FigureColumn[]): void {
  const absent = columns.some((column) => column.type === "nombre" && numberOf(row, column.name) === null);
  const statut = statutOf(row);
  grid.statuts.add(statut === "connu" && absent ? "non_disponible" : statut);
}
