import type {FigureColumn} from "@observatoire/catalog";
import {formatNumber} from "@observatoire/catalog";
import {ticks} from "d3";
import {numberOf, valueText} from "../cell.ts";
import type {Drawing, Frame} from "../frame.ts";
import {drawText, round} from "../markup.ts";
import {wrapText} from "../measure-text.ts";
import {paint} from "../palette.ts";
import {type Carte, countAbsences, labelAbsence, type MapClass, patternId} from "./map-classes.ts";

/** Class bounds, highest first, with the number of communes in each, then the absences that occur. */
export function drawClassLegend(
  spec: Carte,
  column: FigureColumn,
  classes: readonly MapClass[],
  [left, top]: readonly [number, number],
  width: number,
  frame: Frame
): Drawing {
  const entries = [...classes].reverse().map(({fill, label, count}) => ({fill, label, count}));
  return drawEntries(spec, column.label, entries, [left, top], width, frame);
}

/** Three round sizes of circles, then the absences. */
export function drawSizeLegend(
  spec: Carte,
  column: FigureColumn,
  radius: (value: number) => number,
  [left, top]: readonly [number, number],
  width: number,
  frame: Frame
): Drawing {
  const values = spec.rows.map((row) => Math.abs(numberOf(row, spec.value) ?? 0));
  const sizes = drawSizes(values, column.label, column, radius, [left, top], width, frame);
  const rest = drawEntries(spec, null, [], [left, top + sizes.height], width, frame);
  return {body: sizes.body + rest.body, height: sizes.height + rest.height};
}

/** A title and three round sizes of circles. */
export function drawSizes(
  values: readonly number[],
  title: string,
  column: FigureColumn,
  radius: (value: number) => number,
  [left, top]: readonly [number, number],
  width: number,
  frame: Frame
): Drawing {
  const largest = Math.max(...values, 1);
  const big = ticks(0, largest, 3).findLast((tick) => tick > 0) ?? largest;
  const sizes = [...new Set([big, big / 4, big / 20].map((size) => Number(size.toPrecision(1))))].filter(
    (size) => radius(size) >= 2
  );
  const head = drawHead(title, [left, top], width, frame);
  const parts = [head.body];
  let y = top + head.height;
  const widest = radius(sizes[0] ?? largest);
  for (const size of sizes) {
    const r = radius(size);
    const high = Math.max(2 * r, frame.line) + 6;
    parts.push(
      `<circle cx="${round(left + widest)}" cy="${round(y + high / 2)}" r="${round(r)}" fill="${paint("accent")}" fill-opacity="0.82"/>`,
      drawText(left + 2 * widest + 10, y + high / 2, valueText(size, column))
    );
    y += high;
  }
  return {body: parts.join(""), height: y - top};
}

interface Entry {
  fill: string;
  label: string;
  count: number;
}

function drawEntries(
  spec: Carte,
  title: string | null,
  classes: readonly Entry[],
  [left, top]: readonly [number, number],
  width: number,
  frame: Frame
): Drawing {
  const absent = countAbsences(spec);
  const entries: Entry[] = [...classes];
  for (const absence of ["missing", "secret"] as const) {
    if (absent[absence] === 0) continue;
    entries.push({
      fill: `url(#${patternId(frame.idPrefix, absence)})`,
      label: labelAbsence(spec, absence),
      count: absent[absence]
    });
  }
  const head = title ? drawHead(title, [left, top], width, frame) : {body: "", height: 4};
  const step = frame.line + 9;
  const rows = entries.map(({fill, label, count}, index) => {
    const y = top + head.height + (index + 0.5) * step;
    const box = `<rect x="${round(left)}" y="${round(y - 9)}" width="26" height="18" fill="${fill}" stroke="${paint("rule")}"/>`;
    return (
      box +
      drawText(left + 35, y, label) +
      drawText(left + width, y, formatNumber(count), {anchor: "end", fill: paint("muted")})
    );
  });
  const note =
    entries.length > 0
      ? drawText(
          left + width,
          top + head.height + entries.length * step + frame.line / 2,
          "nombre de communes",
          {anchor: "end", italic: true, fill: paint("muted")}
        )
      : "";
  return {
    body: head.body + rows.join("") + note,
    height: head.height + entries.length * step + (note ? frame.line : 0)
  };
}

export function drawHead(
  title: string,
  [left, top]: readonly [number, number],
  width: number,
  frame: Frame
): Drawing {
  const lines = wrapText(title, width, frame.font, 3, true);
  return {
    body: drawText(left, top + frame.line / 2, lines, {bold: true, line: frame.line}),
    height: lines.length * frame.line + 8
  };
}
