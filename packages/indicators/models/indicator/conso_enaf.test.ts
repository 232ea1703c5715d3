import {expect, test} from "vitest";
import {type Row, readModel} from "../../testing/build-from.ts";
import {conso, consoAnnuelle, paysEnaf} from "../../testing/conso-enaf.ts";

const key = (row: Row) =>
  `${row.code_territoire} ${String(row.periode_debut).slice(0, 4)}-${String(row.periode_fin).slice(0, 4)} ${row.modalite}`;
const index = (rows: readonly Row[]) => Object.fromEntries(rows.map((row) => [key(row), row]));

test("flux annuels, fenêtres de la loi et série entière, du 1er janvier au 1er janvier, en hectares", async () => {
  const rows = await readModel<Row>(
    {
      ...paysEnaf,
      "core.conso_enaf": [
        ...consoAnnuelle("A", 2009, 2023, 10_000, 4_000),
        ...consoAnnuelle("B", 2009, 2023, 0)
      ]
    },
    "indicator.conso_enaf"
  );
  // 14 années, la décennie 2011-2021, 2021-2023 et l'ensemble, fois deux destinations et trois territoires.
  expect(rows).toHaveLength(17 * 2 * 3);
  const found = index(rows);
  // A consomme un hectare par an, dont 0,4 pour l'activité.
  expect(found["X 2011-2021 _T"]).toMatchObject({
    numerateur: 10,
    dimension: "total",
    statut: null,
    motif: null,
    periode_debut: "2011-01-01",
    periode_fin: "2021-01-01"
  });
  expect(found["X 2011-2021 activite"]).toMatchObject({numerateur: 4, dimension: "destination"});
  expect(found["A 2009-2023 _T"]).toMatchObject({numerateur: 14, statut: "provisoire"});
  expect(found["A 2022-2023 _T"]?.motif).toBe("La dernière année, 2022, est provisoire et sous-estimée.");
  // Un zéro est un zéro.
  expect(found["B 2015-2016 _T"]).toMatchObject({numerateur: 0, statut: null});
});

test("une commune absente du fichier est inconnue, jamais nulle", async () => {
  const rows = await readModel<Row>(
    {...paysEnaf, "core.conso_enaf": [...conso("A", 2015, 5_000), ...conso("A", 2016, 5_000)]},
    "indicator.conso_enaf"
  );
  const found = index(rows);
  expect(found["B 2015-2016 _T"]).toMatchObject({numerateur: null, statut: "non_disponible"});
  expect(found["X 2015-2016 _T"]).toMatchObject({
    numerateur: 0.5,
    statut: "minimum",
    motif: "1 commune sur 2 sans donnée."
  });
});

test("une fenêtre dont le début manque n'est pas donnée", async () => {
  const rows = await readModel<Row>(
    {
      ...paysEnaf,
      "core.conso_enaf": [...conso("A", 2019, 1), ...conso("A", 2020, 1), ...conso("A", 2021, 1)]
    },
    "indicator.conso_enaf"
  );
  const periodes = [...new Set(rows.map((row) => key(row).split(" ")[1]))].sort();
  // La décennie 2011-2021 manque ; 2021-2022 est à la fois une année et le début de la suivante.
  expect(periodes).toEqual(["2019-2020", "2019-2022", "2020-2021", "2021-2022"]);
});
