import {expect, test} from "vitest";
import {type Row, readModel} from "../../testing/build-from.ts";
import {consoAnnuelle, paysEnaf} from "../../testing/conso-enaf.ts";

test("la projection sur le repère, en pour cent ; rien à quoi rapporter est sans objet", async () => {
  const rows = await readModel<Row>(
    {
      ...paysEnaf,
      "core.appartenance": [
        ...paysEnaf["core.appartenance"]!,
        {niveau: "epci", code_territoire: "E", code_commune: "B"}
      ],
      "core.territoire": [
        ...paysEnaf["core.territoire"]!,
        {niveau: "epci", code_territoire: "E", nom: "E", communes: 1}
      ],
      "core.conso_enaf": [
        ...consoAnnuelle("A", 2011, 2021, 20_000),
        ...consoAnnuelle("A", 2021, 2024, 15_000),
        ...consoAnnuelle("B", 2011, 2024, 0)
      ]
    },
    "indicator.taux_trajectoire"
  );
  // A : 1,5 × 10 sur 10 ha. B : rien de projeté sur le plancher d'un hectare. Son intercommunalité n'a pas de plancher.
  expect(rows).toMatchObject([
    {code_territoire: "A", valeur: 150, numerateur: 15, denominateur: 10, statut: "estime"},
    {code_territoire: "B", valeur: 0, denominateur: 1},
    {code_territoire: "E", valeur: null, statut: "non_applicable"},
    {code_territoire: "X", valeur: 150}
  ]);
});
