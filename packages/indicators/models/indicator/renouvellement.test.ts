import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {actifs, cohorte, sireneFrame} from "../../testing/sirene.ts";

test("créations et fermetures de l'année sur le stock du début, sans les transferts", async () => {
  const rows = await readModel<Record<string, string | number | null>>(
    {
      ...sireneFrame,
      "staging.sirene_etablissement__national": ["A", "B", "C"].map((commune) => actifs({commune})),
      "staging.sirene_etablissement__cohorte": [
        cohorte({creation: 2001, lignes: 80}),
        cohorte({creation: 2001, fermeture: 2024, duree: 10, lignes: 12}),
        cohorte({creation: 2001, fermeture: 2024, duree: 10, cede: true, lignes: 8}),
        cohorte({creation: 2024, lignes: 13}),
        cohorte({creation: 2024, transfert: true, lignes: 8})
      ]
    },
    "indicator.renouvellement"
  );
  const of = (territoire: string) =>
    rows.find((row) => row.code_territoire === territoire && row.periode_fin === "2024-12-31");
  // (13 + 12) / (80 + 12 + 8) = 25 %, sur quatorze années.
  expect(of("A")).toMatchObject({
    periode_debut: "2024-01-01",
    numerateur: 25,
    denominateur: 100,
    statut: "estime"
  });
  expect(rows.filter((row) => row.code_territoire === "A")).toHaveLength(14);
  // B n'a jamais eu d'établissement dans les cohortes ; la France n'est pas couverte.
  expect(of("B")).toMatchObject({
    denominateur: 0,
    statut: null,
    motif: "Aucun établissement actif au début de l'année."
  });
  expect(of("FR")).toMatchObject({denominateur: null, motif: null, communes_absentes: 2});
});
