import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {actifs, cohorte, sireneFrame} from "../../testing/sirene.ts";

test("le stock reconstitué est une estimation, année par année", async () => {
  const rows = await readModel<{
    code_territoire: string;
    periode_fin: string;
    numerateur: number;
    statut: string;
  }>(
    {
      ...sireneFrame,
      "staging.sirene_etablissement__national": ["A", "B", "C"].map((commune) => actifs({commune})),
      "staging.sirene_etablissement__cohorte": [
        cohorte({creation: null, lignes: 2}),
        cohorte({creation: 2018, lignes: 3}),
        cohorte({creation: 2018, fermeture: 2020, duree: 1, lignes: 4})
      ]
    },
    "indicator.etablissements_actifs_annuel"
  );
  const seen = rows.filter(({code_territoire}) => code_territoire === "A");
  // 2 anciens ; puis 2 + 3 + 4 ; puis les 4 ferment en 2020. Quinze fins d'année, de 2011 à 2025.
  expect(seen.map(({numerateur}) => numerateur)).toEqual([2, 2, 2, 2, 2, 2, 2, 9, 9, 5, 5, 5, 5, 5, 5]);
  expect(seen[0]).toMatchObject({periode_fin: "2011-12-31", statut: "estime"});
  // La France, dont P et Z ne sont pas dans le fichier, n'a pas de valeur.
  expect(rows.find(({code_territoire}) => code_territoire === "FR")).toMatchObject({
    numerateur: null,
    statut: null
  });
});
