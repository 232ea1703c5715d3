import {existsSync, readFileSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createWorld, type World} from "@observatoire/simulate";
import {afterAll, beforeAll, expect, test} from "vitest";
import {modules} from "../src/index.ts";
import {sireneEtablissement} from "./index.ts";

const projectRoot = join(sireneEtablissement.directory, "../../..");
const columnsFile = join(projectRoot, "../shared/data/sirene/colonnes_sirene.csv");
const stocks = {
  sirene_etablissement: "StockEtablissement",
  sirene_unite_legale: "StockUniteLegale",
  sirene_historique: "StockEtablissementHistorique",
  sirene_succession: "StockEtablissementLiensSuccession",
  sirene_geolocalisation: "GeolocalisationEtablissement"
};

let world: World;
let directory: string;
const paths = new Map<string, string>();

/** Un monde de quatre établissements : deux à Meaux (un diffusible, un non), un siège et son établissement à Rungis. */
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "sirene-"));
  world = await createWorld({projectRoot, only: "geographie"});
  await world.run(`
    create table latent.lieu as from (values
      (1, '77284', 'Meaux', '77', true, true, false, '77100', 2.9, 48.96, 692700.0, 6873000.0, null::varchar[]),
      (2, '94065', 'Rungis', '94', false, false, false, '94150', 2.35, 48.75, 652000.0, 6849000.0, null)
    ) as t(commune, code_commune, nom_commune, code_departement, est_pres_du_domicile, est_domicile, est_outre_mer, code_postal, longitude, latitude, x, y, arrondissements);
    create table world.etablissement_sirene as
    select siret(entreprise, rang) as siret, siren(entreprise) as siren, right(cast(100000 + rang as varchar), 5) as nic,
      code_ape, date_creation, date_fermeture, est_siege, effectif, code_juridique, est_diffusible, alea, entreprise, rang, commune
    from (values
      (111111110::bigint, 13, 1, '10.71C', date '2015-03-02', null::date, true, 12, 5710, true, 34562315190272),
      (222222220, 13, 1, '43.21A', date '2001-05-06', null, true, 11, 1000, false, 34562315190272),
      (333333330, 13, 2, '70.22Z', date '2012-01-15', null, true, 3, 5710, true, 4611000000000000001),
      (333333330, 23, 2, '70.22Z', date '2013-02-03', date '2020-06-07', false, 0, 5710, true, 4611000000000000001)
    ) as t(entreprise, rang, commune, code_ape, date_creation, date_fermeture, est_siege, effectif, code_juridique, est_diffusible, alea);
    create table world.succession as select '33333333000023' as siret_predecesseur, '33333333000013' as siret_successeur,
      date '2020-06-07' as date_lien, false as transfert_siege, true as continuite_economique`);
  for (const {source, simulate} of modules) {
    const [written] = (await simulate?.(world, directory)) ?? [];
    expect(written?.file).toBe(source.files[0]?.id);
    expect(written?.path.split("/").at(-1)).toMatch(new RegExp(source.files[0]?.fileName ?? "$^", "i"));
    paths.set(source.id, written!.path);
  }
}, 120_000);
afterAll(async () => {
  world.close();
  await rm(directory, {recursive: true});
});

const read = <T>(source: string, select: string) =>
  world.all<T>(select.replace("fichier", `read_parquet('${paths.get(source)}')`));

test("chaque fichier a le nombre de colonnes du producteur", async () => {
  const counts = await Promise.all(
    Object.keys(stocks).map(async (source) => (await read(source, "describe from fichier")).length)
  );
  expect(counts).toEqual([54, 35, 18, 6, 19]);
});

test.skipIf(!existsSync(columnsFile))(
  "les colonnes ont les noms, l'ordre et les types du producteur (../shared/data absent : non vérifié)",
  async () => {
    const lines = readFileSync(columnsFile, "utf8")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(","));
    for (const [source, stock] of Object.entries(stocks)) {
      const found = await read<{column_name: string; column_type: string}>(source, "describe from fichier");
      const expected = lines
        .filter(([file]) => file === stock)
        .map(([, , name, type]) => `${name?.trim()} ${type?.replace("DATETIME", "TIMESTAMP")}`);
      expect(found.map(({column_name, column_type}) => `${column_name} ${column_type}`)).toEqual(expected);
    }
  }
);

test("une unité à diffusion partielle est masquée, sauf le canari que le producteur aurait oublié", async () => {
  const [row] = await read<Record<string, unknown>>(
    "sirene_etablissement",
    "from fichier where statutDiffusionEtablissement = 'P'"
  );
  expect(row).toMatchObject({
    siren: "222222220",
    trancheEffectifsEtablissement: "11",
    numeroVoieEtablissement: "[ND]",
    libelleVoieEtablissement: "[ND]",
    codePostalEtablissement: "[ND]",
    coordonneeLambertAbscisseEtablissement: "[ND]",
    libelleCommuneEtablissement: "Meaux",
    codeCommuneEtablissement: "77284",
    enseigne1Etablissement: "CANARI-P-22222222000013",
    activitePrincipaleNAF25Etablissement: "43.21G"
  });
  expect(
    await read(
      "sirene_unite_legale",
      "select nomUniteLegale as nom from fichier where statutDiffusionUniteLegale = 'P'"
    )
  ).toEqual([{nom: "[ND]"}]);
  // Le point existe : au lecteur de ne pas le montrer.
  expect(
    await read(
      "sirene_geolocalisation",
      "select count(*)::integer as n from fichier where siret = '22222222000013'"
    )
  ).toEqual([{n: 1}]);
});

test("les périodes s'enchaînent et la dernière est celle du stock", async () => {
  // Créé le 6 mai 2001, donc en NAF 1993, puis passé en NAF rév. 2 le 1er janvier 2008 avec tous les autres.
  expect(
    await read(
      "sirene_historique",
      `select strftime("dateDebut", '%Y-%m-%d') as debut, strftime("dateFin", '%Y-%m-%d') as fin,
        "nomenclatureActivitePrincipaleEtablissement" as nomenclature
       from fichier where siren = '222222220' order by 1`
    )
  ).toEqual([
    {debut: "2001-05-06", fin: "2007-12-31", nomenclature: "NAF1993"},
    {debut: "2008-01-01", fin: null, nomenclature: "NAFRev2"}
  ]);
  expect(
    await world.all(`
      select siret from read_parquet('${paths.get("sirene_historique")}') as periode
      join read_parquet('${paths.get("sirene_etablissement")}') as stock using (siret)
      where periode.dateFin is null and (periode.dateDebut, periode.etatAdministratifEtablissement)
        is distinct from (stock.dateDebut, stock.etatAdministratifEtablissement)`)
  ).toEqual([]);
});
