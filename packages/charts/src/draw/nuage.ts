import * as Plot from "@observablehq/plot";
import {type FigureColumn, type FigureRow, type FigureSpec, units} from "@observatoire/catalog";
import {bareText, columnOf, numberOf, textOf, tipText, valueText} from "../cell.ts";
import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawCircle, drawLine, drawText} from "../markup.ts";
import {measureLines, wrapText} from "../measure-text.ts";
import {paint} from "../palette.ts";
import {type Box, placeBox} from "../place-labels.ts";
import {type PlotResult, plotMarkup} from "../plot-markup.ts";
import {drawValueAxis, niceDomain} from "./axes.ts";
import {drawPointer, isPointerClear, placesAround} from "./places-around.ts";
import {type Side, setApart} from "./set-apart.ts";
import {drawUnknown} from "./unknown.ts";

type Nuage = Extract<FigureSpec, {kind: "nuage"}>;

interface Bubble {
  row: FigureRow;
  x: number;
  y: number;
  r: number;
  size: number;
  named: boolean;
  /** Off the vertical axis: drawn in a strip of its own, with its value in words. */
  side: Side;
}

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Scatter with four named quadrants; the rows asked for are labelled where there is room. */
export function drawNuage(spec: Nuage, frame: Frame): Drawing {
  const columns = {x: columnOf(spec, spec.x), y: columnOf(spec, spec.y)};
  const bubbles = readBubbles(spec, frame);
  if (bubbles.length === 0) return drawUnknown(spec, frame);
  const inside = bubbles.filter(({side}) => side === "inside");
  const yDomain = niceDomain([...inside.map(({y}) => y), spec.cross.y]);
  const x = xScale(spec, bubbles, frame);
  const title = wrapText(`${axisLabel(columns.y)} ↑`, frame.width - 8, frame.font, 2);
  const left = yDomain.room(frame, columns.y);
  const strip = (side: Side) => (bubbles.some((bubble) => bubble.side === side) ? 2 * frame.line + 12 : 0);
  const top = title.length * frame.line + 14 + strip("above");
  const bottom = top + (frame.narrow ? 330 : 400);
  const under = bottom + strip("below");
  const xTitle = wrapText(`${axisLabel(columns.x)} →`, frame.width - left - 8, frame.font, 2);
  const height = under + frame.line + 14 + xTitle.length * frame.line + 4;
  const plot = plotMarkup({
    width: frame.width,
    height,
    marginLeft: left,
    marginRight: 14,
    marginTop: top,
    marginBottom: height - bottom,
    x: {type: spec.xLog ? "log" : "linear", domain: x.bounds, axis: null},
    y: {domain: yDomain.bounds, axis: null},
    r: {type: "identity"},
    marks: [
      Plot.dot(inside, {
        x: "x",
        y: "y",
        r: "r",
        fill: (bubble: Bubble) => paint(bubble.named ? "accent" : "grey-3"),
        fillOpacity: 0.78,
        stroke: paint("surface"),
        strokeWidth: 1.2,
        sort: {channel: "-r"},
        title: (bubble: Bubble) => bubbleTip(spec, bubble, columns)
      })
    ]
  });
  const right = frame.width - 14;
  const area = {left, right, top, bottom};
  const corners = drawCorners(spec, plot, area, frame);
  const place = ({x, y, side}: Bubble): [number, number] => {
    const apart = side === "above" ? top - strip("above") / 2 : bottom + strip("below") / 2;
    return [plot.x(x), side === "inside" ? plot.y(y) : apart];
  };
  const body = [
    drawText(2, frame.line / 2 + 1, title, {fill: paint("muted"), line: frame.line}),
    drawValueAxis({...yDomain, zero: true}, columns.y, plot.y, area, frame),
    ...x.ticks.map((tick) => {
      const text = drawText(
        plot.x(tick),
        under + 8 + frame.line / 2,
        bareText(tick, columns.x, x.decimals(tick)),
        {anchor: "middle", fill: paint("muted")}
      );
      return drawLine([plot.x(tick), top], [plot.x(tick), under], {stroke: paint("grid")}) + text;
    }),
    drawLine([plot.x(spec.cross.x), top], [plot.x(spec.cross.x), bottom], {
      stroke: paint("rule"),
      width: 1.25
    }),
    drawLine([left, plot.y(spec.cross.y)], [right, plot.y(spec.cross.y)], {
      stroke: paint("rule"),
      width: 1.25
    }),
    corners.markup,
    plot.markup,
    ...bubbles
      .filter(({side}) => side !== "inside")
      .map((bubble) =>
        drawCircle(...place(bubble), bubble.r, {
          fill: paint(bubble.named ? "accent" : "grey-3"),
          opacity: 0.78,
          tip: bubbleTip(spec, bubble, columns)
        })
      ),
    drawNames(spec, bubbles, place, {...area, top: top - strip("above"), bottom: under}, frame, [
      ...corners.boxes
    ]),
    drawText(right, under + 14 + frame.line * 1.5, xTitle, {
      anchor: "end",
      fill: paint("muted"),
      line: frame.line
    })
  ];
  return {body: body.join(""), height};
}

/** « Évolution par an (en %) »: the unit once, beside the axis. */
function axisLabel({label, unit}: FigureColumn): string {
  return unit && units[unit].suffix !== "" ? `${label} (${units[unit].label})` : label;
}

