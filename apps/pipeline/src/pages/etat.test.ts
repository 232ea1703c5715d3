import type {Manifest, Snapshot} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {sources} from "../modules.ts";
import {etatPage} from "./etat.ts";

const year = (vintage: string, vintageDate: string): Snapshot => ({
  source: "dvf",
  file: "mutation",
  path: "",
  origin: "",
  kind: "fourni",
  sha256: "",
  bytes: 0,
  unpackedBytes: 0,
  etag: null,
  lastModified: null,
  vintage,
  vintageDate,
  collectedAt: "2026-11-01T00:00:00.000Z",
  simulated: false,
  rows: 10
});

test("les années d'une série font une ligne, dont le compte dit ce qui est gardé", () => {
  const manifest: Manifest = {
    ...{
      run: "essai",
      startedAt: "",
      endedAt: "2026-11-01T00:00:00.000Z",
      commit: "",
      fingerprint: "",
      demo: false
    },
    ...{territoire: {code: "x", nom: "X", communes: 1}, checks: [], tables: [], simulated: false},
    sources: [
      {
        source: "dvf",
        outcome: "collecte",
        message: null,
        files: [
          {
            snapshot: year("30 juin 2026", "2026-06-30"),
            rows: {read: 20, loaded: 20, rejected: 0, duplicates: 0, kept: 3},
            partial: false
          },
          {snapshot: year("31 décembre 2025", "2025-12-31"), rows: null, partial: false}
        ]
      }
    ]
  };
  const table = etatPage(manifest, sources).blocs["etat-sources"] ?? "";
  expect(table.match(/<tr><th scope="row">/g)).toHaveLength(1);
  const text = table.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  expect(text).toContain("30 juin 2026 (2 fichiers, depuis 2025)");
  expect(text).toContain("20 20, dont 3 gardées une à une pour le territoire 0 0");
});
