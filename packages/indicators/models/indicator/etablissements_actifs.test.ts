import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {actifs, cohorte, sireneFrame} from "../../testing/sirene.ts";

test("tous les établissements actifs sont comptés, employeurs ou non, diffusibles ou non, à la date de l'image", async () => {
  const rows = await readModel<
    Record<"code_territoire" | "dimension" | "modalite" | "periode_fin", string> & {numerateur: number}
  >(
    {
      ...sireneFrame,
      "staging.sirene_etablissement__national": [
        actifs({commune: "A", lignes: 12, division: "68", immobilierSolaire: true}),
        actifs({commune: "A", lignes: 3, division: "10", employeur: true, tranche: "21", diffusible: false}),
        actifs({commune: "B"}),
        actifs({commune: "C"})
      ],
      "staging.sirene_etablissement__cohorte": [
        cohorte({creation: 2025, lignes: 9}),
        cohorte({creation: null, lignes: 6}),
        cohorte({creation: 2001, fermeture: 2003, duree: 2, lignes: 40})
      ]
    },
    "indicator.etablissements_actifs"
  );
  const seen = rows.filter((row) => row.numerateur > 0 && row.periode_fin === "2026-06-30");
  const commune = seen.filter(({code_territoire}) => code_territoire === "A");
  // 12 + 3 = 15 : L et C1, deux tailles ; 9 + 6 par âge, sans les 40 fermés.
  expect(
    Object.fromEntries(
      commune.map(({dimension, modalite, numerateur}) => [`${dimension} ${modalite}`, numerateur])
    )
  ).toEqual({
    "total _T": 15,
    "a17 LZ": 12,
    "a17 C1": 3,
    "a38 LZ": 12,
    "a38 CA": 3,
    "taille sans": 12,
    "taille 50_249": 3,
    "age moins_3": 9,
    "age inconnu": 6
  });
});
