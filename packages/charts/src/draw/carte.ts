import type {FigureColumn, FigureRow} from "@observatoire/catalog";
import {columnOf, numberOf, statutOf, textOf, tipText} from "../cell.ts";
import {escapeMarkup} from "../escape-markup.ts";
import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawText} from "../markup.ts";
import {measureLines, wrapText} from "../measure-text.ts";
import {paint} from "../palette.ts";
import {type Box, placeBox} from "../place-labels.ts";
import {
  absenceOf,
  type Carte,
  classOf,
  drawPatterns,
  type MapClass,
  patternId,
  readClasses
} from "./map-classes.ts";
import {drawClassLegend, drawSizeLegend} from "./map-legend.ts";
import {circle, circleShapes, contourShapes, hexagonShapes, type Shape, type Shapes} from "./map-shapes.ts";

/** Communes as contours or as a cartogram: classes of colour for ratios, areas of circles for counts. */
export function drawCarte(spec: Carte, frame: Frame): Drawing {
  const column = columnOf(spec, spec.value);
  const classes = readClasses(spec, column);
  const rows = new Map(spec.rows.map((row) => [textOf(row, spec.code), row]));
  const symbols = spec.form === "symboles";
  const legendWidth = frame.narrow ? frame.width : symbols ? 184 : 232;
  const width = frame.narrow ? frame.width : frame.width - legendWidth - 24;
  const map = symbols
    ? drawSymbols(spec, rows, column, width, frame)
    : drawAreas(spec, rows, column, classes, width, frame);
  const legendLeft = frame.narrow ? 2 : width + 24;
  const legendTop = frame.narrow ? map.height + 12 : 8;
  const legend = symbols
    ? drawSizeLegend(spec, column, map.scale, [legendLeft, legendTop], legendWidth - 4, frame)
    : drawClassLegend(spec, column, classes, [legendLeft, legendTop], legendWidth - 4, frame);
  const height = frame.narrow ? legendTop + legend.height : Math.max(map.height, legendTop + legend.height);
  return {body: drawPatterns(frame.idPrefix) + map.body + legend.body, height: Math.ceil(height + 4)};
}

interface MapDrawing extends Drawing {
  /** Radius in pixels of a value, for symbols. */
  scale: (value: number) => number;
}

function drawAreas(
  spec: Carte,
  rows: ReadonlyMap<string, FigureRow>,
  column: FigureColumn,
  classes: readonly MapClass[],
  width: number,
  frame: Frame
): MapDrawing {
  const maximum = frame.narrow ? 380 : 470;
  const {shapes, height} =
    spec.geometry.kind === "contours"
      ? contourShapes(spec.geometry, width, maximum)
      : hexagonShapes(spec.geometry.points, width, maximum);
  const stroke = paint(spec.geometry.kind === "contours" ? "rule" : "grey-3");
  const parts = shapes.map((shape) => {
    const row = rows.get(shape.code);
    const found = row ? numberOf(row, spec.value) : null;
    const fill =
      found === null
        ? `url(#${patternId(frame.idPrefix, row ? absenceOf(statutOf(row)) : "missing")})`
        : (classes[classOf(found, spec.breaks)]?.fill ?? paint("surface"));
    return `<path d="${shape.path}" fill="${fill}" stroke="${stroke}" stroke-width="0.8" data-tip="${escapeMarkup(tipOf(spec, shape, row, column))}"/>`;
  });
  const inside = shapes.map((shape) => drawInside(spec, shape, rows.get(shape.code), classes, frame));
  // A few names here and there would look chosen: all that fit when most do, else the highest values only.
  const most = inside.filter((name) => name !== "").length * 2 >= shapes.length;
  const names = most ? inside : drawHighest(spec, shapes, rows, width, height, frame);
  return {body: parts.join("") + names.join(""), height, scale: () => 0};
}

function drawSymbols(
  spec: Carte,
  rows: ReadonlyMap<string, FigureRow>,
  column: FigureColumn,
  width: number,
  frame: Frame
): MapDrawing {
  const largest = Math.max(...spec.rows.map((row) => Math.abs(numberOf(row, spec.value) ?? 0)), 1);
  const maximum = frame.narrow ? 360 : 500;
  const sum = spec.rows.reduce((total, row) => total + Math.abs(numberOf(row, spec.value) ?? 0), 0);
  // Circles cover a quarter of the ground at most: beyond, places are no longer recognised.
  const crowded = Math.sqrt((0.25 * width * maximum * largest) / (Math.PI * Math.max(sum, 1)));
  const widest = Math.min(frame.narrow ? 30 : 46, crowded);
  const scale = (value: number) => widest * Math.sqrt(Math.abs(value) / largest);
  const radii = new Map(
    [...rows].map(([code, row]) => [code, Math.max(2.5, scale(numberOf(row, spec.value) ?? 0))])
  );
  const {shapes, height, ground} = symbolShapes(spec, radii, width, maximum);
  const drawn = shapes.map((shape) => {
    const row = rows.get(shape.code);
    const value = row ? numberOf(row, spec.value) : null;
    const absent = row ? absenceOf(statutOf(row)) : "missing";
    const fill =
      value === null
        ? `url(#${patternId(frame.idPrefix, absent)})`
        : paint(value < 0 ? "contrary" : "accent");
    const stroke = value === null ? paint("rule") : paint("surface");
    const opacity = value === null ? "" : ` fill-opacity="0.82"`;
    return `<path d="${shape.path}" fill="${fill}"${opacity} stroke="${stroke}" data-tip="${escapeMarkup(tipOf(spec, shape, row, column))}"/>`;
  });
  const names = drawHighest(spec, shapes, rows, width, height, frame, radii);
  return {body: ground + drawn.join("") + names.join(""), height, scale};
}

