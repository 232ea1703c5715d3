import * as Plot from "@observablehq/plot";
import type {FigureRow, FigureSpec} from "@observatoire/catalog";
import {bareText, cellText, columnOf, numberOf, textOf, tipText} from "../cell.ts";
import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawLine, drawText} from "../markup.ts";
import {measureLines, wrapText} from "../measure-text.ts";
import {paint} from "../palette.ts";
import {plotMarkup} from "../plot-markup.ts";
import {drawUnknown} from "./unknown.ts";

type Points = Extract<FigureSpec, {kind: "points-specificite"}>;

interface Dot {
  row: FigureRow;
  value: number;
  size: number;
  lines: string[];
  text: string;
  y: number;
}

const maximum = 15;

/** Dots on a log scale centred on 1, area = size; the 15 largest sectors, most specific first. */
export function drawPointsSpecificite(spec: Points, frame: Frame): Drawing {
  const column = columnOf(spec, spec.value);
  const sizeColumn = columnOf(spec, spec.size);
  const labelRoom = frame.narrow ? frame.width - 110 : 250;
  const dots = spec.rows
    .map((row) => ({row, value: numberOf(row, spec.value) ?? 0, size: numberOf(row, spec.size) ?? 0}))
    .filter(({value}) => value > 0)
    .sort((a, b) => b.size - a.size)
    .slice(0, maximum)
    .sort((a, b) => b.value - a.value)
    .map((dot): Dot => {
      const label = textOf(dot.row, spec.label);
      return {
        ...dot,
        y: 0,
        lines: wrapText(label, labelRoom, frame.font, 3),
        text: cellText(dot.row, sizeColumn)
      };
    });
  if (dots.length === 0) return drawUnknown(spec, frame);

  const header = wrapText(spec.sizeLabel, 92, frame.font, 2);
  const sizeRoom = Math.max(measureLines([...header, ...dots.map(({text}) => text)], frame.font), 40) + 6;
  const left = frame.narrow
    ? 14
    : measureLines(
        dots.flatMap(({lines}) => lines),
        frame.font
      ) + 18;
  const right = frame.narrow ? frame.width - 16 : frame.width - sizeRoom - 18;
  const top = frame.line * (frame.narrow ? 2 : header.length) + 14;
  let bottom = top;
  for (const dot of dots) {
    const label = dot.lines.length * frame.line;
    const height = frame.narrow ? label + 32 : Math.max(30, label + 8);
    dot.y = frame.narrow ? bottom + label + 12 : bottom + height / 2;
    bottom += height;
  }
  const reach = Math.max(2, ...dots.map(({value}) => Math.max(value, 1 / value))) * 1.12;
  const largest = Math.max(...dots.map(({size}) => size), 1);
  const height = bottom + frame.line + 12;
  const plot = plotMarkup({
    width: frame.width,
    height,
    marginLeft: left,
    marginRight: frame.width - right,
    marginTop: 0,
    marginBottom: 0,
    x: {type: "log", domain: [1 / reach, reach], axis: null, inset: frame.narrow ? 36 : 42},
    y: {type: "identity", axis: null},
    r: {type: "identity"},
    marks: [
      Plot.link(dots, {x1: 1, x2: "value", y1: "y", y2: "y", stroke: stemColour, strokeWidth: 2}),
      Plot.dot(dots, {
        x: "value",
        y: "y",
        r: (dot: Dot) => 3.5 + 8.5 * Math.sqrt(dot.size / largest),
        fill: (dot: Dot) => paint(dot.value >= 1 ? "accent" : "grey-2"),
        stroke: paint("surface"),
        strokeWidth: 1.5,
        sort: null,
        title: (dot: Dot) =>
          `${tipText(textOf(dot.row, spec.label), dot.row, column)}, ${spec.sizeLabel}\u00a0: ${dot.text}`
      })
    ]
  });
  const one = plot.x(1);
  const body = [drawScale(reach, plot.x, [top - 4, bottom + 2], frame)];
  body.push(...drawSides(one, [left, right], frame));
  body.push(plot.markup);
  for (const dot of dots) {
    const y = frame.narrow
      ? dot.y - 12 - (dot.lines.length - 0.5) * frame.line
      : dot.y - ((dot.lines.length - 1) * frame.line) / 2;
    const bold = dot.value >= 1;
    body.push(
      drawText(frame.narrow ? 2 : left - 14, y, dot.lines, {
        anchor: frame.narrow ? "start" : "end",
        line: frame.line,
        halo: frame.narrow
      }),
      drawText(frame.width - 2, frame.narrow ? y : dot.y, dot.text, {anchor: "end", fill: paint("muted")}),
      drawValue(dot, plot.x, bareText(dot.value, column), largest, frame, bold, right)
    );
  }
  if (!frame.narrow)
    body.push(
      drawText(frame.width - 2, frame.line / 2 + 1, header, {
        anchor: "end",
        fill: paint("muted"),
        line: frame.line
      })
    );
  else
    body.push(
      drawText(frame.width - 2, frame.line * 1.5 + 4, header.join(" "), {anchor: "end", fill: paint("muted")})
    );
  return {body: body.join(""), height};
}

function drawValue(
  dot: Dot,
  x: (value: number) => number,
  text: string,
  largest: number,
  frame: Frame,
  bold: boolean,
  right: number
): string {
  const radius = 3.5 + 8.5 * Math.sqrt(dot.size / largest) + 5;
  const wide = labelWidth(frame, text, bold);
  const outward = dot.value >= 1 ? x(dot.value) + radius : x(dot.value) - radius;
  const over = dot.value >= 1 ? outward + wide > right + 14 : outward - wide < 0;
  if (over) return "";
  return drawText(outward, dot.y, text, {anchor: dot.value >= 1 ? "start" : "end", bold, halo: true});
}

/** Rules at 1 and at each doubling: « ÷ 2 », « 1 », « × 2 ». */
function drawScale(
  reach: number,
  x: (value: number) => number,
  [top, bottom]: readonly [number, number],
  frame: Frame
): string {
  const steps = reach > 12 ? [1, 4, 16, 64, 256] : [1, 2, 4, 8];
  return steps
    .filter((step) => step <= reach)
    .flatMap((step) => (step === 1 ? [1] : [step, 1 / step]))
    .map((value) => {
      const text = value === 1 ? "1" : value > 1 ? `×\u00a0${value}` : `÷\u00a0${1 / value}`;
      const stroke = paint(value === 1 ? "rule" : "grid");
      const rule = drawLine([x(value), top], [x(value), bottom], {stroke, width: value === 1 ? 1.5 : 1});
      return (
        rule + drawText(x(value), bottom + 4 + frame.line / 2, text, {anchor: "middle", fill: paint("muted")})
      );
    })
    .join("");
}

function drawSides(one: number, [left, right]: readonly [number, number], frame: Frame): string[] {
  const y = frame.line / 2 + 1;
  const fits =
    labelWidth(frame, "← moins présent") < one - left - 6 &&
    labelWidth(frame, "plus présent →") < right - one + 14;
  if (!fits) return [];
  return [
    drawText(one - 8, y, "← moins présent", {anchor: "end", fill: paint("muted")}),
    drawText(one + 8, y, "plus présent →", {anchor: "start", fill: paint("accent"), bold: true})
  ];
}

function stemColour(dot: Dot): string {
  return paint(dot.value >= 1 ? "accent" : "grey-3");
}
