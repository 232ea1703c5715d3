import {existsSync} from "node:fs";
import {buildModels, openWarehouse, quoteText, readModels} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {dvfCountry, ligne, terrain} from "../../testing/dvf.ts";
import {projectPath} from "../../testing/read-reference.ts";

interface Mutation {
  mutation: string;
  code_commune: string;
  famille: string;
  dispositions: number;
  valeur: number | null;
  surface_m2: number | null;
  prix_m2: number | null;
  est_prix_repete: boolean;
  motif_exclusion: string | null;
}

const read = (lignes: Parameters<typeof dvfCountry>[0]) =>
  readModel<Mutation>(dvfCountry(lignes), "core.mutation_dvf");

test("n locaux × p natures de sol font une vente, un prix, des surfaces comptées une fois", async () => {
  // Deux locaux (100 et 50 m²) × deux natures de sol : quatre lignes au prix de 300 000 €. 300 000 / 150 = 2 000 €/m².
  const rows = ["S", "J"].flatMap((sol) =>
    [100, 50].map((bati) => ligne({mutation: "m", prix: 300_000, bati, sol}))
  );
  expect(await read(rows)).toMatchObject([
    {famille: "local_activite", valeur: 300_000, surface_m2: 150, prix_m2: 2000, motif_exclusion: null}
  ]);
});

test("deux morceaux d'une parcelle, de même nature et de surfaces différentes, s'ajoutent ; une répétition non", async () => {
  const rows = [600, 400, 400].map((surface) => terrain({mutation: "t", terrain: surface}));
  // 600 + 400 = 1 000 m² pour 100 000 €.
  expect(await read(rows)).toMatchObject([{famille: "terrain_a_batir", surface_m2: 1000, prix_m2: 100}]);
});

test("des dispositions du même prix sont un seul montant, des prix différents s'ajoutent", async () => {
  const rows = await read([
    ligne({mutation: "meme", disposition: 1, parcelle: "p1"}),
    ligne({mutation: "meme", disposition: 2, parcelle: "p2"}),
    ligne({mutation: "somme", disposition: 1, prix: 100_000, parcelle: "p1"}),
    ligne({mutation: "somme", disposition: 2, prix: 60_000, parcelle: "p2"}),
    ligne({mutation: "trouble", prix: 100_000, parcelle: "p1"}),
    ligne({mutation: "trouble", prix: 60_000, parcelle: "p2"})
  ]);
  // 100 000 / 200 = 500 ; (100 000 + 60 000) / 200 = 800 ; deux prix pour une disposition : écartée.
  expect(
    rows.map(({mutation, dispositions, prix_m2, est_prix_repete, motif_exclusion}) =>
      [mutation, dispositions, motif_exclusion === null ? prix_m2 : motif_exclusion, est_prix_repete].join(
        " "
      )
    )
  ).toEqual(["meme 2 500 true", "somme 2 800 false", "trouble 1 prix_incoherent false"]);
});

test("ce qui n'est pas exactement le bien est écarté, avec sa raison", async () => {
  const rows = await read([
    ligne({mutation: "a", local: "1", bati: 90}),
    ligne({mutation: "b", date: "2021-06-30"}),
    ligne({mutation: "c", date: "2021-07-01"}),
    ligne({mutation: "d", nature: "Echange"}),
    ligne({mutation: "e", nature: "Vente en l'état futur d'achèvement"}),
    ligne({mutation: "f", commune: "A"}),
    ligne({mutation: "f", commune: "B", parcelle: "p2"}),
    ligne({mutation: "g"}),
    ligne({mutation: "g", local: "2", bati: 40}),
    ligne({mutation: "h", prix: null}),
    ligne({mutation: "i", bati: 0}),
    ligne({mutation: "j", prix: 1999}),
    ligne({mutation: "k", prix: 2_000_001}),
    ligne({mutation: "l"}),
    ligne({mutation: "l", local: "3", bati: null}),
    terrain({mutation: "m", nature: "Vente terrain à bâtir"}),
    terrain({mutation: "n", terrain: 99}),
    terrain({mutation: "o"}),
    terrain({mutation: "o", sol: "T", parcelle: "p2"}),
    terrain({mutation: "p", sol: "T"}),
    terrain({mutation: "q", prix: 999})
  ]);
  expect(Object.fromEntries(rows.map(({mutation, motif_exclusion}) => [mutation, motif_exclusion]))).toEqual({
    a: "hors_champ",
    b: "hors_fenetre",
    c: null,
    d: "autre_nature_de_mutation",
    e: "autre_nature_de_mutation",
    f: "plusieurs_communes",
    g: "avec_logement",
    h: "sans_prix",
    i: "sans_surface",
    j: "prix_invraisemblable",
    k: "prix_invraisemblable",
    l: null,
    m: null,
    n: "moins_de_100_m2",
    o: "autre_nature_de_sol",
    p: "hors_champ",
    q: "prix_invraisemblable"
  });
});

test("sous un code éclaté depuis, la vente va en entier à la plus grande part", async () => {
  expect(await read([ligne({mutation: "v", commune: "V"})])).toMatchObject([{code_commune: "B"}]);
});

const shared = projectPath("../shared/data/dvf");

