import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";

const commune = (code_commune: string, type: string, zone: string, population: number | null) => ({
  code_commune,
  type,
  zone,
  nom_commune: code_commune,
  tncc: 0,
  code_departement: code_commune.slice(0, 2),
  code_region: "11",
  population,
  codes_postaux: "77100 77109"
});

test("seules restent les communes en vigueur de métropole et des DROM, avec ou sans rattachement", async () => {
  const rows = await readModel(
    {
      "staging.decoupage__commune": [
        commune("77284", "commune-actuelle", "metro", 56_905),
        commune("29155", "commune-actuelle", "metro", 800),
        commune("55039", "commune-actuelle", "metro", null),
        commune("97416", "commune-actuelle", "drom", 84_000),
        commune("98735", "commune-actuelle", "com", 26_000),
        commune("77284", "commune-deleguee", "metro", null),
        commune("75101", "arrondissement-municipal", "metro", 16_000)
      ],
      "staging.decoupage__epci_commune": [{code_epci: "200072130", code_commune: "77284"}],
      "staging.zones_emploi__commune": [{code_commune: "77284", code_zone_emploi: "1107"}]
    },
    "core.commune"
  );
  expect(rows.map((row) => [row.code_commune, row.code_epci, row.code_zone_emploi, row.population])).toEqual([
    // Beaumont-en-Verdunois (55039), détruit en 1916, a une population nulle et non inconnue.
    ["29155", null, null, 800],
    ["55039", null, null, 0],
    ["77284", "200072130", "1107", 56_905],
    ["97416", null, null, 84_000]
  ]);
});
