import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {actifs, sireneFrame} from "../../testing/sirene.ts";

test("employeurs de la section C, pas établissements actifs des sections B à E", async () => {
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
    "indicator.etablissements_industriels"
  );
  const seen = rows.filter(({code_territoire, numerateur}) => code_territoire === "X" && numerateur > 0);
  const found = Object.fromEntries(seen.map((row) => [`${row.dimension} ${row.modalite}`, row.numerateur]));
  // 5 de la division 10 et 2 de la 25 ; ni les 8 de la division 35, ni le transporteur.
  expect(found).toEqual({"total _T": 7, "a38 CA": 5, "a38 CH": 2});
  const modalites = new Set(rows.filter(({dimension}) => dimension === "a38").map(({modalite}) => modalite));
  expect([...modalites].every((modalite) => modalite.startsWith("C"))).toBe(true);
});
