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

async function read(
  tranches: readonly (string | null)[],
  sieges: readonly (string | null)[],
  territoire = "X"
): Promise<Record<string, Ligne>> {
  const rows = await readModel<Ligne>(employeurs(tranches, sieges), "indicator.siege_exterieur");
  const seen = rows.filter(({code_territoire}) => code_territoire === territoire);
  return Object.fromEntries(seen.map((row) => [row.modalite, row]));
}

test("en établissements et pondéré par le centre des tranches, le siège inconnu mis de côté", async () => {
  // Sièges : dans le territoire (ancien code V, soit B), à Z, à l'étranger, inconnu.
  const found = await read(["32", "21", "12", "01"], ["V", "Z", null, "absent"]);
  // 2 sur 3.
  expect(found.etablissement?.valeur).toBeCloseTo(66.666_667, 5);
  expect(found.etablissement).toMatchObject({valeur_min: null, denominateur: 3, statut: "estime"});
  // (74,5 + 34,5) / (74,5 + 34,5 + 374,5) ; bornes (50 + 20) / (70 + 499) et (99 + 49) / (148 + 250).
  expect(found.effectif?.valeur).toBeCloseTo(22.543_95, 5);
  expect(found.effectif?.valeur_min).toBeCloseTo(12.302_28, 5);
  expect(found.effectif?.valeur_max).toBeCloseTo(37.185_93, 5);
  expect(found.effectif?.motif).toContain("Sans 1 établissement de siège ou de tranche inconnus.");
});

test("extérieur veut dire hors du Territoire d'industrie, pas hors de la commune", async () => {
  expect((await read(["11", "11", "11", "11"], ["A", "A", "A", "C"], "B")).etablissement?.valeur).toBe(25);
});

test("une tranche inconnue ou ouverte n'empêche pas de compter les établissements", async () => {
  const found = await read(["53", "12", null, "11"], ["Z", "A", "Z", "A"]);
  expect(found.etablissement?.valeur).toBe(50);
  expect(found.effectif).toMatchObject({denominateur: 3, valeur_min: null, valeur_max: null});
  // 10 000 / (10 000 + 34,5 + 14,5).
  expect(found.effectif?.valeur).toBeCloseTo(99.512_39, 5);
});

test("secret sous trois employeurs, sans objet sans employeur", async () => {
  expect((await read(["12", "21"], ["A", "Z"])).etablissement).toMatchObject({statut: "secret"});
  expect((await read(["12", "21"], ["A", "Z"], "A")).effectif).toMatchObject({valeur: null, statut: null});
});
