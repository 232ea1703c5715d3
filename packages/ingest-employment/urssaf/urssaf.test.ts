import {mkdtemp, open, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DataError, matchHeader} from "@observatoire/catalog";
import {createWorld} from "@observatoire/simulate";
import {openWarehouse, readChecks, runChecks} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {urssaf} from "./index.ts";

const projectRoot = join(urssaf.directory, "../../..");
const [file] = urssaf.source.files;
if (!file) throw new Error("la source n'a pas de fichier");

const technical = [
  ...Object.keys(file.columns),
  ...["2024", "2025"].flatMap((year) => [`nombre_d_etablissements_${year}`, `effectifs_salaries_${year}`])
];

const opened = {
  file: "commune_ape",
  name: "x.csv",
  header: technical,
  sample: [],
  lastModified: null,
  version: null,
  collectedAt: "2026-06-01T00:00:00Z",
  max: async () => null
};

test("les colonnes se lient par leur nom, dans n'importe quel ordre", () => {
  const match = matchHeader("test", file, [...technical].reverse());
  expect(match.columns.code_ape).toBe("code_ape");
  expect(match.periods).toEqual(["2024", "2025"]);
  expect(match.unknown).toEqual([]);
});

test("les en-têtes en français valent les en-têtes techniques", () => {
  const labels = Object.entries(file.columns).map(([name, column]) => column.aliases?.[0] ?? name);
  const years = ["Nombre d'établissements 2025", "Effectifs salariés 2025"];
  const match = matchHeader("test", file, [...labels, ...years]);
  expect(match.columns.code_commune).toBe("Code commune");
  expect(match.columns.commune).toBe("Commune");
  expect(match.families.map(({family, period}) => `${family} ${period}`)).toEqual([
    "nombre_d_etablissements 2025",
    "effectifs_salaries 2025"
  ]);
  expect(match.unknown).toEqual([]);
});

test("une année de plus est acceptée et devient le millésime", () => {
  const header = [...technical, "nombre_d_etablissements_2026", "effectifs_salaries_2026"];
  const {periods} = matchHeader("test", file, header);
  expect(urssaf.readVintage({...opened, header, periods})).toEqual({
    vintage: "31 décembre 2026",
    vintageDate: "2026-12-31"
  });
});

test("une colonne utile absente est refusée, une colonne de libellé absente ne l'est pas", () => {
  const without = (name: string) => technical.filter((header) => header !== name);
  expect(() => matchHeader("test", file, without("code_ape"))).toThrow(DataError);
  expect(matchHeader("test", file, without("secteur_na88")).columns.secteur_na88).toBeNull();
});

test("le nom du fichier est reconnu, copie du navigateur comprise", () => {
  const pattern = new RegExp(file.fileName, "i");
  const name = "etablissements-et-effectifs-salaries-au-niveau-commune-x-ape-last";
  expect([`${name}.csv`, `${name} (1).csv`, "epci.csv"].map((text) => pattern.test(text))).toEqual([
    true,
    true,
    false
  ]);
});

const readSql = (path: string) => readFile(join(urssaf.directory, path), "utf8");

async function openStaging(rows: string) {
  const warehouse = await openWarehouse(":memory:");
  await warehouse.run("create schema raw; create schema staging; create schema core");
  await warehouse.run(`
    create table raw.urssaf__commune_ape (
      code_commune varchar, code_ape varchar, grand_secteur_d_activite varchar,
      nombre_d_etablissements_2024 bigint, effectifs_salaries_2024 bigint,
      nombre_d_etablissements_2025 bigint, effectifs_salaries_2025 bigint
    );
    insert into raw.urssaf__commune_ape values ${rows}`);
  await warehouse.run(
    `create table staging.urssaf__commune_ape as ${await readSql("staging/commune_ape.sql")}`
  );
  return warehouse;
}

test("staging décode le grand secteur par son texte et met l'intérim à part ; un vide reste inconnu", async () => {
  const warehouse = await openStaging(`
    ('77284', '1071C', 'GS1 Industrie', 9, 80, 10, 90),
    ('77284', '7820Z', 'GS9 Intérim', null, null, 3, 1000),
    ('77284', '6202A', 'GS5 Autres services marchands hors intérim', 1, 2, 1, 3),
    ('2A004', '8891A', 'GS6 Services non marchands', 1, 2, 1, 3),
    ('77284', '5610A', 'GS4 Hôtellerie-restauration', 1, 2, 1, 3)`);
  const rows = await warehouse.all("from staging.urssaf__commune_ape order by code_ape");
  expect(rows[0]).toEqual({
    code_commune: "77284",
    code_ape: "1071C",
    division: "10",
    grand_secteur: "industrie",
    est_interim: false,
    etablissements_2024: 9,
    etablissements_2025: 10,
    effectif_2024: 80,
    effectif_2025: 90
  });
  expect(rows.map((row) => row.grand_secteur)).toEqual([
    "industrie",
    "hotellerie_restauration",
    "autres_services",
    "interim",
    "non_marchand"
  ]);
  expect(rows[3]).toMatchObject({est_interim: true, effectif_2024: null, effectif_2025: 1000});
  warehouse.close();
});

