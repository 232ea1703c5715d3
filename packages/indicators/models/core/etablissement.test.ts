import {expect, test} from "vitest";
import {buildFrom} from "../../testing/build-from.ts";
import {actifs, etablissement, siege, sireneFrame} from "../../testing/sirene.ts";

const unite = (siren: string, more: Record<string, string | boolean | null> = {}) => ({
  siren,
  est_diffusible: true,
  est_personne_physique: false,
  denomination: `Société ${siren}`,
  ...more
});

const warehouse = await buildFrom(
  {
    ...sireneFrame,
    "staging.sirene_etablissement__national": ["A", "B", "C"].map((commune) => actifs({commune})),
    "staging.sirene_etablissement__etablissement": [
      etablissement({siret: "1a", tranche: "12"}),
      etablissement({siret: "1b", tranche: "11", commune: "V"}),
      etablissement({siret: "1c", tranche: "12", diffusible: false}),
      etablissement({siret: "1d", tranche: "12", actif: false}),
      etablissement({siret: "1e", tranche: "12", employeur: null}),
      etablissement({siret: "1f", tranche: "03"}),
      etablissement({siret: "1g", tranche: null}),
      etablissement({siret: "2a", tranche: "12"}),
      etablissement({siret: "3a", tranche: "12"}),
      etablissement({siret: "4a", tranche: "53"}),
      etablissement({siret: "5a", tranche: "12"})
    ],
    "staging.sirene_etablissement__siege": [siege("1", "P2"), siege("2", "V"), siege("3", null)],
    "staging.sirene_unite_legale__unite_legale": [
      unite("1"),
      unite("2", {est_diffusible: false, denomination: null}),
      unite("3", {est_personne_physique: true, denomination: null}),
      unite("4")
    ],
    "staging.sirene_geolocalisation__point": [
      {siret: "1a", longitude: 2.9, latitude: 48.96},
      {siret: "1c", longitude: 2.8, latitude: 48.9}
    ]
  },
  ["core.employeur_territoire", "mart.etablissement"]
);

test("un établissement actif par siret, dans sa commune en vigueur, avec les bornes de sa tranche", async () => {
  const rows = await warehouse.all(
    `select siret, code_commune, a38, effectif_min, effectif_max, taille from core.etablissement
     where siret in ('1a', '1b', '1d', '1g', '4a') order by siret`
  );
  const boulanger = {a38: "CA"};
  expect(rows).toEqual([
    {siret: "1a", code_commune: "A", ...boulanger, effectif_min: 20, effectif_max: 49, taille: "10_49"},
    // L'ancien code V est à 70 % dans B.
    {siret: "1b", code_commune: "B", ...boulanger, effectif_min: 10, effectif_max: 19, taille: "10_49"},
    // Sans tranche : inconnu, pas zéro.
    {siret: "1g", code_commune: "A", ...boulanger, effectif_min: null, effectif_max: null, taille: "sans"},
    // Tranche ouverte.
    {
      siret: "4a",
      code_commune: "A",
      ...boulanger,
      effectif_min: 10000,
      effectif_max: null,
      taille: "250_plus"
    }
  ]);
});

test("le siège est dedans, dehors, à l'étranger ou inconnu", async () => {
  const rows = await warehouse.all<{siren: string; est_siege_exterieur: boolean | null}>(
    "select distinct siren, est_siege_exterieur from core.etablissement order by siren"
  );
  // 1 : Paris, par un arrondissement. 2 : ancien code de B. 3 : sans commune française. 4 et 5 : siège absent du fichier.
  expect(rows.map(({est_siege_exterieur}) => est_siege_exterieur)).toEqual([true, false, true, null, null]);
});

test("les employeurs se rangent par tranche, puis par siret, la tranche inconnue en dernier", async () => {
  const rows = await warehouse.all<{siret: string}>(
    "select siret from core.employeur_territoire where niveau = 'ti' order by rang"
  );
  expect(rows.map(({siret}) => siret)).toEqual(["4a", "1a", "1c", "2a", "3a", "5a", "1b", "1f", "1g"]);
});

test("ne sont nommés que les employeurs de dix et plus, diffusibles par l'établissement et par l'unité", async () => {
  const rows = await warehouse.all(
    "select siret, denomination, effectif_max, longitude, date_statut from mart.etablissement order by siret"
  );
  // Écartés : 1c (établissement P), 1d (fermé), 1e (employeur non dit), 1f et 1g (moins de dix, inconnu),
  // 2a (unité P), 3a (personne physique), 5a (unité inconnue). Le statut est aussi vieux que la plus ancienne image.
  const date_statut = "2026-05-31";
  expect(rows).toEqual([
    {siret: "1a", denomination: "Société 1", effectif_max: 49, longitude: 2.9, date_statut},
    {siret: "1b", denomination: "Société 1", effectif_max: 19, longitude: null, date_statut},
    {siret: "4a", denomination: "Société 4", effectif_max: null, longitude: null, date_statut}
  ]);
});
