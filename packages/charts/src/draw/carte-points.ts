import {type FigureRow, type FigureSpec, formatNumber} from "@observatoire/catalog";
import {columnOf, numberOf, textOf, tipText} from "../cell.ts";
import {escapeMarkup} from "../escape-markup.ts";
import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawText} from "../markup.ts";
import {wrapText} from "../measure-text.ts";
import {paint} from "../palette.ts";
import {type Box, placeBox} from "../place-labels.ts";
import {drawGround} from "./map-ground.ts";
import {drawHead, drawSizes} from "./map-legend.ts";
import {drawPointer, isPointerClear, placesAround} from "./places-around.ts";
import {pointSigns} from "./point-signs.ts";
import {drawUnknown} from "./unknown.ts";

type CartePoints = Extract<FigureSpec, {kind: "carte-points"}>;

interface Place {
  row: FigureRow;
  name: string;
  x: number;
  y: number;
  size: number | null;
  radius: number;
  group: number;
}

const smallest = 3;

/** Longer names are cut: the tip and the table give them whole. */
const longest = 26;

/** Signs on the communes in very light grey: area for the size, colour and shape for the group. */
export function drawCartePoints(spec: CartePoints, frame: Frame): Drawing {
  const legendWidth = frame.narrow ? frame.width - 4 : 208;
  const width = frame.narrow ? frame.width : frame.width - legendWidth - 24;
  const points = spec.rows.map((row) => locate(spec, row)).filter((point) => point !== null);
  const ground = drawGround(spec.geometry, points, width, frame.narrow ? 380 : 500);
  const groups = readGroups(spec);
  const places = readPlaces(spec, groups, ground, width);
  if (places.length === 0) return drawUnknown(spec, frame);
  const scale = radiusOf(places, width * ground.height, frame);
  for (const place of places) place.radius = Math.max(smallest, scale(place.size ?? 0));
  // The first group is drawn over the others, the small over the large.
  places.sort((a, b) => b.radius - a.radius || b.group - a.group);
  const left = frame.narrow ? 2 : width + 24;
  const top = frame.narrow ? ground.height + 14 : 8;
  const legend = drawLegend(spec, groups, places, scale, [left, top], legendWidth, frame);
  const body = [
    ground.body,
    ...places.map((place) => drawPlace(spec, place)),
    drawNames(places, {x0: 0, y0: 0, x1: width, y1: ground.height}, frame),
    legend.body
  ];
  const height = frame.narrow ? top + legend.height : Math.max(ground.height, top + legend.height);
  return {body: body.join(""), height: Math.ceil(height + 4)};
}

function readGroups(spec: CartePoints): string[] {
  const {group} = spec;
  if (group === null) return [];
  return [...new Set(spec.rows.map((row) => textOf(row, group)))].slice(0, pointSigns.length);
}

function locate(spec: CartePoints, row: FigureRow): readonly [number, number] | null {
  const longitude = numberOf(row, spec.longitude);
  const latitude = numberOf(row, spec.latitude);
  return longitude === null || latitude === null ? null : [longitude, latitude];
}

/** Rows that can be placed: those without coordinates, or outside the map, stay in the table. */
function readPlaces(
  spec: CartePoints,
  groups: readonly string[],
  ground: ReturnType<typeof drawGround>,
  width: number
): Place[] {
  return spec.rows.flatMap((row): Place[] => {
    const point = locate(spec, row);
    if (!point) return [];
    const [x, y] = ground.project(...point);
    if (x < 0 || x > width || y < 0 || y > ground.height) return [];
    const group = spec.group === null ? 0 : groups.indexOf(textOf(row, spec.group));
    const size = numberOf(row, spec.size);
    return [{row, name: textOf(row, spec.label), x, y, size, radius: smallest, group}];
  });
}

/** Area in proportion to the size; all signs together cover an eighth of the map at most. */
function radiusOf(places: readonly Place[], area: number, frame: Frame): (value: number) => number {
  const sizes = places.map(({size}) => Math.max(0, size ?? 0));
  const largest = Math.max(...sizes, 1);
  const sum = Math.max(
    1,
    sizes.reduce((total, size) => total + size, 0)
  );
  const crowded = Math.sqrt((0.125 * area * largest) / (Math.PI * sum));
  const widest = Math.max(2 * smallest, Math.min(frame.narrow ? 18 : 26, crowded));
  return (value) => widest * Math.sqrt(Math.max(0, value) / largest);
}

