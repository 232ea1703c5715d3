import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {extract, without} from "../test/build-geography.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {contours} from "./index.ts";
import {readContours} from "./read-contours.ts";

const folder = temporaryFolder();
const square = [
  [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0]
  ]
];
const geojson = JSON.stringify({
  type: "FeatureCollection",
  features: [
    {type: "Feature", properties: {code: "77284"}, geometry: {type: "Polygon", coordinates: square}},
    {
      type: "Feature",
      properties: {code: "29155"},
      geometry: {type: "MultiPolygon", coordinates: [square, square]}
    },
    {type: "Feature", properties: {code: "01004"}, geometry: {type: "Polygon", coordinates: square}},
    {type: "Feature", properties: {code: "77005"}, geometry: null}
  ]
});

test("les formes demandées, triées, compressées ou non ; une île garde tous ses morceaux", () => {
  const codes = new Set(["77284", "29155", "77005"]);
  const expected = [
    {code: "29155", polygons: [square, square]},
    {code: "77284", polygons: [square]}
  ];
  for (const [name, bytes] of [
    ["a.geojson", geojson],
    ["a.geojson.gz", gzipSync(geojson)]
  ] as const) {
    writeFileSync(join(folder, name), bytes);
    expect(readContours(join(folder, name), codes)).toEqual(expected);
  }
});

test("le nom du fichier dit sa forme, compressée ou non", () => {
  const kept = (name: string) =>
    contours.source.files.filter(({fileName}) => new RegExp(fileName, "iu").test(name)).map(({id}) => id);
  expect(kept("communes-100m.geojson.gz")).toEqual(["commune"]);
  expect(kept("communes-ti-nord-est-77-68.geojson")).toEqual(["commune_decompressee"]);
  expect(kept("epci-100m.geojson.gz")).toEqual([]);
});

test("le titre cherché sur data.gouv est celui des communes à 100 mètres", () => {
  const [file] = contours.source.files;
  const title = file?.transport.kind === "datagouv" ? new RegExp(file.transport.title, "iu") : /$^/;
  expect(title.test("Communes 2026 100m (GeoJSON compressé GZ)")).toBe(true);
  expect(title.test("Communes 2026 5m (GeoJSON compressé GZ)")).toBe(false);
  expect(title.test("EPCI 2026 100m (GeoJSON compressé GZ)")).toBe(false);
});

const real = extract("geo/communes-ti-nord-est-77-68.geojson");

test.skipIf(!real)(`les formes se lisent dans un fichier de l'IGN${real ? "" : without}`, () => {
  const features = readContours(real!, new Set(["77284", "77005", "01004"]));
  expect(features.map(({code}) => code)).toEqual(["77005", "77284"]);
});
