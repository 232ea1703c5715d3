import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {actifs, cohorte, sireneFrame} from "../../testing/sirene.ts";

interface Ligne {
  code_territoire: string;
  periode_debut: string;
  periode_fin: string;
  dimension: string;
  modalite: string;
  numerateur: number | null;
  denominateur: number | null;
  cellules_inconnues: number;
  motif: string | null;
}

const rows = await readModel<Ligne>(
  {
    ...sireneFrame,
    "staging.sirene_etablissement__national": ["A", "B", "C"].map((commune) => actifs({commune})),
    "staging.sirene_etablissement__cohorte": [
      cohorte({creation: 2018, lignes: 40}),
      cohorte({creation: 2018, manufacture: true, lignes: 10}),
      cohorte({creation: 2018, fermeture: 2020, duree: 2, lignes: 20}),
      cohorte({creation: 2018, fermeture: 2021, duree: 3, manufacture: true, lignes: 5}),
      cohorte({creation: 2018, fermeture: 2024, duree: 5, lignes: 15}),
      cohorte({creation: 2018, fermeture: 2019, duree: 1, cede: true, lignes: 10}),
      cohorte({creation: 2018, fermeture: null, lignes: 3}),
      cohorte({creation: 2018, transfert: true, lignes: 100}),
      cohorte({creation: 2023, lignes: 1})
    ]
  },
  "indicator.survie"
);
const of = (dimension: string, modalite: string, annee = 2018, territoire = "A") =>
  rows.find(
    (row) =>
      row.code_territoire === territoire &&
      row.dimension === dimension &&
      row.modalite === modalite &&
      row.periode_debut === `${annee}-01-01`
  );

test("survivants : actifs, fermés après l'échéance ou cédés ; transferts exclus", () => {
  // À 3 ans : 40 + 10 actifs, 5 fermés à 3 ans, 15 à 5 ans, 10 cédés = 80 des 100 créés dont la fin est connue.
  expect(of("age_survie", "3")).toMatchObject({numerateur: 80, denominateur: 100, cellules_inconnues: 3});
  // À 5 ans : 40 + 10 + 15 + 10 = 75.
  expect(of("age_survie", "5")).toMatchObject({numerateur: 75, denominateur: 100, periode_fin: "2018-12-31"});
});

test("l'industrie manufacturière se suit à part", () => {
  // 10 actifs et 5 fermés à 3 ans.
  expect(of("age_survie_industrie", "3")).toMatchObject({
    numerateur: 15,
    denominateur: 15,
    cellules_inconnues: 0
  });
  expect(of("age_survie_industrie", "5")).toMatchObject({numerateur: 10, denominateur: 15});
});

test("huit cohortes par durée, la dernière observée en entier à la date de l'image", () => {
  const cohortes = (modalite: string) =>
    rows
      .filter(
        (row) => row.code_territoire === "A" && row.dimension === "age_survie" && row.modalite === modalite
      )
      .map(({periode_debut}) => periode_debut.slice(0, 4));
  // Image du 30 juin 2026 : un établissement créé fin 2022 a eu trois ans fin 2025 ; ceux de 2023 n'y sont pas encore.
  expect(cohortes("3")).toEqual(["2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022"]);
  expect(cohortes("5")).toEqual(["2013", "2014", "2015", "2016", "2017", "2018", "2019", "2020"]);
});

test("sans création, pas de taux, et la raison ; hors du fichier, pas de zéro", () => {
  expect(of("age_survie", "3", 2016)).toMatchObject({
    denominateur: 0,
    motif: "Aucune création d'établissement dans l'année."
  });
  expect(of("age_survie", "3", 2018, "FR")).toMatchObject({denominateur: null, motif: null});
});
