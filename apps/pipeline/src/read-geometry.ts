import {existsSync} from "node:fs";
import {join} from "node:path";
import type {MapGeometry, Snapshot} from "@observatoire/catalog";
import {readContours} from "@observatoire/ingest-geography";
import {readReferenceTable} from "./load-reference.ts";
import type {Project} from "./project.ts";

/**
 * Geometry of the perimeter's communes: contours when collected, else a cartogram when `data/reference` has the
 * coordinates of every commune, else null (maps become sorted bars: never a false map).
 */
export function readGeometry(
  project: Project,
  codes: readonly string[],
  contours: Snapshot | null
): MapGeometry | null {
  if (contours) {
    const features = readContours(join(project.data, contours.path), new Set(codes));
    if (features.length === codes.length) return {kind: "contours", features, attribution: contours.vintage};
  }
  const path = join(project.reference, "communes_coordonnees.csv");
  if (!existsSync(path)) return null;
  const rows = new Map(readReferenceTable(path).map((row) => [row.code_commune, row]));
  const points = codes.flatMap((code) => {
    const row = rows.get(code);
    return row ? [{code, longitude: Number(row.longitude), latitude: Number(row.latitude)}] : [];
  });
  if (points.length < codes.length) return null;
  return {kind: "cartogramme", points, attribution: "centres des communes d'après IGN, ADMIN EXPRESS"};
}
