import {expect, test} from "vitest";
import {buildFrom} from "../../testing/build-from.ts";
import {actifs, sireneFrame} from "../../testing/sirene.ts";

const warehouse = await buildFrom(
  {
    ...sireneFrame,
    "staging.sirene_etablissement__national": [
      actifs({commune: "A", lignes: 30, division: "68", immobilierSolaire: true}),
      actifs({commune: "A", lignes: 5, division: "35", immobilierSolaire: true, tranche: null}),
      actifs({commune: "A", lignes: 4, division: "10", employeur: true, tranche: "12"}),
      actifs({commune: "A", lignes: 2, division: "10", employeur: true, tranche: "12", diffusible: false}),
      actifs({commune: "A", lignes: 3, division: "10"}),
      actifs({commune: "B", lignes: 7, division: "38", employeur: true, tranche: "03"}),
      actifs({commune: "V", lignes: 10, division: "47", employeur: true, tranche: "00"}),
      actifs({commune: "C", lignes: 1, division: null, employeur: true, tranche: "32"}),
      actifs({commune: "P1", lignes: 6, division: "62"}),
      actifs({commune: "P2", lignes: 8, division: "62"}),
      actifs({commune: "Z", lignes: 9, division: "XX"}),
      actifs({commune: "98701", lignes: 50})
    ]
  },
  ["core.etablissement_territoire"]
);

async function read(territoire: string, dimension: string): Promise<Record<string, number | null>> {
  const rows = await warehouse.all<{nom: string; etablissements: number | null}>(
    `select compte || ' ' || modalite as nom, etablissements from core.etablissement_territoire
     where niveau || ' ' || code_territoire = $1 and dimension = $2 and etablissements is distinct from 0 order by all`,
    [territoire, dimension]
  );
  return Object.fromEntries(rows.map(({nom, etablissements}) => [nom, etablissements]));
}

test("quatre comptes, tenus séparés, dont les lignes en diffusion partielle", async () => {
  expect(await read("commune A", "total")).toEqual({
    "actifs _T": 44, // 30 + 5 + 4 + 2 + 3
    "employeurs _T": 6, // 4 + 2 : les trois boulangers sans salarié n'y sont pas
    "hors_immobilier_solaire _T": 9, // 44 - 30 - 5
    "industriels _T": 6, // la section D (35) n'est pas la section C
    "dix_plus _T": 6
  });
});

test("la récupération de déchets (38, section E) n'est pas l'industrie manufacturière", async () => {
  // B : 7 de la division 38, et 70 % des 10 de l'ancien code V.
  expect(await read("commune B", "total")).toEqual({
    "actifs _T": 14,
    "employeurs _T": 14,
    "hors_immobilier_solaire _T": 14
  });
  expect(await read("commune B", "taille")).toMatchObject({"employeurs 1_9": 7, "employeurs sans": 7});
});

test("les arrondissements font la commune, et la France a toutes ses communes", async () => {
  expect(await read("autre_ti Y", "a38")).toMatchObject({"actifs JC": 14});
  // 44 + 7 + 10 + 1 + 14 + 9, sans la collectivité d'outre-mer : hors du découpage de référence.
  expect(await read("france FR", "total")).toMatchObject({"actifs _T": 85, "employeurs _T": 24});
});

test("un établissement sans code d'activité est dans l'ensemble et dans aucun secteur", async () => {
  const rows = await warehouse.all(
    `select dimension, modalite, etablissements, etablissements_sans_secteur from core.etablissement_territoire
     where niveau = 'departement' and compte = 'dix_plus' and modalite in ('_T', 'C1') order by all`
  );
  expect(rows).toEqual([
    {dimension: "a17", modalite: "C1", etablissements: 6, etablissements_sans_secteur: 1},
    {dimension: "total", modalite: "_T", etablissements: 7, etablissements_sans_secteur: 0}
  ]);
});