function symbolShapes(
  spec: Carte,
  radii: ReadonlyMap<string, number>,
  width: number,
  maximum: number
): Shapes & {ground: string} {
  if (spec.geometry.kind === "cartogramme")
    return {...circleShapes(spec.geometry.points, radii, width, maximum), ground: ""};
  const contours = contourShapes(spec.geometry, width, maximum);
  const shapes = contours.shapes
    .map((shape) => ({...shape, path: circle(shape.x, shape.y, radii.get(shape.code) ?? 2.5)}))
    .sort((a, b) => (radii.get(b.code) ?? 0) - (radii.get(a.code) ?? 0));
  const ground = contours.shapes.map(({path}) => path).join("");
  return {
    shapes,
    height: contours.height,
    ground: `<path d="${ground}" fill="${paint("grid")}" stroke="${paint("grey-3")}" stroke-width="0.5"/>`
  };
}

function tipOf(spec: Carte, shape: Shape, row: FigureRow | undefined, column: FigureColumn): string {
  return row ? tipText(textOf(row, spec.label), row, column) : `${shape.code}\u00a0: hors du tableau`;
}

/** The name inside its hexagon when it fits on two lines; nothing otherwise. */
function drawInside(
  spec: Carte,
  shape: Shape,
  row: FigureRow | undefined,
  classes: readonly MapClass[],
  frame: Frame
): string {
  if (!row || shape.room === 0) return "";
  const value = numberOf(row, spec.value);
  const lines = wrapText(textOf(row, spec.label), shape.room, frame.font);
  const whole = lines.every((line) => textOf(row, spec.label).includes(line));
  if (!whole || lines.length > 2 || measureLines(lines, frame.font) > shape.room) return "";
  const fill = value === null ? paint("text") : (classes[classOf(value, spec.breaks)]?.ink ?? paint("text"));
  const top = shape.y - ((lines.length - 1) * frame.line) / 2;
  return drawText(shape.x, top, lines, {anchor: "middle", fill, line: frame.line, halo: value === null});
}

/** How many names at most: circles leave room, areas do not. */
const named = {symbols: 9, areas: 3};

/** Names of the communes with the highest values, where there is room. */
function drawHighest(
  spec: Carte,
  shapes: readonly Shape[],
  rows: ReadonlyMap<string, FigureRow>,
  width: number,
  height: number,
  frame: Frame,
  radii?: ReadonlyMap<string, number>
): string[] {
  const ranked = shapes
    .map((shape) => ({shape, row: rows.get(shape.code)}))
    .flatMap(({shape, row}) =>
      row && numberOf(row, spec.value) !== null ? [{shape, row, value: numberOf(row, spec.value) ?? 0}] : []
    )
    .sort((a, b) => b.value - a.value)
    .slice(0, radii ? named.symbols : named.areas);
  const taken: Box[] = radii ? shapes.flatMap((shape) => discBox(shape, radii.get(shape.code) ?? 0)) : [];
  const small = radii ? shapes.map(({x, y}) => ({x0: x - 3, x1: x + 3, y0: y - 3, y1: y + 3})) : [];
  return ranked.map(({shape, row}) => {
    const name = textOf(row, spec.label);
    const radius = radii?.get(shape.code) ?? 0;
    const inside = radius * 2 - 8 > labelWidth(frame, name, true);
    const text = name;
    const wide = labelWidth(frame, text, true);
    const at = (x: number, y: number) => ({
      x,
      y,
      x0: x - wide / 2,
      x1: x + wide / 2,
      y0: y - frame.line / 2,
      y1: y + frame.line / 2
    });
    const gap = radius + frame.line / 2 + 1;
    const places =
      inside || !radii
        ? [at(shape.x, shape.y), at(shape.x, shape.y - frame.line), at(shape.x, shape.y + frame.line)]
        : [
            at(shape.x, shape.y - gap),
            at(shape.x, shape.y + gap),
            at(shape.x + radius + wide / 2 + 4, shape.y),
            at(shape.x - radius - wide / 2 - 4, shape.y)
          ];
    const bounds = {x0: 0, y0: 0, x1: width, y1: height};
    const found =
      placeBox(places, inside ? [] : [...taken, ...small], bounds) ??
      placeBox(places, inside ? [] : taken, bounds);
    if (!found) return "";
    taken.push(found);
    const fill = inside ? paint("ink-inverse") : paint("text");
    return drawText(found.x, found.y, text, {anchor: "middle", bold: true, fill, halo: !inside});
  });
}

/** The heart of a circle that a name should not cover; small circles do not count. */
function discBox({x, y}: Shape, radius: number): Box[] {
  const r = radius * 0.75;
  return radius < 7 ? [] : [{x0: x - r, x1: x + r, y0: y - r, y1: y + r}];
}
