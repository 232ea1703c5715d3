import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {listForms, type SourceFile} from "@observatoire/catalog";
import {accountRows, buildModels, inspectFile, readModels, registerRaw} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {sireneEtablissement} from "../sirene_etablissement/index.ts";
import {openSirene} from "../test/build-sirene.ts";
import {modules} from "./index.ts";

const declared: readonly SourceFile[] = modules.flatMap(({source}) => source.files);
const [file] = sireneEtablissement.source.files;

/** Files, among all those of the room, that take a name for theirs: "etablissement parquet". */
const taking = (name: string) =>
  declared.flatMap((one) =>
    listForms(one).flatMap(({fileName}, form) =>
      new RegExp(fileName, "iu").test(name) ? [`${one.id} ${["parquet", "zip", "csv"][form]}`] : []
    )
  );

test("chaque nom du producteur mène à un fichier et à une forme, un seul de chaque", () => {
  expect(taking("StockEtablissement_utf8.parquet")).toEqual(["etablissement parquet"]);
  expect(taking("stock-stocketablissement-parquet.parquet")).toEqual(["etablissement parquet"]);
  expect(taking("StockEtablissement_utf8.zip")).toEqual(["etablissement zip"]);
  expect(taking("StockEtablissement_utf8.csv")).toEqual(["etablissement csv"]);
  expect(taking("StockEtablissement_utf8.header.csv")).toEqual(["etablissement csv"]);
  expect(taking("StockUniteLegale_utf8.parquet")).toEqual(["unite_legale parquet"]);
  expect(taking("StockEtablissementHistorique_utf8.zip")).toEqual(["periode zip"]);
  expect(taking("stock-stocketablissementhistorique-parquet.parquet")).toEqual(["periode parquet"]);
  expect(taking("StockEtablissementLiensSuccession_utf8.csv")).toEqual(["lien csv"]);
  expect(taking("GeolocalisationEtablissement_Sirene_pour_etudes_statistiques_utf8.zip")).toEqual([
    "point zip"
  ]);
  for (const other of ["StockUniteLegaleHistorique_utf8.zip", "StockDoublons_utf8.csv", "etablissements.csv"])
    expect(taking(other), other).toEqual([]);
});

test("chaque forme a son adresse stable, et les déclarations survivent à JSON", () => {
  const addresses = declared.flatMap((one) =>
    listForms(one).map(({transport}) =>
      transport.kind === "datagouv-ressource" ? transport.resource : transport.kind
    )
  );
  // Cinq parquets et cinq zips ; le CSV nu n'a pas d'adresse à lui.
  expect(new Set(addresses).size).toBe(10);
  expect(addresses.every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  expect(JSON.parse(JSON.stringify(declared))).toEqual(declared);
});

const header = listForms(file!)[0]!.columns;
const names = Object.entries(header).map(([name, {aliases}]) => aliases?.[0] ?? name);

test("le CSV se lit avec ses barres obliques inverses, ses guillemets doublés et ses années absurdes ; chaque ligne est comptée", async () => {
  const line = (cells: Readonly<Record<string, string>>) =>
    Object.keys(header)
      .map((name) => cells[name] ?? "")
      .join(",");
  const row = (siret: string, more: Readonly<Record<string, string>>) =>
    line({
      siret,
      siren: siret.slice(0, 9),
      nic: siret.slice(9),
      statut_diffusion: "O",
      date_creation: "2015-04-01",
      date_debut: "2015-04-01",
      est_siege: "true",
      etat_administratif: "A",
      code_commune: "77284",
      activite_principale: "47.11F",
      ...more
    });
  const directory = await mkdtemp(join(tmpdir(), "sirene-"));
  const path = join(directory, "StockEtablissement_utf8.csv");
  const warehouse = await openSirene();
  try {
    const lines = [
      names.join(","),
      row("11111111100011", {nomenclature: '"A ""B"""', date_creation: "0004-01-01"}),
      row("22222222200011", {nomenclature: "foo\\bar", date_creation: "7490-01-01", annee_effectifs: "2024"}),
      row("33333333300011", {nomenclature: '"virgule, et\nretour"', est_siege: "false"}),
      row("33333333300011", {nomenclature: '"virgule, et\nretour"', est_siege: "false"}),
      row("44444444400011", {code_commune: "", date_creation: ""})
    ];
    await writeFile(path, `${lines.join("\n")}\n`);
    const form = 2;
    const csv = listForms(file!)[form]!;
    const inspection = await inspectFile(path, csv, {where: "sirene", communes: ["77284"]});
    expect(inspection).toMatchObject({rows: 5, covered: 1, partial: true});
    await registerRaw(warehouse, "sirene_etablissement", file!, {path, form, match: inspection.match});
    await buildModels(warehouse, await readModels([{directory: sireneEtablissement.directory}]));
    // Le doublon est retiré de la liste du périmètre ; l'agrégat national, lui, a vu les cinq lignes.
    expect(await accountRows(warehouse, "sirene_etablissement", file!, {read: 5})).toEqual({
      read: 5,
      loaded: 5,
      rejected: 0,
      duplicates: 0,
      kept: 3
    });
    expect(
      await warehouse.all(
        "select nomenclature, date_creation, qualite_date as q, est_siege as s from staging.sirene_etablissement__etablissement order by siret"
      )
    ).toEqual([
      {nomenclature: 'A "B"', date_creation: null, q: "absurde", s: true},
      {nomenclature: "foo\\bar", date_creation: null, q: "future", s: true},
      {nomenclature: "virgule, et\nretour", date_creation: "2015-04-01", q: "connue", s: false}
    ]);
  } finally {
    warehouse.close();
    await rm(directory, {recursive: true});
  }
});
