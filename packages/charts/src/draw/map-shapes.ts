import type {MapGeometry} from "@observatoire/catalog";
import {geoIdentity, geoPath} from "d3";
import {assignHexagons} from "./assign-hexagons.ts";
import {separateCircles} from "./separate-circles.ts";

export interface Shape {
  code: string;
  /** SVG path in pixels. */
  path: string;
  x: number;
  y: number;
  /** Pixels available for a name inside, 0 when it may not be written there. */
  room: number;
}

export interface Shapes {
  shapes: Shape[];
  height: number;
}

/** Pixels of a longitude and a latitude. */
export type Project = (longitude: number, latitude: number) => [number, number];

/** Contours fitted in the box. Planar (longitudes shrunk by the cosine of the latitude): no winding order to trust. */
export function contourShapes(
  geometry: Extract<MapGeometry, {kind: "contours"}>,
  width: number,
  maximum: number
): Shapes & {project: Project} {
  const latitudes = geometry.features.flatMap(({polygons}) =>
    polygons.flatMap((rings) => rings[0]?.map(([, y]) => y) ?? [])
  );
  const shrink = Math.cos((mean(latitudes) * Math.PI) / 180);
  const features = geometry.features.map(({code, polygons}) => ({
    code,
    object: {
      type: "MultiPolygon" as const,
      coordinates: polygons.map((rings) =>
        rings.map((ring) => ring.map(([x, y]): [number, number] => [x * shrink, y]))
      )
    }
  }));
  const all = {type: "GeometryCollection" as const, geometries: features.map(({object}) => object)};
  const projection = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [2, 2],
        [width - 2, maximum - 2]
      ],
      all
    );
  const path = geoPath(projection).digits(1);
  const [[x0, y0], [, y1]] = path.bounds(all);
  projection.translate([projection.translate()[0] - Math.max(0, x0 - 2), projection.translate()[1] - y0 + 2]);
  const shapes = features.map(({code, object}) => {
    const [x, y] = path.centroid(object);
    return {code, path: path(object) ?? "", x, y, room: 0};
  });
  const project: Project = (longitude, latitude) => {
    const [scale, [left, top]] = [projection.scale(), projection.translate()];
    return [longitude * shrink * scale + left, top - latitude * scale];
  };
  return {shapes, height: y1 - y0 + 4, project};
}

interface Position {
  code: string;
  x: number;
  y: number;
}

type Points = Extract<MapGeometry, {kind: "cartogramme"}>["points"];

const hexagonCache = new WeakMap<Points, ReturnType<typeof assignHexagons>>();

/** One hexagon per commune, all of one size, each as near its true place as the tiling allows. */
export function hexagonShapes(points: Points, width: number, maximum: number): Shapes {
  const cells = hexagonCache.get(points) ?? assignHexagons(planar(points));
  hexagonCache.set(points, cells);
  const columns = Math.max(...cells.map(({x}) => x)) - Math.min(...cells.map(({x}) => x)) + 1;
  const rows = Math.max(...cells.map(({row}) => row)) - Math.min(...cells.map(({row}) => row));
  const step = Math.min(62, (width - 4) / columns, (maximum - 4) / (rows * 0.866 + 1.16));
  const radius = step / Math.sqrt(3);
  const left = Math.min(...cells.map(({x}) => x));
  const top = Math.min(...cells.map(({row}) => row));
  const shapes = cells.map(({code, x: cellX, row}) => {
    const x = 2 + (cellX - left + 0.5) * step;
    const y = 2 + radius + (row - top) * step * 0.866;
    return {code, x, y, path: hexagon(x, y, radius - 0.75), room: step - 4};
  });
  return {shapes, height: rows * step * 0.866 + 2 * radius + 4};
}

/** Circles of the wanted radii, pushed apart until none covers another, near their true places. */
export function circleShapes(
  points: Points,
  radii: ReadonlyMap<string, number>,
  width: number,
  maximum: number
): Shapes {
  const places = fit(planar(points), radii, width, maximum);
  const circles = places.map((place) => ({...place, radius: radii.get(place.code) ?? 2}));
  const centres = separateCircles(circles, width);
  const nodes = circles.map(({code, radius}, index) => {
    const {x, y} = centres[index] ?? {x: 0, y: 0};
    return {code, radius, x, y};
  });
  const top = Math.min(...nodes.map((node) => node.y - node.radius)) - 2;
  const bottom = Math.max(...nodes.map((node) => node.y + node.radius)) + 2;
  return {
    shapes: nodes.map(({code, x, y, radius}) => ({
      code,
      x,
      y: y - top,
      path: circle(x, y - top, radius),
      room: 2 * radius - 4
    })),
    height: bottom - top
  };
}

export function circle(x: number, y: number, radius: number): string {
  const r = Number(radius.toFixed(1));
  // The chord is twice the radius as written, else the two arcs make a lens.
  const chord = (2 * r).toFixed(1);
  return `M${(x - r).toFixed(1)},${y.toFixed(1)}a${r},${r} 0 1 0 ${chord},0a${r},${r} 0 1 0 -${chord},0Z`;
}

function hexagon(x: number, y: number, radius: number): string {
  const corners = [0, 1, 2, 3, 4, 5].map((index) => {
    const angle = (Math.PI / 3) * index - Math.PI / 2;
    return `${(x + radius * Math.cos(angle)).toFixed(1)},${(y + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${corners.join("L")}Z`;
}

function planar(points: Points): Position[] {
  const shrink = Math.cos((mean(points.map(({latitude}) => latitude)) * Math.PI) / 180);
  return points.map(({code, longitude, latitude}) => ({code, x: longitude * shrink, y: -latitude}));
}

const halvings = 40;

/** Places at the largest scale at which every circle stays in the box, centred in its width. */
function fit(
  places: readonly Position[],
  radii: ReadonlyMap<string, number>,
  width: number,
  height: number
): Position[] {
  const reach = (scale: number, axis: "x" | "y"): [number, number] => {
    const low = places.map((place) => place[axis] * scale - (radii.get(place.code) ?? 2) - 2);
    const high = places.map((place) => place[axis] * scale + (radii.get(place.code) ?? 2) + 2);
    return [Math.min(...low), Math.max(...high)];
  };
  const isRoomy = (scale: number) => {
    const [[x0, x1], [y0, y1]] = [reach(scale, "x"), reach(scale, "y")];
    return x1 - x0 <= width && y1 - y0 <= height;
  };
  let [low, high] = [0, 1];
  const far = (axis: "x" | "y") => new Set(places.map((place) => place[axis])).size > 1;
  while ((far("x") || far("y")) && isRoomy(high)) [low, high] = [high, high * 2];
  for (let turn = 0; turn < halvings; turn++) {
    const middle = (low + high) / 2;
    if (isRoomy(middle)) low = middle;
    else high = middle;
  }
  const [x0, x1] = reach(low, "x");
  const [y0] = reach(low, "y");
  const left = (width - (x1 - x0)) / 2 - x0;
  return places.map(({code, x, y}) => ({code, x: left + x * low, y: y * low - y0}));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
