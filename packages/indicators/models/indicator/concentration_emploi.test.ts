import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {employeurs} from "../../testing/sirene.ts";

interface Ligne {
  code_territoire: string;
  modalite: string;
  valeur: number | null;
  valeur_min: number | null;
  valeur_max: number | null;
  denominateur: number;
  statut: string | null;
  motif: string | null;
}

async function read(tranches: readonly (string | null)[], territoire = "X"): Promise<Record<string, Ligne>> {
  const rows = await readModel<Ligne>(employeurs(tranches), "indicator.concentration_emploi");
  const seen = rows.filter(({code_territoire}) => code_territoire === territoire);
  return Object.fromEntries(seen.map((row) => [row.modalite, row]));
}

/** Smallest and largest share of the first `k` when each establishment is at either end of its band. */
function corners(bands: readonly (readonly [number, number])[], k: number): [number, number] {
  const shares = Array.from({length: 2 ** bands.length}, (_, bits) => {
    const jobs = bands.map((band, i) => band[(bits >> i) & 1]!);
    const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
    return (100 * sum(jobs.slice(0, k))) / sum(jobs);
  });
  return [Math.min(...shares), Math.max(...shares)];
}

test("les bornes sont celles des coins : le groupe au plus bas et les autres au plus haut, et l'inverse", async () => {
  // Tranches 32 (250 à 499), 21 (50 à 99), 12 (20 à 49), 01 (1 ou 2) ; la cinquième n'est pas renseignée.
  const found = await read(["12", "01", "32", "NN", "21"]);
  const bands = [
    [250, 499],
    [50, 99],
    [20, 49],
    [1, 2]
  ] as const;
  for (const [modalite, k] of [
    ["part_250", 1],
    ["part_50", 2],
    ["top_1", 1],
    ["top_5", 4]
  ] as const) {
    const [min, max] = corners(bands, k);
    expect(found[modalite]?.valeur_min).toBeCloseTo(min, 9);
    expect(found[modalite]?.valeur_max).toBeCloseTo(max, 9);
  }
  // Centres : 374,5 + 74,5 = 449 des 485 salariés supposés. Bornes : 300 / 351 et 598 / 619.
  expect(found.part_50?.valeur).toBeCloseTo(92.577_32, 5);
  expect(found.part_50?.valeur_min).toBeCloseTo(85.470_09, 5);
  expect(found.part_50?.valeur_max).toBeCloseTo(96.607_43, 5);
  expect(found.part_50).toMatchObject({
    denominateur: 4,
    statut: "estime",
    motif:
      "Effectifs connus par tranche, valeur au centre des tranches. Sans 1 établissement de tranche inconnue."
  });
});

test("sans grand établissement, la part vaut zéro, bornes comprises", async () => {
  expect((await read(["12", "01", "03"])).part_50).toMatchObject({valeur: 0, valeur_min: 0, valeur_max: 0});
});

test("la tranche ouverte ne borne rien, et le dit", async () => {
  const {top_1, part_50} = await read(["53", "12", "01"]);
  expect(top_1).toMatchObject({valeur_max: null, statut: "estime"});
  expect(top_1?.motif).toContain("n'a pas de maximum");
  // Au plus bas : 10 000 / (10 000 + 49 + 2).
  expect(top_1?.valeur_min).toBeCloseTo(99.492_59, 5);
  expect(part_50?.valeur_max).toBeNull();
  // Deux tranches ouvertes : la part du premier n'a ni minimum ni maximum.
  expect((await read(["53", "53", "01"])).top_1).toMatchObject({valeur_min: null, valeur_max: null});
});

test("secret sous trois employeurs, sans objet sans employeur, rien pour un territoire à cheval", async () => {
  expect((await read(["12", "21", null])).top_1).toMatchObject({statut: "secret"});
  expect((await read(["12", "21", "01"], "A")).top_1).toMatchObject({valeur: null, statut: null});
  expect((await read(["12", "21", "01"], "A")).top_1?.motif).toContain("Aucun établissement employeur");
  // L'intercommunalité e2 a une commune hors du périmètre.
  expect(await read(["12", "21", "01"], "e2")).toEqual({});
  expect(Object.keys(await read(["12", "21", "01"], "e1"))).toHaveLength(5);
});
