import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {actifs, sireneFrame} from "../../testing/sirene.ts";

test("seuls les établissements dont le caractère employeur est dit sont comptés", async () => {
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
    "indicator.etablissements_actifs_employeurs"
  );
  const seen = rows.filter(({code_territoire, numerateur}) => code_territoire === "X" && numerateur > 0);
  const found = Object.fromEntries(seen.map((row) => [`${row.dimension} ${row.modalite}`, row.numerateur]));
  // 5 + 2 + 1, sans les 28 de l’immobilier et du solaire.
  expect(found).toMatchObject({
    "total _T": 8,
    "taille 1_9": 5,
    "taille 10_49": 2,
    "taille 250_plus": 1,
    "a17 HZ": 1
  });
  expect(found).not.toHaveProperty("a17 LZ");
});
