import type {FigureSpec} from "@observatoire/catalog";
import {columnOf, numberOf, textOf, tipText} from "../cell.ts";
import {escapeMarkup} from "../escape-markup.ts";
import type {Drawing, Frame} from "../frame.ts";
import {drawText, round} from "../markup.ts";
import {paint} from "../palette.ts";

type ChiffreCle = Extract<FigureSpec, {kind: "chiffre-cle"}>;

/** The path of a key figure through the years: one line, a dot and the two years at its ends. No axis. */
export function drawSparkline(spec: ChiffreCle, frame: Frame): Drawing {
  const spark = spec.spark;
  if (!spark) return {body: "", height: 0};
  const column = columnOf(spec, spark.y);
  const points = spec.rows
    .flatMap((row) => {
      const x = Number(textOf(row, spark.x).slice(0, 4));
      const y = numberOf(row, spark.y);
      return y === null || !Number.isFinite(x) ? [] : [{x, y, row}];
    })
    .sort((a, b) => a.x - b.x);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return {body: "", height: 0};
  const low = Math.min(...points.map(({y}) => y));
  const high = Math.max(...points.map(({y}) => y));
  const [left, right, top, bottom] = [6, frame.width - 8, 8, 50];
  const x = (value: number) => left + ((value - first.x) / (last.x - first.x)) * (right - left);
  const y = (value: number) =>
    high === low ? (top + bottom) / 2 : bottom - ((value - low) / (high - low)) * (bottom - top);
  const path = points
    .map((point, index) => `${index === 0 ? "M" : "L"}${round(x(point.x))},${round(y(point.y))}`)
    .join("");
  const area = `${path}L${round(right)},${bottom + 5}L${round(left)},${bottom + 5}Z`;
  const dots = points.map((point) => {
    const end = point === last;
    const tip = escapeMarkup(tipText(textOf(point.row, spark.x), point.row, column));
    return `<circle cx="${round(x(point.x))}" cy="${round(y(point.y))}" r="${end ? 4.5 : 7}" fill="${paint("accent")}"${end ? "" : ` fill-opacity="0"`} data-tip="${tip}"/>`;
  });
  const years = [
    drawText(left - 4, bottom + 17, String(first.x), {fill: paint("muted")}),
    drawText(right + 6, bottom + 17, String(last.x), {anchor: "end", fill: paint("muted")})
  ];
  return {
    height: bottom + 27,
    body: `<path d="${area}" fill="${paint("accent-soft")}"/><path d="${path}" fill="none" stroke="${paint("accent")}" stroke-width="2.25" stroke-linejoin="round" stroke-linecap="round"/>${dots.join("")}${years.join("")}`
  };
}
