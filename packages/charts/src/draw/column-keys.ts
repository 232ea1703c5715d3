import type {FigureColumn} from "@observatoire/catalog";
import {valueText} from "../cell.ts";
import type {Drawing, Frame} from "../frame.ts";
import {drawLine, drawText, round} from "../markup.ts";
import {measureLines, wrapText} from "../measure-text.ts";
import {paint} from "../palette.ts";
import {spreadLabels} from "../place-labels.ts";
import type {Colonnes} from "./colonnes.ts";
import {columnStyles} from "./column-styles.ts";
import type {Area} from "./lignes.ts";
import type {Column} from "./read-columns.ts";

const swatch = 14;

interface Key {
  lines: string[];
  /** Index of the part, or -1 for the reference rule. */
  index: number;
}

function readKeys(
  spec: Colonnes,
  names: readonly string[],
  column: FigureColumn,
  room: number,
  frame: Frame
): Key[] {
  const parts = spec.series === null ? [] : names.map((name, index) => ({text: name, index}));
  const rule = spec.reference
    ? [{text: `${spec.reference.label}\u00a0: ${valueText(spec.reference.value, column)}`, index: -1}]
    : [];
  return [...(frame.narrow ? parts : parts.reverse()), ...rule].map(({text, index}) => {
    return {index, lines: wrapText(text, room, frame.font, 4)};
  });
}

/** Pixels the names take: at the right of the columns, or above them in a narrow drawing. */
export function keyRoom(
  spec: Colonnes,
  names: readonly string[],
  column: FigureColumn,
  frame: Frame
): {right: number; top: number} {
  if (frame.narrow) {
    return {right: 8, top: flowKeys(spec, names, column, frame).height};
  }
  const keys = readKeys(spec, names, column, 150, frame);
  if (keys.length === 0) return {right: 8, top: 0};
  return {
    right:
      measureLines(
        keys.flatMap(({lines}) => lines),
        frame.font,
        true
      ) +
      swatch +
      30,
    top: 0
  };
}

/** Names of the parts and of the reference rule, each beside a sample: at the end of the last column, or above. */
export function drawColumnKeys(
  spec: Colonnes,
  names: readonly string[],
  columns: readonly Column[],
  column: FigureColumn,
  place: {x: (year: number) => number; y: (value: number) => number},
  area: Area,
  frame: Frame
): string {
  if (frame.narrow) return flowKeys(spec, names, column, frame).body;
  const keys = readKeys(spec, names, column, 150, frame);
  const last = columns.findLast(({parts}) => parts.length > 0);
  const wanted = keys.map(({index}) => {
    if (index < 0) return place.y(spec.reference?.value ?? 0);
    const part = last?.parts.find((each) => each.index === index);
    return part ? place.y((part.from + part.to) / 2) : area.bottom;
  });
  const centres = spreadLabels(
    keys.map(({lines, index}, order) => ({
      wanted: wanted[order] ?? 0,
      height: lines.length * frame.line + 6,
      priority: index < 0 ? 0 : 3 - index
    })),
    area.top - frame.line,
    area.bottom + frame.line / 2
  );
  return keys
    .map((key, order) => {
      const centre = centres[order];
      if (centre === null || centre === undefined) return "";
      const from = key.index < 0 ? area.right : Math.min(area.right, place.x(last?.year ?? 0)) + 3;
      const at = wanted[order] ?? 0;
      const top = centre - ((key.lines.length - 1) * frame.line) / 2;
      if (key.index < 0 && Math.abs(at - centre) < 3)
        return drawText(area.right + 8, top, key.lines, {line: frame.line});
      const leader = drawLine([from, at], [area.right + 12, centre], {stroke: paint("grey-3")});
      return leader + drawKey(key, area.right + 15, top, frame);
    })
    .join("");
}

/** Keys one after the other, on as many lines as they need. */
function flowKeys(spec: Colonnes, names: readonly string[], column: FigureColumn, frame: Frame): Drawing {
  const parts: string[] = [];
  let [x, y, high] = [2, 0, 0];
  for (const key of readKeys(spec, names, column, frame.width - 40, frame)) {
    const width = swatch + 7 + measureLines(key.lines, frame.font, key.index === 0);
    if (x > 2 && x + width > frame.width - 4) [x, y, high] = [2, y + high, 0];
    parts.push(drawKey(key, x, y + frame.line / 2 + 1, frame));
    x += width + 16;
    high = Math.max(high, key.lines.length * frame.line + 5);
  }
  return {body: parts.join(""), height: y + high};
}

function drawKey({lines, index}: Key, left: number, top: number, frame: Frame): string {
  const style = columnStyles[index];
  const sample = style
    ? `<rect x="${round(left)}" y="${round(top - swatch / 2)}" width="${swatch}" height="${swatch}" fill="${style.fill}" stroke="${style.line}"/>`
    : drawLine([left, top], [left + swatch, top], {stroke: paint("text"), width: 1.5, dash: "6 3"});
  return (
    sample +
    drawText(left + swatch + 7, top, lines, {
      bold: index === 0,
      fill: style?.text ?? paint("text"),
      line: frame.line
    })
  );
}
