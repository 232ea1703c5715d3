import type {FigureRow, FigureSpec} from "@observatoire/catalog";
import {quantileSorted} from "d3";
import {columnOf, numberOf, roleOf, textOf, tipText, valueText} from "../cell.ts";
import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawCircle, drawLine, drawText} from "../markup.ts";
import {paint} from "../palette.ts";
import {niceDomain} from "./axes.ts";
import {drawLeader, drawNotes, type Note, placeNotes} from "./notes.ts";
import {swarm} from "./swarm.ts";
import {drawUnknown} from "./unknown.ts";

type Bande = Extract<FigureSpec, {kind: "bande"}>;

interface Dot {
  row: FigureRow;
  value: number;
  ours: boolean;
  y: number;
}

/** All territories on one line, ours in accent, quartiles and the reference marked and named. */
export function drawBande(spec: Bande, frame: Frame): Drawing {
  const column = columnOf(spec, spec.value);
  const dots = spec.rows.flatMap((row): Dot[] => {
    const value = numberOf(row, spec.value);
    return value === null ? [] : [{row, value, ours: roleOf(row, spec.role) === "territoire", y: 0}];
  });
  if (dots.length === 0) return drawUnknown(spec, frame);
  const sorted = dots.map(({value}) => value).sort((a, b) => a - b);
  const domain = niceDomain(
    [...sorted, ...(spec.reference ? [spec.reference.value] : [])],
    frame.narrow ? 4 : 6
  );
  const left = 16;
  const right = frame.width - 16;
  const [low, high] = domain.bounds;
  const x = (value: number) => left + ((value - low) / (high - low)) * (right - left);
  const radius = frame.narrow ? 3.4 : 4.4;
  const offsets = swarm(
    dots.map(({value, ours}) => ({x: x(value), radius: ours ? radius + 4 : radius, first: ours}))
  );
  const reach = Math.max(22, ...offsets.map((offset) => Math.abs(offset) + radius + 3));

  const ours = dots.find((dot) => dot.ours);
  const upper: Note[] = [];
  if (ours) {
    const name = textOf(ours.row, spec.label);
    upper.push({
      x: x(ours.value),
      name,
      value: valueText(ours.value, column),
      fill: paint("accent"),
      bold: true
    });
  }
  if (spec.reference) {
    const {label: name, value} = spec.reference;
    upper.push({x: x(value), name, value: valueText(value, column), fill: paint("grey-1"), bold: false});
  }
  const top = placeNotes(upper, frame);
  const middle = top.height + 14 + reach;
  const quartiles = sorted.length >= 8 ? readQuartiles(sorted) : [];
  const lower = placeNotes(
    quartiles.map(([name, value]) => ({
      x: x(value),
      name,
      value: valueText(value, column),
      fill: paint("muted"),
      bold: false
    })),
    frame
  );
  const axisY = middle + reach + lower.height + 14;
  for (const [index, dot] of dots.entries()) dot.y = middle + (offsets[index] ?? 0);
  const height = axisY + frame.line + 10;
  const drawDot = (dot: Dot) =>
    drawCircle(x(dot.value), dot.y, dot.ours ? radius + 3.5 : radius, {
      fill: paint(dot.ours ? "accent" : "grey-3"),
      stroke: paint("surface"),
      width: 0.8,
      tip: tipText(textOf(dot.row, spec.label), dot.row, column)
    });
  const body: string[] = [];
  const [first, , third] = quartiles;
  if (first && third) {
    const x0 = x(first[1]);
    body.push(
      `<rect x="${x0.toFixed(1)}" y="${(middle - reach).toFixed(1)}" width="${(x(third[1]) - x0).toFixed(1)}" height="${(reach * 2).toFixed(1)}" fill="${paint("grid")}"/>`
    );
  }
  for (const [index, [, value]] of quartiles.entries()) {
    const style = {stroke: paint("rule"), width: index === 1 ? 1.75 : 1};
    body.push(drawLine([x(value), middle - reach], [x(value), middle + reach], style));
    body.push(drawLeader(lower, index, [x(value), middle + reach], middle + reach + 9, frame, style));
  }
  if (spec.reference) {
    const at = x(spec.reference.value);
    const style = {stroke: paint("grey-1"), width: 2, dash: "1.5 4"};
    body.push(drawLine([at, middle - reach], [at, middle + reach], style));
    body.push(drawLeader(top, upper.length - 1, [at, middle - reach], 2, frame, style));
  }
  body.push(...[...dots].sort((a, b) => Number(a.ours) - Number(b.ours)).map((dot) => drawDot(dot)));
  if (ours) {
    const style = {stroke: paint("accent"), width: 1.5};
    body.push(drawLine([x(ours.value), middle - reach], [x(ours.value), ours.y - radius - 4], style));
    body.push(drawLeader(top, 0, [x(ours.value), middle - reach], 2, frame, style));
  }
  body.push(drawNotes(top, 2, frame), drawNotes(lower, middle + reach + 9, frame));
  body.push(drawLine([left, axisY], [right, axisY], {stroke: paint("rule")}));
  for (const tick of domain.ticks) {
    body.push(drawLine([x(tick), axisY], [x(tick), axisY + 5]));
    const text = valueText(tick, {...column, decimals: domain.decimals});
    body.push(
      drawText(x(tick), axisY + 8 + frame.line / 2, text, {
        anchor: tickAnchor(x(tick), text, frame),
        fill: paint("muted")
      })
    );
  }
  return {body: body.join(""), height};
}

function tickAnchor(x: number, text: string, frame: Frame): "start" | "middle" | "end" {
  const half = labelWidth(frame, text) / 2;
  if (x + half > frame.width) return "end";
  return x - half < 0 ? "start" : "middle";
}

function readQuartiles(sorted: number[]): [string, number][] {
  const at = (part: number) => quantileSorted(sorted, part) ?? Number.NaN;
  return [
    ["1er\u00a0quartile", at(0.25)],
    ["médiane", at(0.5)],
    ["3e\u00a0quartile", at(0.75)]
  ];
}
