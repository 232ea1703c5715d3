import type {FigureSpec} from "@observatoire/catalog";
import {escapeMarkup} from "./escape-markup.ts";
import {renderKeyFigure} from "./render-key-figure.ts";
import {type Explain, renderProvenance} from "./render-provenance.ts";
import {renderAge, renderBadges, renderSourceLine} from "./render-source.ts";
import {renderSvg} from "./render-svg.ts";
import {countTableRows, renderTable, shortTable, tableSize} from "./render-table.ts";
import {typeset} from "./typeset.ts";

/** Addresses of the files that hold the same values. */
export interface Downloads {
  csv: string;
  /** CSV for French spreadsheets. */
  csvFr?: string;
  json: string;
  /** Absent or empty: no picture (table). */
  svg?: string;
}

export interface FragmentOptions {
  downloads: Downloads;
  explain: Explain;
  /** Level of the heading that holds the finding; 3 by default. */
  headingLevel?: 2 | 3 | 4 | 5 | 6;
  /** Table twin open at once. */
  open?: boolean;
}

const wide = 800;
const narrow = 340;

/** The figure as HTML: finding, chart in two widths, reading, limits, sources, table twin, provenance, downloads. */
export function renderFragment(spec: FigureSpec, options: FragmentOptions): string {
  if (spec.kind === "chiffre-cle") return renderKeyFigure(spec, options);
  const id = `figure-${spec.id}`;
  const level = options.headingLevel ?? 3;
  const parts = [
    `<figure class="figure figure--${spec.kind}" id="${escapeMarkup(id)}" aria-labelledby="${escapeMarkup(id)}-titre">`,
    `<figcaption class="figure-head"><h${level} class="figure-title" id="${escapeMarkup(id)}-titre">${escapeMarkup(typeset(spec.title))}</h${level}>`,
    `<p class="figure-subtitle">${escapeMarkup(typeset(spec.subtitle))}</p>${renderBadges(spec)}</figcaption>`,
    isEmpty(spec) ? renderEmpty(spec) : renderContent(spec, id),
    spec.reading && !isEmpty(spec)
      ? `<p class="figure-reading"><b>Lecture\u00a0:</b> ${escapeMarkup(typeset(spec.reading))}</p>`
      : "",
    hasLongLimits(spec) ? "" : renderLimits(spec.limits),
    renderSourceLine(spec) + renderAge(spec),
    `<div class="figure-tools">`,
    hasLongLimits(spec) ? renderFoldedLimits(spec.limits) : "",
    isEmpty(spec) || spec.kind === "table" ? "" : renderTwin(spec, options.open ?? false),
    renderProvenance(spec, options.explain),
    isEmpty(spec) ? "" : renderDownloads(options.downloads),
    "</div>",
    "</figure>"
  ];
  return `${parts.filter((part) => part !== "").join("\n")}\n`;
}

/** Links to the files, with their formats in words. */
export function renderDownloads({csv, csvFr, json, svg}: Downloads): string {
  const links = [
    [csvFr, "CSV pour tableur"],
    [csv, csvFr ? "CSV machine" : "CSV"],
    [json, "JSON"],
    [svg, "image SVG"]
  ].flatMap(([href, label]) =>
    href && label ? [`<a href="${escapeMarkup(href)}" download>${label}</a>`] : []
  );
  return `<p class="figure-downloads">Télécharger\u00a0: ${links.join(" · ")}</p>`;
}

export function isEmpty(spec: FigureSpec): boolean {
  return spec.empty !== null || spec.rows.length === 0;
}

/** Why there is nothing to see and what to do. */
export function renderEmpty(spec: FigureSpec): string {
  const text =
    spec.empty ??
    "Aucune ligne pour ce territoire et cette période. Choisir un niveau plus large ou une autre période.";
  return `<p class="figure-empty">${escapeMarkup(typeset(text))}</p>`;
}

function renderContent(spec: FigureSpec, id: string): string {
  if (spec.kind === "table") return `<div class="figure-table">${renderTable(spec)}</div>`;
  return `<div class="figure-chart figure-chart--wide">${renderSvg(spec, {width: wide, idPrefix: `${id}-l`, marked: false})}</div>
<div class="figure-chart figure-chart--narrow">${renderSvg(spec, {width: narrow, idPrefix: `${id}-e`, marked: false})}</div>`;
}

function renderTwin(spec: FigureSpec, open: boolean): string {
  const short = countTableRows(spec) <= shortTable ? " figure-twin--short" : "";
  return `<details class="figure-details figure-twin${short}"${open ? " open" : ""}><summary>Tableau des valeurs (${tableSize(spec)})</summary>
<div class="figure-panel figure-table">${renderTable(spec)}</div></details>`;
}

const longLimits = 260;

function hasLongLimits({limits}: FigureSpec): boolean {
  return limits.join(" ").length > longLimits;
}

function renderLimits(limits: readonly string[]): string {
  const [only] = limits;
  if (only === undefined) return "";
  if (limits.length === 1)
    return `<p class="figure-limits"><b>Limites\u00a0:</b> ${escapeMarkup(typeset(only))}</p>`;
  return `<div class="figure-limits"><p><b>Limites\u00a0:</b></p>${renderLimitList(limits)}</div>`;
}

function renderFoldedLimits(limits: readonly string[]): string {
  return `<details class="figure-details figure-limits"><summary>Limites (${limits.length})</summary><div class="figure-panel">${renderLimitList(limits)}</div></details>`;
}

function renderLimitList(limits: readonly string[]): string {
  return `<ul>${limits.map((limit) => `<li>${escapeMarkup(typeset(limit))}</li>`).join("")}</ul>`;
}
