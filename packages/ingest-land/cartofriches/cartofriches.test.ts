import {readChecks, runChecks} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {loadFile} from "../test/load-file.ts";
import {isAbsent, realFile} from "../test/real-data.ts";
import {temporaryFile} from "../test/temporary-file.ts";
import {cartofriches} from "./index.ts";

const header = [
  "site_id;site_nom;site_type;site_statut;comm_insee;site_actu_date;sol_pollution_existe",
  "unite_fonciere_surface;unite_fonciere_refcad;geompoint;proprio_nom;source_contact"
].join(";");

const small = (...rows: string[]) =>
  temporaryFile("friches-standard-2026-04-15.csv", `${header}\n${rows.join("\n")}\n`);

test("staging décode les codes et leurs variantes, rend son zéro au code, ne garde ni propriétaire ni contact", async () => {
  const {warehouse, form, vintage} = await loadFile(
    cartofriches,
    await small(
      "a;Friche A;friche d’habitation;friche avec projet;1004;16/01/2024;pollution peu probable;4000;01004000AB0002|01004000AB0001;POINT (5.35 45.95);DUPONT;x@y.fr",
      "b;NA;NA;NA;77284;NA;NA;NA;NA;POINT (48.96 2.88);NA;NA",
      "c;Garage Durand;inconnu;friche potentielle;2A004;01/02/2023;inconnu;12.5;2A004000AB0001;NA;_X_;NA",
      'd;"Sucrerie ; dite ""la Grande""";mixte - autre;friche reconvertie;77284;2023-05-01;pollution avérée;0;01004000AB0001|01004000AB0002;NA;NA;NA'
    )
  );
  expect([form, vintage.vintageDate]).toEqual([0, "2026-04-15"]);
  const rows = await warehouse.all("from staging.cartofriches__friche order by site_id");
  expect(rows).toEqual([
    {
      site_id: "a",
      nom: "Friche A",
      code_commune: "01004",
      statut: "avec_projet",
      type_friche: "habitat",
      surface_m2: 4000,
      reference_cadastrale: "01004000AB0001|01004000AB0002",
      pollution: "peu_probable",
      longitude: 5.35,
      latitude: 45.95,
      date_actualisation: "2024-01-16"
    },
    {
      site_id: "b",
      nom: null,
      code_commune: "77284",
      statut: "inconnu",
      type_friche: "inconnu",
      surface_m2: null,
      reference_cadastrale: null,
      pollution: "inconnu",
      longitude: 2.88,
      latitude: 48.96,
      date_actualisation: null
    },
    expect.objectContaining({site_id: "c", statut: "potentielle", nom: null, code_commune: "2A004"}),
    expect.objectContaining({
      site_id: "d",
      nom: 'Sucrerie ; dite "la Grande"',
      type_friche: "mixte",
      statut: "reconvertie",
      reference_cadastrale: "01004000AB0001|01004000AB0002",
      pollution: "averee",
      date_actualisation: "2023-05-01"
    })
  ]);
  warehouse.close();
});

test("une ligne cassée par un point-virgule est comptée rejetée, au-dessous d'une petite part", async () => {
  const good = (index: number) => `s${index};Site;inconnu;friche sans projet;77284;NA;NA;100;NA;NA;NA;NA`;
  const broken = "x;Nom ; avec séparateur;inconnu;friche sans projet;77284;NA;NA;100;NA;NA;NA;NA";
  const rows = Array.from({length: 99}, (_, index) => good(index));
  const {account, warehouse} = await loadFile(cartofriches, await small(...rows, broken));
  // Une ligne sur cent ; deux sur cinquante et une dépassent la part tolérée de 2 %.
  expect(account).toEqual({read: 100, loaded: 99, rejected: 1, duplicates: 0});
  warehouse.close();
  await expect(
    loadFile(cartofriches, await small(...rows.slice(0, 49), broken, broken))
  ).rejects.toMatchObject({
    code: "TYPE"
  });
});

test("chaque contrôle nomme les lignes coupables", async () => {
  const {warehouse} = await loadFile(
    cartofriches,
    await small(
      "a;A;friche lunaire;friche sans projet;77284;NA;NA;-5;77284000AB0001;POINT (200 10);NA;NA",
      "b;B;inconnu;friche sans projet;77284;NA;NA;50;77284000AB0001;NA;NA;NA",
      "c;C;inconnu;autre;77284;NA;NA;50;NA;NA;NA;NA"
    )
  );
  await warehouse.run("update staging.cartofriches__friche set statut = 'potentielle' where site_id = 'b'");
  await warehouse.run("create schema core; create table core.friche as select 'a' as site_id");
  const results = await runChecks(warehouse, await readChecks([cartofriches.directory]));
  expect(Object.fromEntries(results.map(({name, guilty}) => [name.split("/")[1], guilty]))).toEqual({
    friches_conservees: 1,
    point_dans_le_monde: 1,
    potentielle_sans_nom: 1,
    statut_connu: 1,
    surface_positive: 1,
    surface_propre_a_unite: 1,
    type_reconnu: 1
  });
  warehouse.close();
});