function readBubbles(spec: Nuage, frame: Frame): Bubble[] {
  const rows = spec.rows.flatMap((row): Bubble[] => {
    const x = numberOf(row, spec.x);
    const y = numberOf(row, spec.y);
    if (x === null || y === null || (spec.xLog && x <= 0)) return [];
    const size = Math.max(0, numberOf(row, spec.size) ?? 0);
    return [{row, x, y, size, r: 0, named: numberOf(row, spec.emphasis) === 1, side: "inside"}];
  });
  for (const [index, side] of setApart(rows.map(({y}) => y)).entries()) {
    const bubble = rows[index];
    if (bubble) bubble.side = side;
  }
  const largest = Math.max(...rows.map(({size}) => size), 1);
  for (const bubble of rows) bubble.r = 3.5 + (frame.narrow ? 15 : 22) * Math.sqrt(bubble.size / largest);
  return rows.sort((a, b) => b.size - a.size);
}

function xScale(spec: Nuage, bubbles: readonly Bubble[], frame: Frame) {
  const values = [...bubbles.map(({x}) => x), spec.cross.x];
  if (!spec.xLog) {
    const domain = niceDomain(values, frame.narrow ? 4 : 6);
    return {bounds: domain.bounds, ticks: domain.ticks, decimals: () => domain.decimals};
  }
  const bounds: [number, number] = [Math.min(...values) / 1.25, Math.max(...values) * 1.25];
  const steps = [0.0625, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32].filter(
    (step) => step >= bounds[0] && step <= bounds[1]
  );
  const ticks = frame.narrow && steps.length > 5 ? steps.filter((step) => Math.log2(step) % 2 === 0) : steps;
  return {bounds, ticks, decimals: (tick: number) => (tick >= 1 ? 0 : String(tick).length - 2)};
}

function bubbleTip(spec: Nuage, bubble: Bubble, columns: {x: FigureColumn; y: FigureColumn}): string {
  const size = columnOf(spec, spec.size);
  const parts = [columns.x, columns.y, size].map((column) => tipText(column.label, bubble.row, column));
  return `${textOf(bubble.row, spec.label)}\u00a0: ${parts.join(", ")}`;
}

function boxAround(x: number, y: number, r: number): Box {
  return {x0: x - r, x1: x + r, y0: y - r, y1: y + r};
}

function drawCorners(spec: Nuage, plot: PlotResult, area: Area, frame: Frame) {
  const [topRight, bottomRight, bottomLeft, topLeft] = spec.quadrants;
  const crossX = plot.x(spec.cross.x);
  const boxes: Box[] = [];
  const corner = (name: string, atRight: boolean, atTop: boolean): string => {
    const room = (atRight ? area.right - crossX : crossX - area.left) - 12;
    if (room < 60) return "";
    const lines = wrapText(name, room, frame.font, 3);
    const width = measureLines(lines, frame.font);
    const x = atRight ? area.right - 6 : area.left + 6;
    const high = lines.length * frame.line;
    const y0 = atTop ? area.top + 4 : area.bottom - high - 4;
    boxes.push({x0: atRight ? x - width : x, x1: atRight ? x : x + width, y0, y1: y0 + high});
    return drawText(x, y0 + frame.line / 2, lines, {
      anchor: atRight ? "end" : "start",
      italic: true,
      fill: paint("muted"),
      line: frame.line
    });
  };
  const markup =
    corner(topRight, true, true) +
    corner(bottomRight, true, false) +
    corner(bottomLeft, false, false) +
    corner(topLeft, false, true);
  return {markup, boxes};
}

/** Names at most beside those asked for: the largest sectors left, where there is room. */
const more = {wide: 8, narrow: 2};

function drawNames(
  spec: Nuage,
  bubbles: readonly Bubble[],
  place: (bubble: Bubble) => [number, number],
  area: Area,
  frame: Frame,
  taken: Box[]
): string {
  const column = columnOf(spec, spec.y);
  const bounds = {x0: area.left, x1: area.right + 12, y0: area.top, y1: area.bottom};
  const discs = bubbles.map((bubble) => ({bubble, box: boxAround(...place(bubble), bubble.r * 0.8)}));
  const reach = frame.narrow ? 30 : 84;
  const rank = ({named, side}: Bubble) => (side !== "inside" ? 0 : named ? 1 : 2);
  const parts: string[] = [];
  let left = frame.narrow ? more.narrow : more.wide;
  for (const {bubble} of [...discs].sort((a, b) => rank(a.bubble) - rank(b.bubble))) {
    const apart = bubble.side !== "inside";
    const asked = bubble.named || apart;
    if (!asked && left === 0) continue;
    const sign = bubble.side === "above" ? "↑" : "↓";
    const name = textOf(bubble.row, spec.label);
    const value = apart ? [`${sign} ${valueText(bubble.y, column)}, hors échelle`] : [];
    const room = apart ? 190 : frame.narrow ? 118 : 160;
    const lines = [...wrapText(name, room, frame.font, apart ? 1 : 3), ...value];
    const width = Math.max(...lines.map((line) => labelWidth(frame, line)));
    const others = discs.filter((disc) => disc.bubble !== bubble).map(({box}) => box);
    const disc = {centre: place(bubble), radius: bubble.r};
    const near = placesAround(disc, {width, height: lines.length * frame.line}, asked ? reach : 0);
    const clear = near.filter((one) => !one.far || isPointerClear(one, disc, taken));
    const found = placeBox(clear, [...taken, ...others], bounds);
    if (!found) continue;
    if (!asked) left -= 1;
    taken.push(found);
    parts.push(
      found.far ? drawPointer(found, disc) : "",
      drawText(found.x, found.y0 + frame.line / 2, lines, {
        anchor: found.anchor,
        halo: true,
        line: frame.line,
        ...(bubble.named ? {} : {fill: paint("muted")})
      })
    );
  }
  return parts.join("");
}