/** Real rows through the real staging and core models; the perimeter is their commune. */
async function buildReal(select: string, commune: string) {
  const warehouse = await openWarehouse(":memory:");
  for (const schema of ["raw", "staging", "core"]) await warehouse.run(`create schema ${schema}`);
  await warehouse.run(`create table raw.dvf__mutation (
    id_mutation varchar, date_mutation date, numero_disposition bigint, nature_mutation varchar,
    valeur_fonciere double, code_commune varchar, code_departement varchar, id_parcelle varchar, lot1_numero varchar,
    code_type_local varchar, type_local varchar, surface_reelle_bati double, nombre_pieces_principales double,
    code_nature_culture varchar, code_nature_culture_speciale varchar, surface_terrain double)`);
  await warehouse.run(`insert into raw.dvf__mutation by name select
    columns('^(id_mutation|date_mutation|numero_disposition|nature_mutation|valeur_fonciere|code_commune|code_departement|id_parcelle|lot1_numero|code_type_local|type_local|surface_reelle_bati|nombre_pieces_principales|code_nature_culture|code_nature_culture_speciale|surface_terrain)$')
    from (${select})`);
  await warehouse.run(`create table staging.perimetre__commune as select '${commune}' as code_commune`);
  await warehouse.run(
    `create table core.passage_commune as select '${commune}' as code_source, '${commune}' as code_commune, 1.0 as part`
  );
  const models = await readModels([
    {directory: projectPath("packages/ingest-land/dvf")},
    {directory: projectPath("packages/indicators/models/core")}
  ]);
  const wanted = [
    "core.fenetre_dvf",
    "core.mutation_dvf",
    "core.vente_ecartee",
    "core.vente_local",
    "core.vente_terrain"
  ];
  await buildModels(
    warehouse,
    models.filter(({name}) => name.startsWith("staging.dvf__") || wanted.includes(name))
  );
  return warehouse;
}

const answers = ["dvf-api-75107-000AD.json", "dvf-api-75110-000AC.json"].map((name) => `${shared}/${name}`);

test.skipIf(!answers.every(existsSync))(
  "les ventes réelles d'une section de Paris 7e, dédoublées (sauté sans le dossier des extraits)",
  async () => {
    const select = (path: string) =>
      `select ligne.* from (select unnest(data) as ligne from read_json(${quoteText(path)}))`;
    const warehouse = await buildReal(select(answers[0]!), "75107");
    // À part, en Python (ensembles de tuples) : 322 lignes, 129 mutations, 279 locaux distincts dont 27 de type 4,
    // 3 739 m², 10 ventes du champ (1 457 m², 20 782 960 €) sur les 19 mutations qui ont un local de type 4, trois mutations
    // de deux dispositions, dont une sans prix.
    expect(
      await warehouse.all(`select count(*) as mutations, sum(locaux)::integer as locaux, sum(locaux_activite)::integer as activite,
        sum(surface_m2) filter (famille = 'local_activite') as surface, count(*) filter (est_prix_repete) as repetes
        from core.mutation_dvf`)
    ).toEqual([{mutations: 129, locaux: 279, activite: 27, surface: 3739, repetes: 2}]);
    expect(
      await warehouse.all(
        "select count(*) as ventes, sum(surface_m2) as surface, sum(valeur) as valeur from core.vente_local"
      )
    ).toEqual([{ventes: 10, surface: 1457, valeur: 20_782_960}]);
    expect(
      await warehouse.all(
        "select motif_exclusion, mutations from core.vente_ecartee where famille = 'local_activite' order by all"
      )
    ).toEqual([
      {motif_exclusion: "autre_nature_de_mutation", mutations: 1},
      {motif_exclusion: "avec_logement", mutations: 6},
      {motif_exclusion: "prix_invraisemblable", mutations: 1},
      {motif_exclusion: "sans_prix", mutations: 1}
    ]);
    warehouse.close();
    const other = await buildReal(select(answers[1]!), "75110");
    // À part : 15 lignes, 8 mutations, 15 locaux distincts, aucun de type 4.
    expect(
      await other.all(
        "select count(*) as mutations, sum(locaux)::integer as locaux, sum(locaux_activite)::integer as activite from core.mutation_dvf"
      )
    ).toEqual([{mutations: 8, locaux: 15, activite: 0}]);
    other.close();
  }
);

const sample = `${shared}/geo-dvf-33001-2021-sample.csv`;

test.skipIf(!existsSync(sample))(
  "les ventes réelles d'Abzac, dédoublées (sauté sans le dossier des extraits)",
  async () => {
    const warehouse = await buildReal(`from read_csv(${quoteText(sample)}, all_varchar = true)`, "33001");
    // À part, en Python : 44 locaux distincts, 141 couples parcelle × nature, cinq ventes sans local avec du AB dont un
    // échange ; restent 337, 1 001, 1 001 et 1 372 m² pour 505,50, 80 900, 43 000 et 43 000 €.
    expect(
      await warehouse.all(
        "select count(*) as mutations, sum(locaux)::integer as locaux, sum(sols)::integer as sols from core.mutation_dvf"
      )
    ).toEqual([{mutations: 50, locaux: 44, sols: 141}]);
    expect(await warehouse.all("select valeur, surface_m2 from core.vente_terrain order by all")).toEqual([
      {valeur: 505.5, surface_m2: 337},
      {valeur: 43_000, surface_m2: 1001},
      {valeur: 43_000, surface_m2: 1372},
      {valeur: 80_900, surface_m2: 1001}
    ]);
    warehouse.close();
  }
);
