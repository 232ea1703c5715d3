import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {actifs, sireneFrame} from "../../testing/sirene.ts";

test("la tranche commence à dix salariés", async () => {
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
    "indicator.etablissements_10_plus"
  );
  const seen = rows.filter(({code_territoire, numerateur}) => code_territoire === "X" && numerateur > 0);
  const found = Object.fromEntries(seen.map((row) => [`${row.dimension} ${row.modalite}`, row.numerateur]));
  // 2 de la tranche 11 et 1 de la tranche 32 ; les 5 de la tranche 03 ont moins de dix salariés.
  expect(found).toEqual({"total _T": 3, "a17 C5": 2, "a17 HZ": 1});
});
