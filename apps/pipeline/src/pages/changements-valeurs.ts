import {
  formatCell,
  formatInterval,
  formatPeriod,
  hasValue,
  type Niveau,
  type Statut
} from "@observatoire/catalog";
import type {ChangeRow, IndicatorChange} from "../changement.ts";
import type {Published, PublishedIndicator} from "../published.ts";
import {type Html, html} from "./html.ts";

/** A changed value as a reader sees it. */
export interface ShownChange {
  niveau: string;
  territoire: string;
  /** What the value bears on beside its territory; empty for the whole. */
  part: string;
  periode: string;
  avant: string;
  apres: string;
}

/** The changes that a reader can see: a difference smaller than the rounding of the page is none. */
export function showChanges(
  {lignes}: IndicatorChange,
  indicator: PublishedIndicator,
  published: Published
): ShownChange[] {
  return lignes
    .map((row) => ({
      niveau: row.niveau,
      territoire: published.territory(row.niveau as Niveau, row.code_territoire)?.nom ?? row.code_territoire,
      part: namePart(row, published),
      periode: namePeriod(row.periode_debut, row.periode_fin),
      avant: tellBefore(row, indicator),
      apres: tellAfter(row, indicator)
    }))
    .filter(({avant, apres}) => avant !== apres);
}

/** Table of the values of the perimeter and its EPCIs, before and after: a group of rows a territory. */
export function changeTable(title: string, rows: readonly ShownChange[]): Html {
  const names = [...new Set(rows.map(({territoire}) => territoire))];
  return html`
<div class="tableau" role="region" aria-label="${title}, avant et après" tabindex="0">
<table>
<caption>${title} : avant et après</caption>
<thead><tr><th scope="col">Période</th><th scope="col" class="nombre">Avant</th><th scope="col" class="nombre">Après</th></tr></thead>
${names.map(
  (name) => html`<tbody>
<tr class="groupe"><th scope="rowgroup" colspan="3">${name}</th></tr>
${rows.filter(({territoire}) => territoire === name).map(changeLine)}
</tbody>`
)}
</table>
</div>`;
}

function changeLine({part, periode, avant, apres}: ShownChange): Html {
  return html`<tr><th scope="row">${periode}${part !== "" && html`<span class="precision">${part}</span>`}</th><td class="nombre">${avant}</td><td class="nombre">${apres}</td></tr>`;
}

/** A whole year is its number; other bounds are written out. */
function namePeriod(from: string, to: string): string {
  const isYear = from === `${to.slice(0, 4)}-01-01` && to.endsWith("-12-31");
  return isYear ? to.slice(0, 4) : formatPeriod(from, to);
}

function namePart({dimension, modalite}: ChangeRow, {modalites}: Published): string {
  if (dimension === "total") return "";
  const nomenclature = /a(?:10|17|38|88)$/.exec(dimension)?.[0].toUpperCase();
  return `${modalites[dimension]?.[modalite]?.libelle ?? modalite}${nomenclature ? ` (${nomenclature})` : ""}`;
}

function tellBefore(row: ChangeRow, indicator: PublishedIndicator): string {
  if (row.nature === "ajoutee") return "absente";
  const statut = row.statut_avant as Statut;
  const isKept = (row.valeur_avant ?? row.valeur_min_avant ?? row.valeur_max_avant) !== null;
  if (hasValue(statut) && !isKept) return "non redonnée";
  return tellValue(row.valeur_avant, row.valeur_min_avant, row.valeur_max_avant, statut, indicator);
}

function tellAfter(row: ChangeRow, indicator: PublishedIndicator): string {
  if (row.nature === "retiree") return "retirée";
  const statut = row.statut_apres as Statut;
  return tellValue(row.valeur_apres, row.valeur_min_apres, row.valeur_max_apres, statut, indicator);
}

/** Where the page draws an interval, no point of it is printed here either. */
function tellValue(
  value: number | null,
  low: number | null,
  high: number | null,
  statut: Statut,
  {unit, decimals}: PublishedIndicator
): string {
  const interval = low === null && high === null ? null : formatInterval(low, high, unit, {decimals});
  return interval ?? formatCell(value, statut, unit, {decimals, short: true});
}
