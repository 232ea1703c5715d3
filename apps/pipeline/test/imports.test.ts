import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Who may import whom: the arrows of the README, and who touches DuckDB, files and the network. */
const rooms: Record<string, {imports: string[]; files: boolean; duckdb?: true}> = {
  "packages/catalog": {imports: [], files: false},
  "packages/warehouse": {imports: ["catalog"], files: true, duckdb: true},
  "packages/collect": {imports: ["catalog"], files: true},
  "packages/simulate": {imports: ["catalog"], files: true, duckdb: true},
  "packages/ingest-geography": {imports: ["catalog", "warehouse", "simulate"], files: true},
  "packages/ingest-employment": {imports: ["catalog", "warehouse", "simulate"], files: true},
  "packages/ingest-sirene": {imports: ["catalog", "warehouse", "simulate"], files: true},
  "packages/ingest-land": {imports: ["catalog", "warehouse", "simulate"], files: true},
  "packages/indicators": {imports: ["catalog", "warehouse"], files: true},
  "packages/findings": {imports: ["catalog"], files: false},
  "packages/charts": {imports: ["catalog"], files: false},
  "packages/programme": {imports: ["catalog"], files: false},
  "packages/report": {imports: ["catalog", "charts"], files: true},
  "apps/site": {imports: ["catalog", "charts"], files: true},
  "apps/pipeline": {
    imports: [
      "catalog",
      "warehouse",
      "collect",
      "simulate",
      "ingest-geography",
      "ingest-employment",
      "ingest-sirene",
      "ingest-land",
      "indicators",
      "findings",
      "charts",
      "programme",
      "report",
      "site"
    ],
    files: true
  }
};

const skipped = new Set(["node_modules", "dist", "test", "testing", ".observablehq", ".turbo"]);

function listSources(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listSources(path);
    return entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts") ? [path] : [];
  });
}

const specifiers = (text: string) =>
  [
    ...text.matchAll(/^(?:import|export)\b[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm)
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? "");

const sources = Object.keys(rooms).flatMap((room) =>
  listSources(join(root, room)).map((path) => ({
    room,
    path: relative(root, path),
    text: readFileSync(path, "utf8")
  }))
);

test("every room has sources", () => {
  for (const room of Object.keys(rooms))
    expect(sources.filter((s) => s.room === room).length, room).toBeGreaterThan(0);
});

test("imports follow the arrows", () => {
  const wrong = sources.flatMap(({room, path, text}) =>
    specifiers(text)
      .filter((name) => name.startsWith("@observatoire/"))
      .map((name) => name.split("/")[1]!)
      .filter((name) => !rooms[room]!.imports.includes(name))
      .map((name) => `${path} importe ${name}`)
  );
  expect(wrong).toEqual([]);
});

test("a room is imported by its public face, never by a path into it", () => {
  const wrong = sources.flatMap(({room, path, text}) =>
    specifiers(text)
      .filter((name) => /^@observatoire\/[^/]+\//.test(name) || /(\.\.\/)+(packages|apps)\//.test(name))
      .filter(
        (name) => name !== "@observatoire/site/check" && !(room === "apps/site" && name.endsWith(".css"))
      )
      .map((name) => `${path} importe ${name}`)
  );
  expect(wrong).toEqual([]);
});

test("only warehouse and simulate open DuckDB", () => {
  const wrong = sources.filter(
    ({room, text}) => !rooms[room]!.duckdb && specifiers(text).some((name) => name.startsWith("@duckdb/"))
  );
  expect(wrong.map(({path}) => path)).toEqual([]);
});

test("catalog, findings and charts touch no file and no network", () => {
  const wrong = sources.filter(
    ({room, text}) =>
      !rooms[room]!.files &&
      (specifiers(text).some((name) => /^node:(fs|http|https|net|child_process|path)/.test(name)) ||
        /\bfetch\(/.test(text))
  );
  expect(wrong.map(({path}) => path)).toEqual([]);
});

test("numbers are formatted in one module", () => {
  const wrong = sources.filter(
    ({path, text}) =>
      path !== join("packages/catalog/src/format.ts") &&
      /\.toLocaleString\(|Intl\.NumberFormat|from "d3-format"/.test(text)
  );
  expect(wrong.map(({path}) => path)).toEqual([]);
});
