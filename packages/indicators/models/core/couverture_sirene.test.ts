import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {actifs, sireneFrame} from "../../testing/sirene.ts";

async function read(codes: readonly string[]): Promise<Record<string, number>> {
  const rows = await readModel<{niveau: string; code_territoire: string; communes_absentes: number}>(
    {...sireneFrame, "staging.sirene_etablissement__national": codes.map((commune) => actifs({commune}))},
    "core.couverture_sirene"
  );
  return Object.fromEntries(
    rows.map((row) => [`${row.niveau} ${row.code_territoire}`, row.communes_absentes])
  );
}

test("une commune sans établissement, dans un département couvert, n'est pas absente", async () => {
  // D n'a rien, mais trois communes sur quatre de son département sont là ; P est vue par un arrondissement.
  expect(await read(["A", "B", "C", "P2", "Z"])).toMatchObject({
    "departement 77": 0,
    "france FR": 0,
    "autre_ti Y": 0
  });
});

test("un fichier d'un seul département ne fait pas de zéro ailleurs", async () => {
  expect(await read(["A", "V", "C"])).toEqual({
    "commune A": 0,
    "commune B": 0,
    "epci e1": 0,
    "epci e2": 0,
    "ti X": 0,
    "departement 77": 0,
    "autre_ti Y": 1,
    "france FR": 2 // P et Z.
  });
});

test("une seule commune dans le fichier : le reste de son département est inconnu", async () => {
  expect(await read(["A"])).toMatchObject({"commune A": 0, "commune B": 1, "ti X": 1, "departement 77": 3});
});
