import {expect, test} from "vitest";
import {type Row, readModel} from "../../testing/build-from.ts";
import {consoAnnuelle, paysEnaf} from "../../testing/conso-enaf.ts";

test("la part se calcule sur des sommes de plusieurs années, jamais sur une seule", async () => {
  const rows = await readModel<Row>(
    {
      ...paysEnaf,
      "core.conso_enaf": [
        ...consoAnnuelle("A", 2015, 2018, 10_000, 4_000),
        ...consoAnnuelle("B", 2015, 2018, 0)
      ]
    },
    "indicator.part_activite_enaf"
  );
  // Trois ans : 1,2 ha sur 3 ha pour A comme pour X ; B n'a rien consommé, sa part est sans objet.
  expect(rows).toMatchObject([
    {
      code_territoire: "A",
      periode_debut: "2015-01-01",
      periode_fin: "2018-01-01",
      numerateur: 1.2,
      denominateur: 3
    },
    {code_territoire: "B", statut: "non_applicable", motif: "Aucun espace consommé sur la période."},
    {code_territoire: "X", numerateur: 1.2, denominateur: 3, statut: "provisoire"}
  ]);
});
