import {type FigureSpec, formatNumber, type Statut} from "@observatoire/catalog";
import {textOf} from "./cell.ts";
import {escapeMarkup} from "./escape-markup.ts";
import {type Cell, isYearly, signsOf, tableGrid} from "./table-grid.ts";
import {typeset} from "./typeset.ts";

/** Tables of at most this many rows are printed open. */
export const shortTable = 10;
/** A table of more rows than this is compact, in a box of its own height. */
const longTable = 15;
/** Rows on the page; the files hold them all. */
const most = 150;
const shownOfMany = 50;

/** Rows the table twin will have: lines and stacked columns are turned into one row per year. */
export function countTableRows(spec: FigureSpec): number {
  return isYearly(spec) ? new Set(spec.rows.map((row) => textOf(row, spec.x))).size : spec.rows.length;
}

/** The table twin: caption, scoped headers, formatted cells, and one line for the signs used. */
export function renderTable(spec: FigureSpec): string {
  const grid = tableGrid(spec);
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
  const signs = signsOf(used).map(({sign, label}) => `<span><b>${sign}</b>\u00a0: ${label}</span>`);
  return signs.length === 0 ? "" : `\n<p class="figure-signs">${signs.join(" · ")}</p>`;
}

/** « 14 lignes », for the summary of the details. */
export function tableSize(spec: FigureSpec): string {
  const count = countTableRows(spec);
  return `${formatNumber(count)}\u00a0${count < 2 ? "ligne" : "lignes"}`;
}
