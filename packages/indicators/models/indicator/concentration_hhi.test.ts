import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {employeurs} from "../../testing/sirene.ts";

interface Ligne {
  code_territoire: string;
  valeur: number | null;
  valeur_min: number | null;
  valeur_max: number | null;
  statut: string | null;
  motif: string | null;
}

async function read(tranches: readonly string[], territoire = "X"): Promise<Ligne | undefined> {
  const rows = await readModel<Ligne>(employeurs(tranches), "indicator.concentration_hhi");
  return rows.find(({code_territoire}) => code_territoire === territoire);
}

test("l'indice est borné part par part", async () => {
  const found = await read(["32", "21", "12", "01"]);
  // (374,5² + 74,5² + 34,5² + 1,5²) / 485² = 146 993 / 235 225.
  expect(found?.valeur).toBeCloseTo(0.624_904, 6);
  // (250/400)² + (50/600)² + (20/620)² + (1/648)² et (499/570)² + (99/370)² + (49/350)² + (2/322)².
  expect(found?.valeur_min).toBeCloseTo(0.398_612, 6);
  expect(found?.valeur_max).toBeCloseTo(0.857_624, 6);
});

test("aucune répartition possible ne sort de l'intervalle, et il n'est pas le plus étroit", async () => {
  const found = await read(["21", "12", "12", "03"]);
  const bands = [
    [50, 99],
    [20, 49],
    [20, 49],
    [6, 9]
  ] as const;
  const indices = Array.from({length: 16}, (_, bits) => {
    const jobs = bands.map((band, i) => band[(bits >> i) & 1]!);
    const total = jobs.reduce((sum, value) => sum + value, 0);
    return jobs.reduce((sum, value) => sum + (value / total) ** 2, 0);
  });
  expect(found?.valeur_min).toBeLessThan(Math.min(...indices));
  expect(found?.valeur_max).toBeGreaterThan(Math.max(...indices));
});

test("des établissements égaux font un sur leur nombre, au moins", async () => {
  // Trois fois la même tranche : la plus basse valeur possible est 1/3.
  const found = await read(["11", "11", "11"]);
  expect(found?.valeur).toBeCloseTo(1 / 3, 9);
  expect(found?.valeur_min).toBeCloseTo(1 / 3, 9);
});

test("la tranche ouverte n'a pas de borne haute ; secret sous trois employeurs ; sans objet sans employeur", async () => {
  expect(await read(["53", "12", "01"])).toMatchObject({
    valeur_max: null,
    valeur_min: 1 / 3,
    statut: "estime"
  });
  expect(await read(["12", "21"])).toMatchObject({statut: "secret"});
  expect(await read(["12", "21", "11"], "A")).toMatchObject({valeur: null, statut: null});
});
