import * as Plot from "@observablehq/plot";
import type {FigureRow, FigureSpec, Role} from "@observatoire/catalog";
import {columnOf, numberOf, roleOf, statutOf, textOf, tipText} from "../cell.ts";
import type {Drawing, Frame} from "../frame.ts";
import {drawCircle} from "../markup.ts";
import {paint} from "../palette.ts";
import {type PlotResult, plotMarkup} from "../plot-markup.ts";
import {type RoleStyle, roleStyles} from "../role-style.ts";
import {drawTimeAxis, drawValueAxis, niceDomain} from "./axes.ts";
import {drawLineEnds, endRoom} from "./line-ends.ts";
import {drawBaseline, drawLabelDate, drawProvisional} from "./line-rules.ts";
import {drawUnknown} from "./unknown.ts";

export type Lignes = Extract<FigureSpec, {kind: "lignes"}>;

export interface Series {
  name: string;
  role: Role;
  style: RoleStyle;
  points: Point[];
  last: Point;
}

export interface Point {
  x: number;
  y: number | null;
  tip: string;
  provisional: boolean;
}

export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const comparisonDashes = ["8 4", "4 3", "12 3 3 3"];

/** Lines with direct labels at their end; dated rule for the label, dashes for provisional years. */
export function drawLignes(spec: Lignes, frame: Frame): Drawing {
  const column = columnOf(spec, spec.y);
  const series = readSeries(spec);
  if (series.length === 0) return drawUnknown(spec, frame);
  const points = series.flatMap((each) => each.points);
  const years = points.map(({x}) => x);
  const known = points.flatMap(({y}) => (y === null ? [] : [y]));
  if (spec.baseline !== null) known.push(spec.baseline);
  const domain = niceDomain(known);
  const xDomain: [number, number] = [Math.min(...years), Math.max(...years)];
  if (xDomain[0] === xDomain[1]) xDomain[0] -= 1;
  const area: Area = {
    left: domain.room(frame, column),
    right: frame.width - endRoom(series, column, frame),
    top: (spec.mark ? frame.line * (frame.narrow ? 2 : 1) : 0) + 16,
    bottom: 0
  };
  area.bottom = area.top + (frame.narrow ? 250 : 290);
  const second = !domain.zero || spec.provisionalFrom !== null;
  const height = area.bottom + frame.line + 12 + (second ? frame.line + 2 : 0);
  const plot = plotMarkup({
    width: frame.width,
    height,
    marginLeft: area.left,
    marginRight: frame.width - area.right,
    marginTop: area.top,
    marginBottom: height - area.bottom,
    x: {type: "linear", domain: xDomain, axis: null},
    y: {type: "linear", domain: domain.bounds, axis: null},
    marks: lineMarks(series)
  });
  const body = [
    drawProvisional(spec, plot, area, frame, xDomain),
    drawValueAxis(domain, column, plot.y, area, frame),
    drawTimeAxis(xDomain, plot.x, area, frame),
    drawBaseline(spec, plot, area),
    drawLabelDate(spec, plot, area, frame, xDomain),
    plot.markup,
    ...series.map((each) => drawDots(each, plot)),
    drawLineEnds(series, column, plot, area, frame)
  ];
  return {body: body.join(""), height};
}

function readSeries(spec: Lignes): Series[] {
  const column = columnOf(spec, spec.y);
  const groups = new Map<string, FigureRow[]>();
  for (const row of spec.rows) {
    const name = textOf(row, spec.series);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  let comparisons = 0;
  const series: Series[] = [];
  for (const [name, rows] of groups) {
    const role = roleOf(rows[0] ?? {}, spec.role);
    const points = rows
      .map((row) => readPoint(spec, row, tipText(`${name}, ${textOf(row, spec.x)}`, row, column)))
      .sort((a, b) => a.x - b.x);
    const last = points.findLast(({y}) => y !== null);
    if (!last) continue;
    const style = {...roleStyles[role]};
    if (role === "comparaison") style.dash = comparisonDashes[comparisons++ % comparisonDashes.length];
    series.push({name, role, style, points, last});
  }
  return series.sort((a, b) => a.style.priority - b.style.priority);
}

function readPoint(spec: Lignes, row: FigureRow, tip: string): Point {
  const x = numberOf(row, spec.x) ?? Number(textOf(row, spec.x));
  const late = spec.provisionalFrom !== null && x >= spec.provisionalFrom;
  return {x, y: numberOf(row, spec.y), tip, provisional: late || statutOf(row) === "provisoire"};
}

function lineMarks(series: readonly Series[]): Plot.Markish[] {
  return series.flatMap(({points, style}) => {
    const first = points.findIndex(({provisional}) => provisional);
    const sure = first < 0 ? points : points.slice(0, first);
    const unsure = first < 0 ? [] : points.slice(Math.max(0, first - 1));
    const common = {
      x: "x",
      y: "y",
      stroke: style.colour,
      strokeWidth: style.width,
      strokeLinejoin: "round"
    } as const;
    const lines: Plot.Markish[] = [];
    if (sure.length > 1)
      lines.push(
        Plot.line(sure, {
          ...common,
          ...(style.dash ? {strokeDasharray: style.dash} : {}),
          strokeLinecap: "round"
        })
      );
    if (unsure.length > 1) lines.push(Plot.line(unsure, {...common, strokeDasharray: "3 3"}));
    return lines;
  });
}

/** A dot per value, seen at the end, when alone between two gaps, and under the pointer. */
function drawDots({points, style, last}: Series, {x, y}: PlotResult): string {
  const alone = (index: number) => points[index - 1]?.y == null && points[index + 1]?.y == null;
  const radius = style.width > 3 ? 4.5 : 3;
  return points
    .map((point, index) => {
      if (point.y === null) return "";
      const {tip} = point;
      const [cx, cy] = [x(point.x), y(point.y)];
      if (point !== last && !alone(index))
        return drawCircle(cx, cy, 8, {fill: style.colour, opacity: 0, tip});
      const fill = point.provisional ? paint("surface") : style.colour;
      return drawCircle(cx, cy, radius, {fill, stroke: style.colour, width: 2, tip});
    })
    .join("");
}
