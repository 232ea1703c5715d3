import {expect, test} from "vitest";
import {modules} from "../src/index.ts";
import {buildSirene, findGuilty, type Row} from "./build-sirene.ts";
import {etablissement} from "./etablissement.ts";

const statuses = ["O", "P"] as const;
const canary = "CANARI";

const lien = (from: string, to: string): Row => ({
  siret_predecesseur: `${from}00011`,
  siret_successeur: `${to}00011`,
  date_lien: "2020-01-01",
  transfert_siege: false,
  continuite_economique: true
});

/** 32 units: every mix of diffusion of the unit and of the establishment, natural person or not, each text cell masked or not. */
const units = Array.from({length: 32}, (_, rank) => ({
  siren: String(900_000_000 + rank),
  unite: statuses[rank & 1]!,
  etablissement: rank & 2 ? "P" : statuses[rank & 1]!,
  isPerson: (rank & 4) > 0,
  isMasked: (rank & 8) > 0,
  isFar: (rank & 16) > 0
}));

const warehouse = await buildSirene({
  sirene_etablissement__etablissement: units.map((unit) =>
    etablissement(unit.siren, {
      statut_diffusion: unit.etablissement,
      ...(unit.isMasked
        ? {
            tranche_effectifs: "[ND]",
            activite_principale: "[ND]",
            nomenclature: "[ND]",
            caractere_employeur: "[ND]",
            activite_naf25: "[ND]"
          }
        : {}),
      ...(unit.isFar ? {code_commune: unit.isMasked ? "[ND]" : "75056"} : {})
    })
  ),
  sirene_unite_legale__unite_legale: units.map((unit) => ({
    siren: unit.siren,
    statut_diffusion: unit.unite,
    categorie_juridique: unit.isPerson ? "1000" : unit.isMasked ? "[ND]" : "5710",
    denomination: unit.isMasked ? "[ND]" : canary,
    etat_administratif: "A",
    ...(unit.isMasked
      ? {
          tranche_effectifs: "[ND]",
          categorie_entreprise: "[ND]",
          nic_siege: "[ND]",
          caractere_employeur: "[ND]"
        }
      : {tranche_effectifs: "11", categorie_entreprise: "PME", nic_siege: "00011", caractere_employeur: "O"})
  })),
  sirene_historique__periode: units.map((unit) => ({
    siret: `${unit.siren}00011`,
    date_debut: "2015-04-01",
    etat_administratif: "A",
    activite_principale: unit.isMasked ? "[ND]" : "47.11F",
    nomenclature: unit.isMasked ? "[ND]" : "NAFRev2",
    caractere_employeur: unit.isMasked ? "[ND]" : "O"
  })),
  sirene_succession__lien: units.map(({siren}) => lien(siren, String(Number(siren) + 100))),
  sirene_geolocalisation__point: units.map(({siren}, rank) => ({
    siret: `${siren}00011`,
    qualite: rank % 8 === 7 ? "[ND]" : "11",
    longitude: 2.88,
    latitude: 48.96
  }))
});

const tables = await warehouse.all<{name: string}>(
  "select table_name as name from information_schema.tables where table_schema = 'staging' and table_name like 'sirene%'"
);

test("« [ND] » ne passe dans aucune colonne d'aucune table", async () => {
  expect(tables).toHaveLength(12);
  for (const {name} of tables) {
    const [found] = await warehouse.all<{n: number}>(
      `select count(*) as n from staging.${name} as ligne where contains(ligne::varchar, '[ND]')`
    );
    expect(found!.n, name).toBe(0);
  }
});

test("une unité ou un établissement partiel n'a ni nom ni point, et reste compté", async () => {
  // 16 unités proches, 8 de statut P, 12 établissements P (P hérité de l'unité ou propre).
  const [counts] = await warehouse.all(`
    select
      count(*) as etablissements,
      count(*) filter (not etablissement.est_diffusible) as partiels,
      count(*) filter (not unite.est_diffusible and denomination is not null) as unites_montrees,
      count(*) filter (est_personne_physique and denomination is not null) as personnes_nommees
    from staging.sirene_etablissement__etablissement as etablissement
    join staging.sirene_unite_legale__unite_legale as unite using (siren)`);
  expect(counts).toEqual({
    etablissements: 16,
    partiels: 12,
    unites_montrees: 0,
    personnes_nommees: 0
  });
  const [named] = await warehouse.all(`
    select
      (select count(*) from staging.sirene_unite_legale__unite_legale where denomination = '${canary}') as unites,
      (select string_agg(siret, ' ' order by siret) from staging.sirene_geolocalisation__point) as points`);
  // Unités O, ni personnes ni masquées, proches : rangs 0 et 2. Points : leur établissement O aussi, donc rang 0 seul.
  expect(named).toEqual({unites: 2, points: "90000000000011"});
});

test("les agrégats nationaux comptent chaque ligne, partielles et lointaines comprises", async () => {
  for (const {source} of modules) {
    const [file] = source.files;
    const [account] = await warehouse.all(
      `select (select count(*) from raw.${source.id}__${file!.id}) as lues, sum(lignes)::integer as comptees from staging.${source.id}__${file!.reduced}`
    );
    expect(account, source.id).toEqual({lues: 32, comptees: 32});
  }
});

test("les contrôles bloquants passent", async () => {
  const errors = ["aucun_nd", "national_sans_nd", "personne_sans_nom", "point_sans_personne"];
  for (const {source} of modules) {
    const guilty = Object.keys(await findGuilty(warehouse, source.id));
    expect(
      guilty.filter((name) => errors.includes(name)),
      source.id
    ).toEqual([]);
  }
});