const standard = "cartofriches/friches-standard-echantillon-national-2024.csv";
const export77 = "cartofriches/cartofriches-2024-03-points-77-93-95-60-02-51.csv";

const counts = `
  select
    count(*)::integer as sites,
    (count(*) filter (statut = 'potentielle'))::integer as potentielles,
    (count(*) filter (statut = 'sans_projet'))::integer as sans_projet,
    (count(*) filter (statut = 'avec_projet'))::integer as avec_projet,
    (count(*) filter (statut = 'reconvertie'))::integer as reconverties,
    (count(*) filter (left(code_commune, 1) = '0'))::integer as codes_en_zero,
    (count(*) filter (length(code_commune) <> 5))::integer as codes_courts,
    count(distinct coalesce(reference_cadastrale, site_id))::integer as unites,
    round(sum(surface_m2), 2) as surface,
    (count(*) filter (surface_m2 is null))::integer as sans_surface,
    (count(*) filter (longitude is null))::integer as sans_point,
    max(date_actualisation)::varchar as derniere
  from staging.cartofriches__friche`;

const unites = `
  select round(sum(surface), 2) as surface, count(*)::integer as unites from (
    select max(surface_m2) as surface from staging.cartofriches__friche
    where statut <> 'potentielle' group by coalesce(reference_cadastrale, site_id)
  )`;

// Surfaces et unités : Python (csv.DictReader) sur le fichier, liste de parcelles dédoublonnée et triée.
test.skipIf(isAbsent(standard))("l'extrait réel de la norme, 50 colonnes, se lit en entier", async () => {
  const {warehouse, form, account, inspection} = await loadFile(cartofriches, realFile(standard));
  expect([form, inspection.header.length]).toEqual([0, 50]);
  expect(account).toEqual({read: 2594, loaded: 2594, rejected: 0, duplicates: 0});
  const [short] = await warehouse.all(
    "select count(*)::integer as n from raw.cartofriches__friche where length(code_commune) = 4"
  );
  expect(short).toEqual({n: 181});
  expect(await warehouse.all(counts)).toEqual([
    {
      sites: 2594,
      potentielles: 1544,
      sans_projet: 506,
      avec_projet: 524,
      reconverties: 20,
      codes_en_zero: 181,
      codes_courts: 0,
      // 2 519 références distinctes, et 34 sites sans : un vide, 33 qu'un tableur a changées en « 6,7462E+13 ».
      unites: 2553,
      surface: 72_035_331,
      sans_surface: 1,
      sans_point: 0,
      derniere: "2024-02-13"
    }
  ]);
  expect(await warehouse.all(unites)).toEqual([{surface: 49_737_967, unites: 1040}]);
  warehouse.close();
});

test.skipIf(isAbsent(export77))(
  "l'export du Cerema, 77 colonnes, est une autre forme du même fichier",
  async () => {
    const {warehouse, form, account, vintage, inspection} = await loadFile(cartofriches, realFile(export77));
    expect([form, inspection.header.length, vintage.vintageDate]).toEqual([2, 77, "2024-02-13"]);
    expect(account).toEqual({read: 1231, loaded: 1231, rejected: 0, duplicates: 0});
    expect(await warehouse.all(counts)).toEqual([
      {
        sites: 1231,
        potentielles: 578,
        sans_projet: 377,
        avec_projet: 201,
        reconverties: 75,
        codes_en_zero: 172,
        codes_courts: 0,
        unites: 1177,
        surface: 59_521_285.24,
        sans_surface: 25,
        sans_point: 0,
        derniere: "2024-02-13"
      }
    ]);
    const columns = await warehouse.all<{column_name: string}>("describe staging.cartofriches__friche");
    expect(columns.filter(({column_name}) => /proprio|contact|adresse/.test(column_name))).toEqual([]);
    warehouse.close();
  }
);

test.skipIf(isAbsent(standard) || isAbsent(export77))(
  "des deux extraits, seul l'export couvre le périmètre",
  async () => {
    // grep des 68 codes dans comm_insee : Crouy-sur-Ourcq, Meaux et quatre autres dans l'export, aucun dans l'autre.
    const perimeter = ["77284", "77148"];
    await expect(loadFile(cartofriches, realFile(standard), perimeter)).rejects.toMatchObject({
      code: "COVERAGE"
    });
    const {warehouse, inspection} = await loadFile(cartofriches, realFile(export77), perimeter);
    expect(inspection.covered).toBeGreaterThan(0);
    warehouse.close();
  }
);
