import type {MapGeometry} from "@observatoire/catalog";
import {drawCircle} from "../markup.ts";
import {paint} from "../palette.ts";
import {contourShapes, type Project} from "./map-shapes.ts";

export interface Ground {
  body: string;
  height: number;
  project: Project;
}

/**
 * What points are drawn on: contours in very light grey, or a pale disc where each commune stands; these leave room for
 * the `points` (longitude, latitude) around them, unless one is so far that it must be an error.
 */
export function drawGround(
  geometry: MapGeometry,
  points: readonly (readonly [number, number])[],
  width: number,
  maximum: number
): Ground {
  if (geometry.kind === "cartogramme") return drawPlaces(geometry.points, points, width, maximum);
  const {shapes, height, project} = contourShapes(geometry, width, maximum);
  const path = shapes.map((shape) => shape.path).join("");
  return {
    body: `<path d="${path}" fill="${paint("grid")}" fill-opacity="0.7" stroke="${paint("grey-3")}" stroke-width="0.5"/>`,
    height,
    project
  };
}

type Points = Extract<MapGeometry, {kind: "cartogramme"}>["points"];

const disc = 7;

/** About 11 km: beyond the middle of the last commune, a point is no longer in it. */
const reach = 0.1;

function drawPlaces(
  communes: Points,
  points: readonly (readonly [number, number])[],
  width: number,
  maximum: number
): Ground {
  const shrink = Math.cos((mean(communes.map(({latitude}) => latitude)) * Math.PI) / 180);
  const near = points.filter(([longitude, latitude]) =>
    communes.some(
      (each) => Math.hypot((each.longitude - longitude) * shrink, each.latitude - latitude) < reach
    )
  );
  const all = [...communes.map(({longitude, latitude}) => [longitude, latitude] as const), ...near];
  const xs = all.map(([longitude]) => longitude * shrink);
  const ys = all.map(([, latitude]) => -latitude);
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  const rim = 2 * disc;
  const scale = Math.min(
    (width - 2 * rim) / Math.max(x1 - x0, 1e-6),
    (maximum - 2 * rim) / Math.max(y1 - y0, 1e-6)
  );
  const left = (width - (x1 - x0) * scale) / 2;
  const project: Project = (longitude, latitude) => [
    left + (longitude * shrink - x0) * scale,
    rim + (-latitude - y0) * scale
  ];
  const places = communes.map(({longitude, latitude}) => {
    const [x, y] = project(longitude, latitude);
    return drawCircle(x, y, disc, {fill: paint("grid")});
  });
  return {body: places.join(""), height: (y1 - y0) * scale + 2 * rim, project};
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
