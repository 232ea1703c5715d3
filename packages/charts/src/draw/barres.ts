import * as Plot from "@observablehq/plot";
import type {FigureRow, FigureSpec} from "@observatoire/catalog";
import {cellText, columnOf, numberOf, roleOf, textOf, tipText} from "../cell.ts";
import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawLine, drawText} from "../markup.ts";
import {measureLines, wrapText} from "../measure-text.ts";
import {paint} from "../palette.ts";
import {plotMarkup} from "../plot-markup.ts";

type Barres = Extract<FigureSpec, {kind: "barres"}>;

interface Bar {
  key: string;
  row: FigureRow;
  value: number | null;
  lines: string[];
  text: string;
  y: number;
}

const thickness = 20;

/** Horizontal bars from zero, sorted unless their order has a meaning, value at the end, a tick for the second value. */
export function drawBarres(spec: Barres, frame: Frame): Drawing {
  const column = columnOf(spec, spec.value);
  const labels = spec.rows.map((row) => textOf(row, spec.label));
  const room = frame.narrow ? frame.width - 8 : Math.min(250, frame.width * 0.34);
  const bars = spec.rows
    .map((row, index) => ({
      key: String(index),
      row,
      value: numberOf(row, spec.value),
      lines: wrapText(labels[index] ?? "", room, frame.font, 3, isOurs(spec, row)),
      text: cellText(row, column),
      y: 0
    }))
    .sort((a, b) =>
      spec.order === "lignes"
        ? 0
        : (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY)
    );
  const values = bars.flatMap(({value, row}) => [value, spec.mark ? numberOf(row, spec.mark) : null]);
  const known = values.filter((value) => value !== null);
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known) || (low < 0 ? 0 : 1);
  const endRoom = Math.max(...bars.map((bar) => labelWidth(frame, bar.text, true)), 24) + 10;
  const labelRoom = frame.narrow
    ? 0
    : measureLines(
        bars.flatMap(({lines}) => lines),
        frame.font,
        true
      ) + 12;
  const marginLeft = labelRoom + (low < 0 ? endRoom : 2);
  const marginRight = high > 0 ? endRoom : 12;

  let bottom = spec.mark ? frame.line + 10 : 4;
  for (const bar of bars) {
    const label = bar.lines.length * frame.line;
    const height = frame.narrow ? label + thickness + 14 : Math.max(thickness + 10, label + 12);
    bar.y = frame.narrow ? bottom + label + 2 + thickness / 2 : bottom + height / 2;
    bottom += height;
  }
  const half = thickness / 2;
  const drawn = bars.filter((bar) => bar.value !== null);
  const {markup, x} = plotMarkup({
    width: frame.width,
    height: bottom + 4,
    marginLeft,
    marginRight,
    marginTop: 0,
    marginBottom: 0,
    x: {domain: [low, high], axis: null},
    y: {type: "identity", axis: null},
    marks: [
      Plot.rect(drawn, {
        x1: 0,
        x2: (bar: Bar) => bar.value,
        y1: (bar: Bar) => bar.y - half,
        y2: (bar: Bar) => bar.y + half,
        fill: (bar: Bar) => barColour(spec, bar.row),
        title: (bar: Bar) => tipText(textOf(bar.row, spec.label), bar.row, column)
      })
    ]
  });
  const zero = x(0);
  const rule = (top: number, end: number) => drawLine([zero, top], [zero, end], {stroke: paint("rule")});
  const first = bars[0]?.y ?? 0;
  const body = [markup];
  if (!frame.narrow) body.push(rule(first - half - 3, bottom - 2));
  else for (const bar of bars) body.push(rule(bar.y - half - 1, bar.y + half + 1));
  const markColumn = spec.mark ? columnOf(spec, spec.mark) : null;
  for (const [index, bar] of bars.entries()) {
    const ours = isOurs(spec, bar.row);
    const labelY = frame.narrow
      ? bar.y - half - 2 - (bar.lines.length - 0.5) * frame.line
      : bar.y - ((bar.lines.length - 1) * frame.line) / 2;
    const labelX = frame.narrow ? 2 : labelRoom - 8;
    body.push(
      drawText(labelX, labelY, bar.lines, {
        anchor: frame.narrow ? "start" : "end",
        bold: ours,
        line: frame.line
      })
    );
    const mark = spec.mark ? numberOf(bar.row, spec.mark) : null;
    const markX = mark === null ? null : x(mark);
    if (markX !== null && markColumn) {
      const tip = tipText(`${textOf(bar.row, spec.label)}, ${markColumn.label}`, bar.row, markColumn);
      body.push(drawMark(markX, bar.y, half, tip));
      if (index === 0) body.push(drawMarkLabel(markX, bar.y - half, markColumn.label, frame));
    }
    // Beside a tick of another territory, the colour says whose value it is.
    const fill = paint(markX === null || spec.role !== undefined ? "text" : "accent");
    body.push(drawEnd(bar, x, markX, frame, {bold: ours, fill}));
  }
  return {body: body.join(""), height: bottom + 4};
}

/** The value, beyond the bar and beyond the tick when both would touch. */
function drawEnd(
  bar: Bar,
  x: (value: number) => number,
  mark: number | null,
  frame: Frame,
  {bold, fill}: {bold: boolean; fill: string}
): string {
  if (bar.value === null) return drawText(x(0) + 6, bar.y, bar.text, {italic: true, fill: paint("muted")});
  const width = labelWidth(frame, bar.text, bold);
  const left = bar.value < 0;
  let edge = x(bar.value) + (left ? -6 : 6);
  if (mark !== null) {
    const near = left
      ? mark > edge - width - 4 && mark <= edge + 8
      : mark < edge + width + 4 && mark >= edge - 8;
    const outside = left ? mark < edge + 4 : mark > edge - 4;
    if (near && outside && Math.abs(x(bar.value) - x(0)) > width + 12)
      return drawText(x(bar.value) + (left ? 6 : -6), bar.y, bar.text, {
        anchor: left ? "start" : "end",
        bold,
        fill: paint("ink-inverse")
      });
    if (near) edge = mark + (left ? -7 : 7);
  }
  if (!left && edge + width > frame.width) edge = frame.width - width;
  return drawText(edge, bar.y, bar.text, {anchor: left ? "end" : "start", bold, fill, halo: true});
}

function drawMark(x: number, y: number, half: number, tip: string): string {
  const line = drawLine([x, y - half - 3], [x, y + half + 3], {stroke: paint("grey-1"), width: 3, tip});
  const rim = drawLine([x, y - half - 4], [x, y + half + 4], {stroke: paint("surface"), width: 6});
  return rim + line;
}

function drawMarkLabel(x: number, top: number, label: string, frame: Frame): string {
  const half = labelWidth(frame, label) / 2;
  const centre = Math.max(half + 2, Math.min(frame.width - half - 2, x));
  const y = frame.line / 2 + 1;
  const text = drawText(centre, y, label, {anchor: "middle", fill: paint("muted")});
  return frame.narrow
    ? text
    : text + drawLine([x, y + frame.line / 2], [x, top - 4], {stroke: paint("grey-1")});
}

function isOurs(spec: Barres, row: FigureRow): boolean {
  return spec.role !== undefined && roleOf(row, spec.role) === "territoire";
}

function barColour(spec: Barres, row: FigureRow): string {
  const role = roleOf(row, spec.role);
  if (role === "reference") return paint("grey-2");
  return role === "territoire" ? paint("accent") : paint("grey-3");
}
