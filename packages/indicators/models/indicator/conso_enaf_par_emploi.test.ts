import {expect, test} from "vitest";
import {type Row, readModel} from "../../testing/build-from.ts";
import {consoAnnuelle, paysEnaf} from "../../testing/conso-enaf.ts";

const emploi = (code_commune: string, annee: number, emplois: number | null) => ({
  code_commune,
  annee,
  emplois,
  statut_emplois: emplois === null ? "secret" : "connu"
});

test("des m² d'activité par emploi net, de recensement à recensement", async () => {
  const rows = await readModel<Row>(
    {
      ...paysEnaf,
      "core.conso_enaf": [
        ...consoAnnuelle("A", 2011, 2025, 9_000, 3_000),
        ...consoAnnuelle("B", 2011, 2025, 5_000, 1_000)
      ],
      "core.emploi_rp": [
        ...[emploi("A", 2006, 1), emploi("A", 2011, 100), emploi("A", 2016, 150), emploi("A", 2022, 320)],
        ...[emploi("B", 2006, 1), emploi("B", 2011, 200), emploi("B", 2016, 190), emploi("B", 2022, 180)]
      ]
    },
    "indicator.conso_enaf_par_emploi"
  );
  const found = Object.fromEntries(
    rows.map((row) => [`${row.code_territoire} ${String(row.periode_fin).slice(0, 4)}`, row])
  );
  // De 2011 à 2022, onze années : (3 000 + 1 000) × 11 = 44 000 m² pour (320 + 180) − (100 + 200) = 200 emplois.
  expect(found["X 2022"]).toMatchObject({
    periode_debut: "2011-01-01",
    valeur: 220,
    numerateur: 44_000,
    denominateur: 200,
    statut: "estime"
  });
  // De 2011 à 2016, cinq années : 20 000 m² pour (150 + 190) − 300 = 40 emplois.
  expect(found["X 2016"]).toMatchObject({valeur: 500, denominateur: 40});
  expect(found["B 2022"]).toMatchObject({
    valeur: null,
    denominateur: -20,
    statut: "non_applicable",
    motif: "L'emploi au lieu de travail n'a pas augmenté entre les recensements de 2011 et 2022."
  });
  expect(String(found["X 2022"]?.motif)).toContain("Recensements de 2011 et 2022");
  // Entre 2021 et 2025 il n'y a qu'un recensement : pas de ligne.
  expect(rows).toHaveLength(6);
});

test("une commune sans emploi connu est hors du calcul, et le motif le dit", async () => {
  const rows = await readModel<Row>(
    {
      ...paysEnaf,
      "core.conso_enaf": [
        ...consoAnnuelle("A", 2011, 2016, 9_000, 3_000),
        ...consoAnnuelle("B", 2011, 2016, 1, 1)
      ],
      "core.emploi_rp": [
        emploi("A", 2011, 100),
        emploi("A", 2016, 200),
        emploi("B", 2011, 5),
        emploi("B", 2016, null)
      ]
    },
    "indicator.conso_enaf_par_emploi"
  );
  const ti = rows.find((row) => row.code_territoire === "X");
  // 15 000 m² de A pour 100 emplois de A.
  expect(ti).toMatchObject({valeur: 150, statut: "estime"});
  expect(String(ti?.motif)).toContain("1 commune sur 2 sans donnée.");
  expect(rows.find((row) => row.code_territoire === "B")).toMatchObject({
    valeur: null,
    statut: "non_disponible"
  });
});
