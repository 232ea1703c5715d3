import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {actifs, sireneFrame} from "../../testing/sirene.ts";

test("la location immobilière et le solaire sont écartés, le reste gardé", async () => {
  const rows = await readModel<{
    code_territoire: string;
    dimension: string;
    modalite: string;
    numerateur: number;
  }>(
    {
      ...sireneFrame,
      "staging.sirene_etablissement__national": [
        actifs({commune: "A", lignes: 20, division: "68", immobilierSolaire: true}),
        actifs({commune: "A", lignes: 8, division: "35", immobilierSolaire: true}),
        actifs({commune: "A", lignes: 5, division: "10", employeur: true, tranche: "03"}),
        actifs({commune: "B", lignes: 2, division: "25", employeur: true, tranche: "11"}),
        actifs({commune: "B", lignes: 1, division: "49", employeur: true, tranche: "32"}),
        actifs({commune: "C", lignes: 4, division: "10"})
      ]
    },
    "indicator.etablissements_actifs_hors_immobilier_solaire"
  );
  const seen = rows.filter(({code_territoire, numerateur}) => code_territoire === "X" && numerateur > 0);
  // 5 + 2 + 1 = 8 des 36 établissements actifs.
  expect(seen).toMatchObject([{dimension: "total", modalite: "_T", numerateur: 8}]);
});
