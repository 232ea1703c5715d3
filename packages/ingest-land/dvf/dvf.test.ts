import {existsSync} from "node:fs";
import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DataError, listForms, matchHeader, type SourceFile} from "@observatoire/catalog";
import {createWorld} from "@observatoire/simulate";
import {
  accountRows,
  buildModels,
  inspectFile,
  openWarehouse,
  readChecks,
  readModels,
  registerRaw,
  runChecks,
  type Warehouse
} from "@observatoire/warehouse";
import {afterAll, expect, test} from "vitest";
import {dvf} from "./index.ts";

const projectRoot = join(dvf.directory, "../../..");
const shared = join(projectRoot, "../shared/data/dvf");
const sample = join(shared, "geo-dvf-33001-2021-sample.csv");
const rawLayout = join(shared, "valeursfoncieres-brut-echantillon-bouchonne.txt");
const [file] = dvf.source.files as readonly SourceFile[];
if (!file) throw new Error("la source n'a pas de fichier");
const plain = listForms(file)[1]!;

const directory = await mkdtemp(join(tmpdir(), "dvf-"));
afterAll(() => rm(directory, {recursive: true}));

const columns = Object.keys(file.columns);
const swapped = [...columns.slice(0, -2), "latitude", "longitude"];

/** A file of the producer: what the rows leave out is empty. */
async function write(name: string, header: readonly string[], rows: readonly Record<string, string>[]) {
  const path = join(directory, name);
  const lines = rows.map((row) => header.map((column) => row[column] ?? "").join(","));
  await writeFile(path, `${[header.join(","), ...lines].join("\n")}\n`);
  return path;
}

async function stage(paths: readonly string[], communes: readonly string[]): Promise<Warehouse> {
  const warehouse = await openWarehouse(":memory:");
  await registerRaw(
    warehouse,
    "dvf",
    file!,
    paths.map((path) => ({path, form: 1}))
  );
  await warehouse.run("create schema staging");
  await warehouse.run(
    `create table staging.perimetre__commune as select unnest([${communes.map((code) => `'${code}'`).join(", ")}]) as code_commune`
  );
  await buildModels(warehouse, await readModels([{directory: dvf.directory}]));
  return warehouse;
}

async function guilty(warehouse: Warehouse): Promise<Record<string, number>> {
  const results = await runChecks(warehouse, await readChecks([dvf.directory]));
  const broken = results.filter((check) => check.guilty > 0);
  return Object.fromEntries(broken.map((check) => [check.name.replace("dvf/", ""), check.guilty]));
}

const sale = (id: string, commune: string, more: Record<string, string> = {}) => ({
  id_mutation: id,
  date_mutation: `${id.slice(0, 4)}-03-01`,
  numero_disposition: "000001",
  nature_mutation: "Vente",
  valeur_fonciere: "136000",
  code_commune: commune,
  code_departement: commune.slice(0, 2),
  id_parcelle: `${commune}999ZZ0001`,
  ...more
});

test("les noms du producteur sont reconnus, France, département, commune ; le fichier brut l'est pour être refusé", () => {
  const known = listForms(file).map(({fileName}) => new RegExp(fileName, "iu"));
  const found = [
    "full.csv.gz",
    "full-2024.csv.gz",
    "77.csv.gz",
    "77284.csv",
    "2A004.csv",
    "974.csv.gz",
    "geo-dvf-33001-2021-sample.csv",
    "valeursfoncieres-brut-echantillon-bouchonne.txt",
    "ValeursFoncieres-2024.txt.zip",
    "epci.csv",
    "friches-77.csv"
  ].map((name) => known.findIndex((pattern) => pattern.test(name)));
  expect(found).toEqual([0, 0, 0, 1, 1, 0, 1, 1, 2, -1, -1]);
});

test("les deux dispositions de colonnes se lisent par leur nom", () => {
  expect(columns).toHaveLength(40);
  expect(matchHeader("classique", file, columns).unknown).toEqual([]);
  const match = matchHeader("réécrite", file, swapped);
  expect(match.columns).toMatchObject({latitude: "latitude", longitude: "longitude"});
});

test("le millésime est la date de la dernière vente", async () => {
  const opened = {
    file: "mutation",
    name: "full.csv",
    header: columns,
    periods: [],
    sample: [],
    lastModified: null,
    version: null,
    collectedAt: "2026-11-01T00:00:00Z"
  };
  expect(await dvf.readVintage({...opened, max: async () => "2026-06-30"})).toEqual({
    vintage: "30\u00a0juin 2026",
    vintageDate: "2026-06-30"
  });
  await expect(async () => dvf.readVintage({...opened, max: async () => "30/06/2026"})).rejects.toThrow(
    DataError
  );
});

