import {
  type FigureColumn,
  type FigureRow,
  type FigureSpec,
  formatNumber,
  type Statut,
  statuts
} from "@observatoire/catalog";
import {cellText, columnOf, numberOf, statutOf, textOf} from "./cell.ts";
import {escapeMarkup} from "./escape-markup.ts";
import {typeset} from "./typeset.ts";

/** Tables of at most this many rows are printed open. */
export const shortTable = 10;
/** A table of more rows than this is compact, in a box of its own height. */
const longTable = 15;
/** Rows on the page; the files hold them all. */
const most = 150;
const shownOfMany = 50;

interface Cell {
  text: string;
  numeric: boolean;
}

interface Grid {
  head: {label: string; numeric: boolean}[];
  body: Cell[][];
  statuts: Set<Statut>;
}

/** Rows the table twin will have: lines and stacked columns are turned into one row per year. */
export function countTableRows(spec: FigureSpec): number {
  return isYearly(spec) ? new Set(spec.rows.map((row) => textOf(row, spec.x))).size : spec.rows.length;
}

/** The table twin: caption, scoped headers, formatted cells, and one line for the signs used. */
export function renderTable(spec: FigureSpec): string {
  const grid = isYearly(spec) ? pivotYears(spec) : readGrid(spec);
  const count = grid.body.length;
  const shown = count > most ? grid.body.slice(0, shownOfMany) : grid.body;
  const cut =
    count > most
      ? `\n<p class="figure-cut">Les ${formatNumber(shown.length)} premières lignes sur ${formatNumber(count)}\u00a0: les fichiers à télécharger les ont toutes.</p>`
      : "";
  const long = count > longTable ? " figure-scroll--long" : "";
  const head = grid.head
    .map(
      ({label, numeric}) =>
        `<th scope="col"${numeric ? ` class="figure-number"` : ""}>${escapeMarkup(typeset(label))}</th>`
    )
    .join("");
  const body = shown.map((cells) => `<tr>${cells.map(renderCell).join("")}</tr>`).join("\n");
  const caption = escapeMarkup(typeset(`${spec.title}. ${spec.subtitle}`));
  return `<div class="figure-scroll${long}" role="region" tabindex="0" aria-label="Tableau\u00a0: ${escapeMarkup(spec.title)}">
<table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>${cut}${renderSigns(grid.statuts)}`;
}

function renderCell({text, numeric}: Cell, index: number): string {
  if (index === 0) return `<th scope="row">${escapeMarkup(typeset(text))}</th>`;
  return `<td${numeric ? ` class="figure-number"` : ""}>${escapeMarkup(typeset(text))}</td>`;
}

function renderSigns(used: ReadonlySet<Statut>): string {
  const signs = (Object.keys(statuts) as Statut[])
    .filter((statut) => used.has(statut) && statuts[statut].sign !== "")
    .map((statut) => `<span><b>${statuts[statut].sign}</b>\u00a0: ${statuts[statut].label}</span>`);
  return signs.length === 0 ? "" : `\n<p class="figure-signs">${signs.join(" · ")}</p>`;
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

function isYearly(spec: FigureSpec): spec is Yearly {
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

/** « 14 lignes », for the summary of the details. */
export function tableSize(spec: FigureSpec): string {
  const count = countTableRows(spec);
  return `${formatNumber(count)}\u00a0${count < 2 ? "ligne" : "lignes"}`;
}
