import type {FigureRow, FigureSpec} from "@observatoire/catalog";
import {columnOf, intervalText, numberOf, roleOf, statutOf, textOf, tipText, valueText} from "../cell.ts";
import {escapeMarkup} from "../escape-markup.ts";
import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawLine, drawText, round} from "../markup.ts";
import {measureLines, wrapText} from "../measure-text.ts";
import {paint} from "../palette.ts";
import {niceDomain} from "./axes.ts";
import {drawUnknown} from "./unknown.ts";

type Intervalles = Extract<FigureSpec, {kind: "intervalles"}>;

interface Interval {
  low: number | null;
  high: number | null;
  lines: string[];
  text: string;
  tip: string;
  colour: string;
  ours: boolean;
  y: number;
}

const thickness = 16;
const arrow = 11;

/** Bars between two bounds, in the order of the rows, values in words at the end; never a point inside. */
export function drawIntervalles(spec: Intervalles, frame: Frame): Drawing {
  const intervals = spec.rows.map((row) => readInterval(spec, row, frame));
  const known = intervals.flatMap(({low, high}) => [low, high]).filter((value) => value !== null);
  if (known.length === 0) return drawUnknown(spec, frame);
  const column = columnOf(spec, spec.max);
  const domain = niceDomain([0, ...known], frame.narrow ? 3 : 5);
  const endRoom = Math.max(...intervals.map(({text, ours}) => labelWidth(frame, text, ours))) + 12;
  const labels = intervals.flatMap(({lines}) => lines);
  const left = frame.narrow ? 4 : measureLines(labels, frame.font, true) + 16;
  const right = frame.width - endRoom;
  const [first, last] = domain.bounds;
  const x = (value: number) => left + ((value - first) / (last - first)) * (right - left);

  let bottom = 4;
  for (const interval of intervals) {
    const label = interval.lines.length * frame.line;
    const height = frame.narrow ? label + thickness + 14 : Math.max(thickness + 14, label + 12);
    interval.y = frame.narrow ? bottom + label + 3 + thickness / 2 : bottom + height / 2;
    bottom += height;
  }
  const axis = domain.ticks.map((tick) => {
    const text = valueText(tick, {...column, decimals: domain.decimals});
    const half = labelWidth(frame, text) / 2;
    const centre = Math.max(half, Math.min(frame.width - half, x(tick)));
    return (
      drawLine([x(tick), 4], [x(tick), bottom], {stroke: paint(tick === 0 ? "rule" : "grid")}) +
      drawText(centre, bottom + 6 + frame.line / 2, text, {anchor: "middle", fill: paint("muted")})
    );
  });
  const body = intervals.map((interval) => {
    const {lines, y, ours} = interval;
    const labelY = frame.narrow
      ? y - thickness / 2 - 3 - (lines.length - 0.5) * frame.line
      : y - ((lines.length - 1) * frame.line) / 2;
    const label = drawText(frame.narrow ? left + 4 : left - 12, labelY, lines, {
      anchor: frame.narrow ? "start" : "end",
      bold: ours,
      halo: frame.narrow,
      line: frame.line
    });
    return drawBar(interval, x, [left, right]) + label + drawEnd(interval, x, right);
  });
  return {body: axis.join("") + body.join(""), height: bottom + frame.line + 10};
}

function readInterval(spec: Intervalles, row: FigureRow, frame: Frame): Interval {
  const [min, max] = [columnOf(spec, spec.min), columnOf(spec, spec.max)];
  const role = roleOf(row, spec.role);
  const ours = spec.role !== undefined && role === "territoire";
  const room = frame.narrow ? frame.width - 8 : Math.min(260, frame.width * 0.34);
  const name = textOf(row, spec.label);
  const [low, high] = [numberOf(row, spec.min), numberOf(row, spec.max)];
  const text = intervalText(row, min, max);
  return {
    low,
    high,
    lines: wrapText(name, room, frame.font, 3, ours),
    text,
    tip: low === null && high === null ? tipText(name, row, max) : `${name}\u00a0: ${text}${noteOf(row)}`,
    colour: paint(role === "territoire" ? "accent" : role === "reference" ? "grey-2" : "grey-3"),
    ours,
    y: 0
  };
}

function noteOf(row: FigureRow): string {
  return statutOf(row) === "estime" ? " (estimation)" : "";
}

/** Solid between two bounds; a pale bar and an arrow where a bound is unknown. */
function drawBar(
  {low, high, y, colour, tip}: Interval,
  x: (value: number) => number,
  [left, right]: readonly [number, number]
): string {
  if (low === null && high === null) return "";
  const half = thickness / 2;
  const from = low === null ? left : x(low);
  const to = high === null ? right : x(high);
  const open = low === null || high === null;
  const width = Math.max(open ? arrow + 4 : 3, to - from);
  const start = low === null ? to - width : from;
  const rect = `<rect x="${round(start)}" y="${round(y - half)}" width="${round(width)}" height="${thickness}" fill="${colour}"${open ? ` fill-opacity="0.3"` : ""} data-tip="${escapeMarkup(tip)}"/>`;
  if (!open) return rect;
  const known = low === null ? start + width : start;
  const tipX = low === null ? start : start + width;
  const back = tipX + (low === null ? arrow : -arrow);
  const head = `<path d="M${round(tipX)},${round(y)}L${round(back)},${round(y - half)}V${round(y + half)}Z" fill="${colour}"/>`;
  return (
    rect +
    drawLine([known, y - half], [known, y + half], {stroke: colour, width: 3}) +
    drawLine([known, y], [back, y], {stroke: colour, width: 2}) +
    head
  );
}

function drawEnd({low, high, text, y, ours}: Interval, x: (value: number) => number, right: number): string {
  if (low === null && high === null)
    return drawText(x(0) + 6, y, text, {italic: true, fill: paint("muted"), halo: true});
  const edge = high === null ? right : Math.max(x(high), x(low ?? high) + 3);
  return drawText(edge + 7, y, text, {bold: ours, halo: true});
}
