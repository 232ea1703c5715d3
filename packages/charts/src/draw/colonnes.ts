import type {FigureColumn, FigureSpec} from "@observatoire/catalog";
import {bareText, columnOf} from "../cell.ts";
import {escapeMarkup} from "../escape-markup.ts";
import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawLine, drawText, round} from "../markup.ts";
import {paint} from "../palette.ts";
import {type Domain, drawValueAxis, niceDomain} from "./axes.ts";
import {drawColumnKeys, keyRoom} from "./column-keys.ts";
import {columnStyles, drawHatches, hatchId} from "./column-styles.ts";
import type {Area} from "./lignes.ts";
import {drawLabelDate} from "./line-rules.ts";
import {type Column, readColumns, readNames} from "./read-columns.ts";
import {drawUnknown} from "./unknown.ts";

export type Colonnes = Extract<FigureSpec, {kind: "colonnes"}>;

/** Yearly columns from zero, at most three parts stacked; provisional years hatched. A column spans its year ± 0.5. */
export function drawColonnes(spec: Colonnes, frame: Frame): Drawing {
  const column = columnOf(spec, spec.y);
  const names = readNames(spec);
  const columns = readColumns(spec, names);
  const ends = columns.flatMap(({parts}) => parts.flatMap(({from, to}) => [from, to]));
  if (ends.length === 0) return drawUnknown(spec, frame);
  const domain = readDomain([0, ...ends, ...(spec.reference ? [spec.reference.value] : [])]);
  const years = columns.map(({year}) => year);
  const bounds: [number, number] = [Math.min(...years), Math.max(...years)];
  const keys = keyRoom(spec, names, column, frame);
  const slot = (frame.width - keys.right - 4) / (bounds[1] - bounds[0] + 1);
  const labels = spec.series === null ? columns.map((each) => topText(each, column)) : [];
  // A value over each column says more than an axis, where there is room for all.
  const labelled = labels.length > 0 && labels.every((text) => labelWidth(frame, text) + 6 <= slot);
  const area: Area = {
    left: labelled ? 4 : domain.room(frame, column),
    right: frame.width - keys.right,
    top: keys.top + (spec.mark ? frame.line * (frame.narrow ? 2 : 1) : 0) + 14,
    bottom: 0
  };
  area.bottom = area.top + (frame.narrow ? 220 : 270);
  const step = (area.right - area.left) / (bounds[1] - bounds[0] + 1);
  const x = (year: number | string) => area.left + (Number(year) - bounds[0] + 0.5) * step;
  const [low, high] = domain.bounds;
  const y = (value: number) => area.bottom - ((value - low) / (high - low)) * (area.bottom - area.top);
  const thick = Math.max(3, Math.min(46, step * 0.74));
  const hatched = columns.some(({provisional, parts}) => provisional && parts.length > 0);
  const height = area.bottom + frame.line + 12 + (hatched ? frame.line + 2 : 0);
  const body = [
    drawHatches(frame.idPrefix, names.length),
    labelled ? "" : drawValueAxis(domain, column, y, area, frame),
    ...columns.map((each) => drawColumn(each, x(each.year) - thick / 2, thick, y, frame)),
    drawLine([area.left, y(0)], [area.right, y(0)], {stroke: paint("rule"), width: 1.25}),
    ...columns.map(({sign, top, year}) =>
      sign === null
        ? ""
        : drawText(x(year), y(top) - frame.line / 2 - 1, sign, {
            anchor: "middle",
            italic: true,
            halo: true,
            fill: paint("muted")
          })
    ),
    drawReference(spec, y, area),
    ...(labelled ? columns : []).map((each, index) =>
      drawTop(labels[index] ?? "", x(each.year), each, {y, rule: spec.reference?.value ?? null}, frame)
    ),
    drawMark(spec, x, area, frame, bounds, keys.top),
    drawYears(bounds, x, area, frame, step),
    hatched ? drawProvisionalNote(columns, x, area, frame) : "",
    drawColumnKeys(spec, names, columns, column, {x: (year) => x(year) + thick / 2, y}, area, frame)
  ];
  return {body: body.join(""), height: Math.ceil(height)};
}