function drawPlace(spec: CartePoints, {row, name, x, y, size, radius, group}: Place): string {
  const sign = pointSigns[group] ?? pointSigns[2];
  const label = spec.group === null ? name : `${name}, ${textOf(row, spec.group)}`;
  const tip = tipText(label, row, columnOf(spec, spec.size));
  const paints =
    size === null
      ? `fill="${paint("surface")}" stroke="${sign.fill}" stroke-width="1.5"`
      : `fill="${sign.fill}" fill-opacity="0.8" stroke="${paint("surface")}" stroke-width="1"`;
  return `<path d="${sign.path(x, y, radius)}" ${paints} data-tip="${escapeMarkup(tip)}"/>`;
}

const named = {wide: 5, narrow: 3};

/** Names of the largest, where there is room. */
function drawNames(places: readonly Place[], bounds: Box, frame: Frame): string {
  const taken: Box[] = [];
  const reachOf = ({radius, group}: Place) => radius * (pointSigns[group] ?? pointSigns[2]).reach;
  const boxes = places.map((place) => {
    const [{x, y}, r] = [place, reachOf(place) * 0.95];
    return {place, x0: x - r, x1: x + r, y0: y - r, y1: y + r};
  });
  const parts: string[] = [];
  let left = frame.narrow ? named.narrow : named.wide;
  for (const place of places.slice(0, 2 * left)) {
    if (left === 0) break;
    const {x, y, name} = place;
    const lines = wrapText(shorten(name), frame.narrow ? 120 : 170, frame.font, 2);
    const size = {
      width: Math.max(...lines.map((line) => labelWidth(frame, line))),
      height: lines.length * frame.line
    };
    const disc = {centre: [x, y] as const, radius: reachOf(place)};
    const candidates = placesAround(disc, size, frame.narrow ? 46 : 84);
    const others = boxes.filter((box) => box.place !== place);
    const clear = candidates.filter((one) => !one.far || isPointerClear(one, disc, [...taken, ...others]));
    const found = placeBox(clear, [...taken, ...boxes], bounds);
    if (!found) continue;
    taken.push(found);
    left -= 1;
    parts.push(
      found.far ? drawPointer(found, disc) : "",
      drawText(found.x, found.y0 + frame.line / 2, lines, {
        anchor: found.anchor,
        halo: true,
        line: frame.line
      })
    );
  }
  return parts.join("");
}

/** Cut at a word: « SOCIÉTÉ DES TRANSPORTS… ». */
function shorten(name: string): string {
  if (name.length <= longest) return name;
  const cut = name.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2)).trimEnd()}…`;
}

/** Groups with their sign and number, sizes, then what the map cannot show. */
function drawLegend(
  spec: CartePoints,
  groups: readonly string[],
  places: readonly Place[],
  scale: (value: number) => number,
  [left, top]: readonly [number, number],
  width: number,
  frame: Frame
): Drawing {
  const parts: string[] = [];
  let y = top;
  if (spec.group !== null) {
    const head = drawHead(columnOf(spec, spec.group).label, [left, y], width, frame);
    parts.push(head.body);
    y += head.height;
    for (const [index, group] of groups.entries()) {
      const count = formatNumber(places.filter((place) => place.group === index).length);
      const lines = wrapText(group, width - 30 - labelWidth(frame, count) - 8, frame.font, 3);
      const sign = pointSigns[index] ?? pointSigns[2];
      const middle = y + frame.line / 2 + 2;
      parts.push(
        `<path d="${sign.path(left + 10, middle, 7)}" fill="${sign.fill}"/>`,
        drawText(left + 28, middle, lines, {line: frame.line}),
        drawText(left + width, middle, count, {anchor: "end", fill: paint("muted")})
      );
      y += lines.length * frame.line + 7;
    }
    y += 8;
  }
  const known = places.flatMap(({size}) => (size === null ? [] : [size]));
  if (known.length > 0) {
    const sizes = drawSizes(
      known,
      capitalise(spec.sizeLabel),
      columnOf(spec, spec.size),
      scale,
      [left, y],
      width,
      frame
    );
    parts.push(sizes.body);
    y += sizes.height;
  }
  const unplaced = spec.rows.length - places.length;
  const notes = [
    known.length < places.length ? "Signe vide\u00a0: taille inconnue." : "",
    unplaced > 0
      ? `${tellRows(unplaced, columnOf(spec, spec.label).label)} sans position sûre\u00a0: dans le tableau seulement.`
      : ""
  ].filter((note) => note !== "");
  for (const note of notes) {
    const lines = wrapText(note, width, frame.font);
    parts.push(
      drawText(left, y + 6 + frame.line / 2, lines, {italic: true, fill: paint("muted"), line: frame.line})
    );
    y += lines.length * frame.line + 6;
  }
  return {body: parts.join(""), height: y - top};
}

/** « 116 établissements », by the header of the names. */
function tellRows(count: number, label: string): string {
  const noun = label.toLowerCase();
  return `${formatNumber(count)}\u00a0${count < 2 || /[sxz]$/.test(noun) ? noun : `${noun}s`}`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