test("staging réduit, type et masque ; l'année au défaut sépare ses ventes par commune", async () => {
  const classic = await write("full-2025.csv", columns, [
    sale("2025-1", "77284", {code_type_local: "4", type_local: "Local industriel. commercial ou assimilé"}),
    sale("2025-1", "77258", {lot1_numero: "12"}),
    sale("2025-2", "33001")
  ]);
  // 2026-1 est à Meaux, à Lognes et à Abzac : le même jour, le même prix, trois ventes sans lien.
  const rewritten = await write("full-2026.csv", swapped, [
    sale("2026-1", "77284", {valeur_fonciere: "136000.0", numero_disposition: "1", code_type_local: "4.0"}),
    sale("2026-1", "77258", {valeur_fonciere: "136000.0"}),
    sale("2026-1", "33001", {valeur_fonciere: "136000.0"}),
    sale("2026-2", "33001", {valeur_fonciere: ""})
  ]);
  const warehouse = await stage([classic, rewritten], ["77284"]);
  const kept = await warehouse.all<Record<string, unknown>>(
    `select year(date_mutation) as annee, count(*) as lignes, count(distinct mutation) as mutations,
      bool_and(est_cle_fragile) as est_cle_fragile, list(distinct valeur_fonciere) as prix,
      list(distinct code_type_local) filter (code_type_local is not null) as types
    from staging.dvf__mutation group by all order by all`
  );
  expect(kept).toEqual([
    {annee: 2025, lignes: 2, mutations: 1, est_cle_fragile: false, prix: [136000], types: ["4"]},
    {annee: 2026, lignes: 2, mutations: 2, est_cle_fragile: true, prix: [136000], types: ["4"]}
  ]);
  // En 2026, une mutation sur deux a des lignes dans deux départements.
  expect(
    await warehouse.all("select * exclude (annee) from staging.dvf__qualite where annee = 2026")
  ).toEqual([
    {
      mutations: 2,
      mutations_plusieurs_departements: 1,
      mutations_plusieurs_communes: 1,
      est_verifiable: true,
      est_cle_fragile: true
    }
  ]);
  const text = JSON.stringify(await warehouse.all("from staging.dvf__mutation"));
  expect(text).not.toMatch(/999ZZ|"2025-1"|"2026-1"|"12"/);
  expect(await accountRows(warehouse, "dvf", file, {read: 7})).toEqual({
    read: 7,
    loaded: 7,
    rejected: 0,
    duplicates: 0,
    kept: 4
  });
  warehouse.close();
});

test("un fichier sans défaut, ou d'un seul département, garde son identifiant", async () => {
  const path = await write("77.csv", columns, [sale("2025-1", "77284"), sale("2025-1", "77258")]);
  const warehouse = await stage([path], ["77284"]);
  expect(await warehouse.all("from staging.dvf__qualite")).toMatchObject([
    {mutations: 1, mutations_plusieurs_communes: 1, est_verifiable: false, est_cle_fragile: false}
  ]);
  expect(await guilty(warehouse)).toEqual({qualite_identifiant_verifiable: 1});
  warehouse.close();
});

test("un département d'outre-mer garde ses trois chiffres, un seul chiffre retrouve son zéro", async () => {
  const path = await write("full-2025.csv", columns, [
    sale("2025-1", "97411", {code_departement: "974"}),
    sale("2025-2", "97209", {code_departement: "972"}),
    sale("2025-3", "01004", {code_departement: "1"})
  ]);
  const warehouse = await stage([path], ["97411"]);
  expect(await warehouse.all("select code_departement, code_commune from staging.dvf__mutation")).toEqual([
    {code_departement: "974", code_commune: "97411"}
  ]);
  expect(
    await warehouse.all("select code_departement, lignes from staging.dvf__national order by all")
  ).toEqual([
    {code_departement: "01", lignes: 1},
    {code_departement: "972", lignes: 1},
    {code_departement: "974", lignes: 1}
  ]);
  expect(await guilty(warehouse)).toEqual({});
  warehouse.close();
});

test("une cellule illisible est une ligne rejetée, et comptée", async () => {
  const path = await write("full-2025.csv", columns, [
    ...Array.from({length: 1200}, (_, rank) => sale(`2025-${rank}`, "77284")),
    sale("2025-x", "77284", {surface_terrain: "douze"}),
    sale("2025-y", "33001")
  ]);
  const warehouse = await stage([path], ["77284"]);
  expect(await accountRows(warehouse, "dvf", file, {read: 1202})).toEqual({
    read: 1202,
    loaded: 1201,
    rejected: 1,
    duplicates: 0,
    kept: 1200
  });
  warehouse.close();
});

