import type {Snapshot} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {latestSnapshot} from "./latest-snapshot.ts";

const snapshot = (sha256: string, vintageDate: string, collectedAt: string, simulated = false): Snapshot => ({
  source: "villages",
  file: "population",
  path: "",
  origin: "",
  kind: simulated ? "simule" : "telecharge",
  sha256,
  bytes: 1,
  unpackedBytes: 1,
  etag: null,
  lastModified: null,
  vintage: vintageDate.slice(0, 4),
  vintageDate,
  collectedAt,
  simulated,
  rows: 1
});

const pick = (snapshots: Snapshot[], demo: boolean) =>
  latestSnapshot(snapshots, "villages", "population", {demo})?.sha256 ?? null;

test("le millésime d'abord, puis la collecte", () => {
  const old = snapshot("ancien", "2023-01-01", "2026-03-01T00:00:00Z");
  const first = snapshot("premier", "2024-01-01", "2026-01-01T00:00:00Z");
  const corrected = snapshot("corrige", "2024-01-01", "2026-02-01T00:00:00Z");
  expect(pick([first, corrected, old], false)).toBe("corrige");
  expect(pick([{...first, source: "autre"}], false)).toBeNull();
});

test("le simulé compte en démonstration seulement, et le réel, même ancien, l'emporte toujours", () => {
  const simulated = snapshot("simule", "2025-12-31", "2026-11-01T00:00:00Z", true);
  const real = snapshot("reel", "2020-12-31", "2021-06-01T00:00:00Z");
  expect(pick([simulated], false)).toBeNull();
  expect(pick([simulated], true)).toBe("simule");
  expect(pick([simulated, real], true)).toBe("reel");
});
