import {expect, test} from "vitest";
import {buildFrom, readModel} from "../../testing/build-from.ts";

const observation = (
  code_commune: string,
  annee: number,
  a10: string,
  valeur: number | null,
  statut_observation = "A",
  geo_object = "COM"
) => ({code_commune, annee, a10, valeur, statut_observation, geo_object});

/** A and B are in force; the old code V went to A for a quarter and to B for the rest. */
const passage = [
  {code_source: "A", code_commune: "A", part: 1},
  {code_source: "B", code_commune: "B", part: 1},
  {code_source: "C", code_commune: "C", part: 1},
  {code_source: "V", code_commune: "A", part: 0.25},
  {code_source: "V", code_commune: "B", part: 0.75}
];

const tables = {
  "core.passage_commune": passage,
  "staging.side_creations__creation": [
    observation("A", 2024, "_T", 12),
    observation("A", 2024, "FZ", 5),
    observation("A", 2024, "GI", 7),
    observation("V", 2024, "_T", 8),
    observation("V", 2024, "GI", 8),
    observation("A", 2025, "_T", 3),
    observation("A", 2025, "FZ", 3),
    observation("A", 2025, "_T", 2, "A", "ARM"),
    observation("B", 2025, "_T", null, "K")
  ]
};

test("les communes du fichier ont leur ensemble chaque année, zéro compris ; un secret n'est pas un zéro", async () => {
  const rows = await readModel<{
    code_commune: string;
    annee: number;
    creations: number | null;
    statut: string;
  }>(
    {
      ...tables,
      "staging.side_creations__creation": [
        ...tables["staging.side_creations__creation"],
        observation("C", 2024, "_T", 1)
      ]
    },
    "core.creations_side"
  );
  const seen = rows.map((row) => Object.values(row).join(" "));
  // V partage ses 8 créations : 2 vont à A (5 + 7 + 2 = 14), 6 à B. C n'a pas de ligne en 2025 : zéro. L'arrondissement (2) est déjà dans A.
  expect(seen).toEqual([
    "A 2024 FZ 5 connu",
    "A 2024 GI 9 connu",
    "A 2024 _T 14 connu",
    "A 2025 FZ 3 connu",
    "A 2025 _T 3 connu",
    "B 2024 GI 6 connu",
    "B 2024 _T 6 connu",
    "B 2025 _T  secret",
    "C 2024 _T 1 connu",
    "C 2025 _T 0 connu"
  ]);
});

test("une commune jamais présente dans le fichier reste inconnue", async () => {
  const warehouse = await buildFrom(tables, ["core.creations_side"]);
  expect(await warehouse.all("from core.creations_side where code_commune = 'C'")).toEqual([]);
  warehouse.close();
});

test("une création est un flux de l'année entière, l'ensemble à part des secteurs", async () => {
  const rows = await readModel(
    {
      "core.creations_side": [
        {code_commune: "A", annee: 2025, a10: "_T", creations: 9, statut: "connu"},
        {code_commune: "A", annee: 2025, a10: "MN", creations: 9, statut: "connu"}
      ]
    },
    "indicator.creations_etablissements"
  );
  const flow = {code_commune: "A", periode_debut: "2025-01-01", periode_fin: "2025-12-31"};
  expect(rows).toEqual([
    {...flow, dimension: "a10", modalite: "MN", numerateur: 9, statut: "connu"},
    {...flow, dimension: "total", modalite: "_T", numerateur: 9, statut: "connu"}
  ]);
});