/** Round ticks, and no more room above the highest column than its label needs. */
function readDomain(values: readonly number[]): Domain {
  const domain = niceDomain(values.every((value) => value === 0) ? [0, 1] : values, 4);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const rim = (high - low) * 0.04;
  const bounds: [number, number] = [
    low < 0 ? Math.max(domain.bounds[0], low - rim) : 0,
    high > 0 ? Math.min(domain.bounds[1], high + rim) : domain.bounds[1]
  ];
  return {...domain, bounds, ticks: domain.ticks.filter((tick) => tick >= bounds[0] && tick <= bounds[1])};
}

function topText({parts, sign}: Column, column: FigureColumn): string {
  return sign === null ? bareText(parts[0]?.to ?? 0, column) : "";
}

/** The value over its column, and over the rule when they would touch; under it when negative. */
function drawTop(
  text: string,
  x: number,
  {parts, provisional}: Column,
  {y, rule}: {y: (value: number) => number; rule: number | null},
  frame: Frame
): string {
  const value = parts[0]?.to ?? 0;
  if (text === "") return "";
  const half = frame.line / 2 + 1;
  const at = y(value) + (value < 0 ? half : -half);
  const touches = rule !== null && value >= 0 && Math.abs(at - y(rule)) < half;
  return drawText(x, touches ? y(rule) - half : at, text, {
    anchor: "middle",
    italic: provisional,
    halo: true
  });
}

function drawColumn(
  {parts, provisional}: Column,
  left: number,
  width: number,
  y: (value: number) => number,
  frame: Frame
): string {
  return parts
    .map(({index, from, to, tip}) => {
      const style = columnStyles[index] ?? columnStyles[0];
      const top = Math.min(y(from), y(to));
      const high = Math.abs(y(from) - y(to));
      const fill = provisional ? `url(#${hatchId(frame.idPrefix, index)})` : style.fill;
      return `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(high)}" fill="${fill}" stroke="${provisional ? style.line : style.rim}" stroke-width="1" data-tip="${escapeMarkup(tip)}"/>`;
    })
    .join("");
}

function drawReference({reference}: Colonnes, y: (value: number) => number, area: Area): string {
  if (!reference) return "";
  const at = y(reference.value);
  return (
    drawLine([area.left, at], [area.right, at], {stroke: paint("surface"), width: 3}) +
    drawLine([area.left, at], [area.right, at], {stroke: paint("text"), width: 1.5, dash: "6 3"})
  );
}

/** The label date, its words above the columns and under the keys. As for lines, N is 31 December N: the end of its column. */
function drawMark(
  spec: Colonnes,
  x: (year: number | string) => number,
  area: Area,
  frame: Frame,
  [first, last]: readonly [number, number],
  top: number
): string {
  const at = spec.mark && spec.mark.x + 0.5;
  if (!spec.mark || !at || at < first - 0.5 || at > last + 0.5) return "";
  const mark = {...spec.mark, x: at};
  const moved = {...area, bottom: area.bottom - top};
  return `<g transform="translate(0,${round(top)})">${drawLabelDate({mark}, {x}, moved, frame, [first - 0.5, last + 0.5])}</g>`;
}

/** Years counted back from the last one, as many as there is room for. */
function drawYears(
  [first, last]: readonly [number, number],
  x: (year: number | string) => number,
  area: Area,
  frame: Frame,
  step: number
): string {
  const stride = Math.ceil((labelWidth(frame, "0000") + 6) / step);
  const years = Array.from(
    {length: Math.floor((last - first) / stride) + 1},
    (_, turn) => last - turn * stride
  );
  return years
    .reverse()
    .map((year) =>
      drawText(x(year), area.bottom + 7 + frame.line / 2, String(year), {
        anchor: "middle",
        fill: paint("muted")
      })
    )
    .join("");
}

function drawProvisionalNote(
  columns: readonly Column[],
  x: (year: number) => number,
  area: Area,
  frame: Frame
): string {
  const late = columns.filter(({provisional}) => provisional);
  const word = "hachuré\u00a0: provisoire";
  const half = labelWidth(frame, word) / 2;
  const middle = (x(late[0]?.year ?? 0) + x(late.at(-1)?.year ?? 0)) / 2;
  const centre = Math.max(half, Math.min(frame.width - half - 2, middle));
  return drawText(centre, area.bottom + frame.line * 1.75 + 6, word, {
    anchor: "middle",
    italic: true,
    fill: paint("muted")
  });
}
