import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {emploi, periode, reference} from "../../testing/emploi.ts";

interface Effet {
  niveau: string;
  dimension: string;
  modalite: string;
  valeur: number | null;
  motif: string | null;
}

const serie = (territoire: string, nomenclature: string, modalite: string, debut: number, fin: number) => [
  emploi({territoire, annee: 2015, nomenclature, modalite, effectif: debut}),
  emploi({territoire, annee: 2025, nomenclature, modalite, effectif: fin})
];

const tables = {
  "core.emploi_territoire": [
    ...serie("ti:X", "HORS", "_T", 300, 330),
    ...serie("ti:X", "A17", "C5", 200, 190),
    ...serie("ti:X", "A17", "HZ", 100, 130),
    // Le territoire n'avait aucun emploi de JZ au départ.
    ...serie("ti:X", "A17", "JZ", 0, 10),
    ...serie("france:FR", "HORS", "_T", 10_000, 11_000),
    ...serie("france:FR", "A17", "C5", 4000, 3600),
    ...serie("france:FR", "A17", "HZ", 5000, 6000),
    ...serie("france:FR", "A17", "JZ", 1000, 1400)
  ],
  "core.territoire_reference": [reference("ti:X", "france:FR"), reference("france:FR", "france:FR")],
  "core.periode_reference": [periode(2015, 2025)]
};

test("les trois effets, calculés à la main, font exactement la variation", async () => {
  const rows = await readModel<Effet>(tables, "indicator.partage_structurel");
  const effets = Object.fromEntries(
    rows.filter(({niveau}) => niveau === "ti").map(({modalite, valeur}) => [modalite, valeur])
  );
  // g = +10 %, g_C5 = −10 %, g_HZ = +20 %. National : 300 × 10 % = 30.
  expect(effets.national).toBeCloseTo(30, 9);
  // Structurel : 200 × (−20 %) + 100 × (+10 %) = −40 + 10.
  expect(effets.structurel).toBeCloseTo(-30, 9);
  // Local : C5 190 − 180 = 10 ; HZ 130 − 120 = 10 ; JZ, absent au départ, 10 en entier.
  expect(effets.local).toBeCloseTo(30, 9);
  expect(effets.total).toBe(30);
});

test("la France ne se compare pas à elle-même", async () => {
  const rows = await readModel<Effet>(tables, "indicator.partage_structurel");
  const france = rows.filter(({niveau}) => niveau === "france");
  expect(france).toHaveLength(4);
  expect(france.every(({valeur, motif}) => valeur === null && motif !== null)).toBe(true);
});