test("chaque contrôle nomme les lignes coupables", async () => {
  const warehouse = await openStaging(`
    ('77284', '1071C', 'GS1 Industrie', 9, 80, 10, -1),
    ('77284', '62.02A', 'GS5 Autres services marchands hors intérim', 1, 2, 1, 3),
    ('77284', '7820Z', 'GS8 Espace', 1, 2, 1, 4),
    ('77284', '7830Z', 'GS6 Intérim', 1, 2, 1, 5)`);
  // 2024 : 80 + 2 + 2 + 2 = 86, conservé ; 2025 : -1 + 3 + 4 + 5 = 11, mais 10 après rattachement.
  await warehouse.run(
    "create table core.emploi_prive as from (values (2024, 86.0), (2025, 10.0)) as t(annee, effectif)"
  );
  await warehouse.run(`
    create table core.emploi_territoire as
    from (values
      ('commune', '77284', 2025, 'TOTAL', '_T', false, 11.0, 4.0),
      ('commune', '77284', 2025, 'TOTAL', '_T', true, 7.0, 3.0),
      ('commune', '77284', 2025, 'GS', 'industrie', false, 10.0, 4.0)
    ) as t(niveau, code_territoire, annee, nomenclature, modalite, est_hors_interim, effectif, etablissements)`);
  const results = await runChecks(warehouse, await readChecks([urssaf.directory]));
  expect(Object.fromEntries(results.map(({name, guilty}) => [name, guilty]))).toEqual({
    "urssaf/code_ape_sans_point": 1,
    "urssaf/effectif_conserve": 1,
    "urssaf/effectif_positif_ou_nul": 1,
    "urssaf/grand_secteur_reconnu": 1,
    "urssaf/interim_est_7820z": 1,
    "urssaf/somme_grands_secteurs_egale_total": 1
  });
  warehouse.close();
});

test("le fichier simulé a l'en-tête du producteur : BOM, point-virgule, deux colonnes par année", async () => {
  const world = await createWorld({projectRoot, only: "geographie"});
  const directory = await mkdtemp(join(tmpdir(), "urssaf-"));
  try {
    await world.run(`
      create table world.ape as from (values
        ('10.71C', 'Boulangerie', '10', 'Industries alimentaires', 'CA', 'Agroalimentaire', 'C1', 'Agroalimentaire', 'industrie'),
        ('49.41A', 'Fret ; route', '49', 'Transports terrestres', 'HZ', 'Transports', 'HZ', 'Transports', 'autres_services')
      ) as t(code_ape, libelle, division, libelle_division, a38, libelle_a38, a17, libelle_a17, grand_secteur);
      create table world.emploi_commune_ape_large as from (values
        ('94065', '49.41A', 1, 7, 2, 9), ('77284', '10.71C', 3, 12, 3, 13)
      ) as t(code_commune, code_ape, etablissements_2024, effectif_2024, etablissements_2025, effectif_2025)`);
    const [written] = (await urssaf.simulate?.(world, directory)) ?? [];
    const text = await readFile(written!.path, "utf8");
    const lines = text.split("\n");
    expect(lines[0]).toBe(`\ufeff${technical.join(";")}`);
    expect(lines[1]).toContain(";77284 Meaux;GS1 Industrie;");
    expect(lines[1]?.endsWith(";77284;1071C;3;12;3;13")).toBe(true);
    expect(lines[2]).toContain(";94065 Rungis;GS5 Autres services marchands hors intérim;");
    expect(lines[2]).toContain(';49 Transports terrestres;"4941A Fret ; route";');
    expect(lines.slice(3)).toEqual([""]);
    const handle = await open(written!.path);
    expect([...(await handle.read(Buffer.alloc(3), 0, 3, 0)).buffer]).toEqual([0xef, 0xbb, 0xbf]);
    await handle.close();
  } finally {
    world.close();
    await rm(directory, {recursive: true});
  }
}, 60_000);
