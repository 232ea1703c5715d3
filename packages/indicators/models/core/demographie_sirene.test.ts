import {expect, test} from "vitest";
import {buildFrom} from "../../testing/build-from.ts";
import {actifs, cohorte, sireneFrame} from "../../testing/sirene.ts";

const warehouse = await buildFrom(
  {
    ...sireneFrame,
    "staging.sirene_etablissement__national": ["A", "B", "C"].map((commune) => actifs({commune})),
    "staging.sirene_etablissement__cohorte": [
      cohorte({creation: null, lignes: 3}),
      cohorte({creation: 1987, lignes: 10}),
      cohorte({creation: 1990, fermeture: 2001, duree: 10, lignes: 50}),
      cohorte({creation: 2004, fermeture: 2024, duree: 10, lignes: 4}),
      cohorte({creation: 2024, lignes: 6}),
      cohorte({creation: 2024, fermeture: 2024, duree: 0, lignes: 2}),
      cohorte({creation: 2024, transfert: true, lignes: 5}),
      cohorte({creation: 2015, fermeture: 2024, duree: 8, cede: true, lignes: 5}),
      cohorte({creation: 2020, fermeture: null, lignes: 7}),
      cohorte({creation: 2026, lignes: 1}),
      cohorte({commune: "V", creation: 2024, lignes: 10})
    ]
  },
  ["core.demographie_sirene", "core.age_etablissement"]
);

test("le stock compte les dates inconnues comme anciennes, et les transferts ne sont ni des créations ni des fermetures", async () => {
  const rows = await warehouse.all(
    `select annee, creations, fermetures, stock from core.demographie_sirene
     where niveau = 'commune' and code_territoire = 'A' and annee in (2019, 2020, 2023, 2024, 2025) order by annee`
  );
  expect(rows).toEqual([
    // 3 de date inconnue + 10 + 4 + 5 pas encore cédés ; les 50 fermés en 2001 ont disparu.
    {annee: 2019, creations: 0, fermetures: 0, stock: 22},
    // Les 7 fermés à une date inconnue ont été créés, et ne sont jamais dans le stock.
    {annee: 2020, creations: 7, fermetures: 0, stock: 22},
    {annee: 2023, creations: 0, fermetures: 0, stock: 22},
    // Créés : 6 + 2, sans les 5 transférés. Fermés : 4 + 2, sans les 5 cédés. Stock : 3 + 10 + 6 + 5.
    {annee: 2024, creations: 8, fermetures: 6, stock: 24},
    {annee: 2025, creations: 0, fermetures: 0, stock: 24}
  ]);
});

test("quinze années, jusqu'à la dernière que l'image couvre en entier", async () => {
  const [row] = await warehouse.all(
    "select min(annee) as premiere, max(annee) as derniere, count(distinct annee)::integer as annees from core.demographie_sirene"
  );
  expect(row).toEqual({premiere: 2011, derniere: 2025, annees: 15});
});

test("un ancien code se partage, et la France n'est pas la somme d'un fichier partiel", async () => {
  const rows = await warehouse.all(
    `select niveau, code_territoire, creations, communes_absentes from core.demographie_sirene
     where annee = 2024 and (niveau, code_territoire) in (('ti', 'X'), ('epci', 'e2'), ('france', 'FR')) order by all`
  );
  expect(rows).toEqual([
    {niveau: "epci", code_territoire: "e2", creations: 10, communes_absentes: 0}, // 7 à B, 3 à C
    {niveau: "france", code_territoire: "FR", creations: null, communes_absentes: 2},
    {niveau: "ti", code_territoire: "X", creations: 15, communes_absentes: 0} // 8 + 7
  ]);
});

test("l'âge se compte en années civiles, les dates inconnues à part", async () => {
  const rows = await warehouse.all<{modalite: string; etablissements: number}>(
    "select modalite, etablissements from core.age_etablissement where niveau = 'commune' and code_territoire = 'A'"
  );
  // En 2026 : 2024 et 2026 font moins de trois ans (6 + 5 + 1), 1987 plus de dix.
  expect(Object.fromEntries(rows.map(({modalite, etablissements}) => [modalite, etablissements]))).toEqual({
    moins_3: 12,
    "3_5": 0,
    "6_10": 0,
    plus_10: 10,
    inconnu: 3
  });
});
