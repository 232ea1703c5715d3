import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import type {MapFeature} from "@observatoire/catalog";

type Ring = (readonly [number, number])[];

interface ContourFeature {
  properties: {code?: string} | null;
  geometry: {type: "Polygon"; coordinates: Ring[]} | {type: "MultiPolygon"; coordinates: Ring[][]} | null;
}

const gzipMagic = 0x1f8b;

/**
 * Shapes of the communes of `codes`, sorted by code, from a GeoJSON file (gzipped or not). A commune without a shape
 * is left out: compare lengths to know.
 */
export function readContours(path: string, codes: ReadonlySet<string>): MapFeature[] {
  const bytes = readFileSync(path);
  const isGzip = bytes.length > 1 && bytes.readUInt16BE(0) === gzipMagic;
  const text = (isGzip ? gunzipSync(bytes) : bytes).toString("utf8").replace(/^\uFEFF/, "");
  const {features} = JSON.parse(text) as {features: ContourFeature[]};
  return features
    .flatMap(({properties, geometry}) => {
      const code = properties?.code;
      if (code === undefined || geometry === null || !codes.has(code)) return [];
      const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
      return [{code, polygons}];
    })
    .sort((a, b) => a.code.localeCompare(b.code, "en"));
}
