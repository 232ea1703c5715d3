import {expect, test} from "vitest";
import {type Row, readModel} from "../../testing/build-from.ts";
import {consoAnnuelle, paysEnaf} from "../../testing/conso-enaf.ts";

const tables = {
  ...paysEnaf,
  "core.conso_enaf": [
    ...consoAnnuelle("A", 2009, 2021, 20_000),
    ...consoAnnuelle("A", 2021, 2025, 15_000),
    ...consoAnnuelle("B", 2009, 2025, 1_000)
  ]
};

test("référence, moitié, consommé et projeté sur dix ans ; un hectare au moins pour une commune seulement", async () => {
  const rows = await readModel<Row>(tables, "indicator.trajectoire_enaf");
  const values = Object.fromEntries(
    rows.map((row) => [`${row.code_territoire} ${row.modalite}`, row.valeur])
  );
  expect(values).toEqual({
    // 2 ha × 10 ans ; la moitié ; 1,5 ha × 4 ans ; 1,5 ha × 10.
    "A reference": 20,
    "A autorisee": 10,
    "A consommee": 6,
    "A projetee": 15,
    // 0,1 ha × 10 = 1 ha, dont la moitié est sous le plancher d'un hectare.
    "B reference": 1,
    "B autorisee": 1,
    "B consommee": 0.4,
    "B projetee": 1,
    // Le territoire n'a pas de plancher : 21 / 2, non 10 + 1.
    "X reference": 21,
    "X autorisee": 10.5,
    "X consommee": 6.4,
    "X projetee": 16
  });
});

test("chaque terme a ses bornes, la projection est une estimation", async () => {
  const rows = await readModel<Row>(tables, "indicator.trajectoire_enaf");
  const ti = Object.fromEntries(
    rows
      .filter((row) => row.code_territoire === "X")
      .map((row) => [row.modalite, [row.periode_debut, row.periode_fin, row.statut]])
  );
  expect(ti).toEqual({
    reference: ["2011-01-01", "2021-01-01", null],
    autorisee: ["2021-01-01", "2031-01-01", null],
    consommee: ["2021-01-01", "2025-01-01", "provisoire"],
    projetee: ["2021-01-01", "2031-01-01", "estime"]
  });
  expect(rows.find((row) => row.modalite === "projetee")?.motif).toBe(
    "Prolonge sur dix ans la moyenne de 4 années. La dernière année, 2024, est provisoire et sous-estimée."
  );
});

test("sans décennie de référence entière, il n'y a pas de trajectoire", async () => {
  const rows = await readModel(
    {...paysEnaf, "core.conso_enaf": consoAnnuelle("A", 2013, 2025, 20_000)},
    "indicator.trajectoire_enaf"
  );
  expect(rows).toEqual([]);
});
