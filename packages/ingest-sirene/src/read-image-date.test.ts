import {expect, test} from "vitest";
import {sireneEtablissement} from "../sirene_etablissement/index.ts";
import {sireneGeolocalisation} from "../sirene_geolocalisation/index.ts";
import {sireneHistorique} from "../sirene_historique/index.ts";

const opened = (last: string | null, lastModified: string | null = "Thu, 01 Oct 2026 08:12:00 GMT") => ({
  file: "etablissement",
  name: "stock.parquet",
  header: [],
  periods: [],
  sample: [],
  lastModified,
  version: null,
  collectedAt: "2026-10-05T00:00:00Z",
  max: async () => last
});

test("l'image date du dernier traitement, jamais après le fichier lui-même", async () => {
  const read = async (last: string | null, lastModified?: string | null) =>
    (await sireneEtablissement.readVintage(opened(last, lastModified))).vintageDate;
  expect(await read("2026-09-30 23:12:00")).toBe("2026-09-30");
  expect(await read("2026-09-30T23:12:00")).toBe("2026-09-30");
  // Une faute de frappe du répertoire ne mène pas l'image dans le futur.
  expect(await read("3035-01-01 00:00:00")).toBe("2026-10-01");
  expect(await read(null)).toBe("2026-10-01");
  expect(await read("2026-09-30 23:12:00", null)).toBe("2026-09-30");
  expect(await read(null, null)).toBe("2026-10-05");
  expect(await sireneEtablissement.readVintage(opened("2026-09-30 23:12:00"))).toEqual({
    vintage: "30\u00a0septembre 2026",
    vintageDate: "2026-09-30"
  });
});

test("l'historique date de la veille du mois de son fichier, la géolocalisation de son fichier", async () => {
  expect((await sireneHistorique.readVintage(opened(null))).vintageDate).toBe("2026-09-30");
  const january = opened(null, "Fri, 02 Jan 2026 08:12:00 GMT");
  expect((await sireneHistorique.readVintage(january)).vintageDate).toBe("2025-12-31");
  expect(await sireneGeolocalisation.readVintage(january)).toEqual({
    vintage: "fichier du 2\u00a0janvier 2026",
    vintageDate: "2026-01-02"
  });
});
