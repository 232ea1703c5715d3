import {existsSync, readdirSync, readFileSync} from "node:fs";
import {extname, join} from "node:path";
import {DataError, errorCodes} from "@observatoire/catalog";
import {openWarehouse, quoteIdentifier, quoteText, type Warehouse} from "@observatoire/warehouse";
import {openProject} from "./project.ts";
import {requireRun} from "./run-folder.ts";

/**
 * Looks in every byte of the demo's sites for what its simulated files hold and must never come out: canaries, names and
 * addresses of protected units, DVF rows and parcels. It reads the producers' files itself, apart from the gate.
 */
const project = openProject();
try {
  const warehouse = await openWarehouse(":memory:");
  const secrets = await readSecrets(warehouse);
  const sites = ["site", "site-comite"].map((name) => join(requireRun(project), name)).filter(existsSync);
  const texts = (await Promise.all(sites.map((site) => readSite(warehouse, site)))).flat();
  warehouse.close();
  const found = texts.flatMap(({file, words}) =>
    words.filter((word) => secrets.has(word)).map((word) => ({file, word}))
  );
  const canaries = texts.filter(({hasCanary}) => hasCanary).map(({file}) => ({file, word: "CANARI"}));
  const leaks = [...found, ...canaries];
  for (const {file, word} of leaks.slice(0, 10)) console.error(`  ${file} : ${word}`);
  console.log(
    `${texts.length} fichiers du site, ${secrets.size} valeurs à ne pas montrer, ${leaks.length} trouvées`
  );
  // A demo with nothing to hide would prove nothing.
  const isProven = secrets.size > 1000;
  if (!isProven) console.error("trop peu de valeurs protégées dans les fichiers simulés pour conclure");
  process.exitCode = leaks.length === 0 && isProven ? 0 : errorCodes.DISCLOSURE;
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  console.error(error.message);
  process.exitCode = errorCodes[error.code];
}

/** Words of the simulated files, as they stand there, that no page may hold. */
async function readSecrets(warehouse: Warehouse): Promise<Set<string>> {
  const file = (source: string, name: string) => quoteText(join(project.simulated, source, name));
  const stock = `read_parquet(${file("sirene_etablissement", "*.parquet")})`;
  const units = `read_parquet(${file("sirene_unite_legale", "*.parquet")})`;
  const sales = `read_csv(${file("dvf", "*.csv")}, all_varchar = true, union_by_name = true)`;
  const here = "codeCommuneEtablissement like '77%'";
  const values = await warehouse.all<{valeur: string}>(`
    with unite as (
      select siren, unnest([nomUniteLegale, nomUsageUniteLegale, pseudonymeUniteLegale, sigleUniteLegale, denominationUniteLegale,
        denominationUsuelle1UniteLegale, denominationUsuelle2UniteLegale]) as valeur
      from ${units} where statutDiffusionUniteLegale = 'P' or categorieJuridiqueUniteLegale::varchar = '1000'
    )
    select unnest([siret, enseigne1Etablissement, enseigne2Etablissement, denominationUsuelleEtablissement, libelleVoieEtablissement]) as valeur
    from ${stock} where ${here} and statutDiffusionEtablissement = 'P'
    union select valeur from unite semi join (from ${stock} where ${here}) as stock using (siren)
    union select unnest([id_parcelle, id_mutation, id_mutation || ',']) from ${sales} where code_departement = '77'`);
  return new Set(
    values
      .map(({valeur}) => valeur)
      .filter((valeur) => valeur !== null && valeur !== "[ND]" && valeur.length >= 6)
  );
}

/** Every text of the site cut into the pieces a secret could be: cells, attributes, words and groups of words. */
async function readSite(warehouse: Warehouse, site: string) {
  const paths = readdirSync(site, {recursive: true, encoding: "utf8", withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => {
      const text =
        extname(path) === ".parquet" ? await readTable(warehouse, path) : readFileSync(path, "utf8");
      const cells = text.split(/[<>"',;=\n\t]+/).map((cell) => cell.trim());
      const words = [...new Set([...cells, ...text.split(/[^\p{L}\p{N}-]+/u)])];
      return {file: path.slice(site.length + 1), words, hasCanary: /canari/i.test(text)};
    })
  );
}

async function readTable(warehouse: Warehouse, path: string): Promise<string> {
  const columns = await warehouse.all<{column_name: string}>(
    `select column_name from (describe from read_parquet(${quoteText(path)})) where column_type = 'VARCHAR'`
  );
  const cells = columns.map(
    ({column_name}) =>
      `select distinct ${quoteIdentifier(column_name)} as texte from read_parquet(${quoteText(path)})`
  );
  const rows = await warehouse.all<{texte: string | null}>(cells.join(" union "));
  return rows.map(({texte}) => texte ?? "").join("\n");
}