test("chaque contrôle nomme les lignes coupables", async () => {
  const first = await write("full-2022.csv", columns, [
    sale("2022-1", "77284"),
    sale("2022-1", "77284", {valeur_fonciere: "1"}),
    sale("2022-2", "77284", {code_type_local: "5", type_local: "Château"}),
    sale("2022-3", "77284", {nature_mutation: "Donation"}),
    sale("2022-4", "77284", {surface_terrain: "-1"}),
    sale("2022-5", "33001", {code_departement: "77"}),
    sale("2022-6", "33001"),
    sale("2022-7", "33001", {code_departement: "Gironde"})
  ]);
  const last = await write("full-2024.csv", columns, [
    sale("2024-1", "77284", {valeur_fonciere: ""}),
    sale("2024-1", "33001", {valeur_fonciere: ""})
  ]);
  const warehouse = await stage([first, last], ["77284"]);
  expect(await guilty(warehouse)).toEqual({
    mutation_commune_du_departement: 1,
    mutation_local_reconnu: 1,
    mutation_mesures_positives: 1,
    mutation_nature_reconnue: 1,
    mutation_un_prix_une_date: 1,
    national_annees_sans_trou: 1,
    national_cellules_vides: 1,
    national_departement_lisible: 1,
    qualite_identifiant_fiable: 1
  });
  await warehouse.run(
    "delete from staging.dvf__mutation where year(date_mutation) = 2024 or code_type_local = '5'"
  );
  await warehouse.run("insert into staging.dvf__national from staging.dvf__national where annee = 2024");
  await warehouse.run(
    "update staging.dvf__qualite set annee = 2023, mutations_plusieurs_departements = 9 where annee = 2024"
  );
  expect(await guilty(warehouse)).toMatchObject({
    mutation_lignes_du_national: 1,
    national_une_ligne: 2,
    qualite_une_ligne_par_annee: 2,
    qualite_parts_possibles: 1
  });
  warehouse.close();
});

test.skipIf(!existsSync(sample))(
  "l'extrait réel d'Abzac passe le chemin réel (sauté sans le dossier des extraits)",
  async () => {
    const where = "dvf/mutation";
    const inspection = await inspectFile(sample, plain, {where, communes: []});
    // Comptés à part, en Python (module csv) : 164 lignes, 50 id_mutation, en-tête de 40 colonnes, dernière vente le 29 décembre 2021 ;
    // plus bas, 123 id_parcelle, 58 lignes avec un type de local, plus grande surface de terrain 25 450 m².
    expect([inspection.rows, inspection.header.length]).toEqual([164, 40]);
    expect(inspection.match.unknown).toEqual([]);
    expect(await inspection.max("date_mutation")).toBe("2021-12-29");
    await expect(inspectFile(sample, plain, {where, communes: ["77284"]})).rejects.toThrow(
      /au moins une des 1 communes du périmètre/
    );
    const warehouse = await stage([sample], ["33001"]);
    expect(await accountRows(warehouse, "dvf", file, {read: 164})).toMatchObject({loaded: 164, kept: 164});
    expect(
      await warehouse.all(
        `select count(distinct mutation) as mutations, count(distinct parcelle) as parcelles,
          count(code_type_local) as lignes_de_local, max(surface_terrain) as plus_grand_terrain from staging.dvf__mutation`
      )
    ).toEqual([{mutations: 50, parcelles: 123, lignes_de_local: 58, plus_grand_terrain: 25_450}]);
    expect(await guilty(warehouse)).toEqual({qualite_identifiant_verifiable: 1});
    warehouse.close();
  }
);

test.skipIf(!existsSync(rawLayout))(
  "le fichier brut de la DGFiP est refusé, avec ce qu'il faut donner (sauté sans le dossier des extraits)",
  async () => {
    await expect(inspectFile(rawLayout, plain, {where: "dvf/mutation", communes: []})).rejects.toThrow(
      /trouvé le fichier brut de la DGFiP .+donner la version géolocalisée .+files\.data\.gouv\.fr\/geo-dvf/
    );
  }
);

test("les fichiers simulés : un par année, le dernier dans la disposition et avec le défaut de 2026", async () => {
  const world = await createWorld({projectRoot, only: "geographie"});
  try {
    // Le département du domicile, à volume réel, est réduit à deux communes.
    await world.run(
      "delete from world.commune where code_departement = '77' and code_commune not in ('77284', '77258')"
    );
    const written = (await dvf.simulate?.(world, directory)) ?? [];
    expect(written.map(({file: id, path}) => `${id} ${path.slice(-13)}`)).toEqual(
      [2021, 2022, 2023, 2024, 2025, 2026].map((year) => `mutation full-${year}.csv`)
    );
    const texts = await Promise.all(written.map(({path}) => readFile(path, "utf8")));
    expect(texts.map((text) => text.slice(0, text.indexOf("\n")))).toEqual([
      ...Array.from({length: 5}, () => columns.join(",")),
      swapped.join(",")
    ]);
    expect(texts.every((text) => text.includes(",RUE SIMULÉE,") && text.includes("999ZZ"))).toBe(true);
    expect(texts.join("").includes(",67482,")).toBe(false);
    const warehouse = await stage(
      written.map(({path}) => path),
      ["77284"]
    );
    expect(
      await warehouse.all("select annee, est_cle_fragile from staging.dvf__qualite order by annee")
    ).toEqual(
      [2021, 2022, 2023, 2024, 2025, 2026].map((annee) => ({annee, est_cle_fragile: annee === 2026}))
    );
    expect(await guilty(warehouse)).toEqual({qualite_identifiant_fiable: 1});
    warehouse.close();
  } finally {
    world.close();
  }
}, 120_000);
