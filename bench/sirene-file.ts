import {readFileSync, statfsSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {formatNumber} from "@observatoire/catalog";
import {openWarehouse, quoteText} from "@observatoire/warehouse";

const root = fileURLToPath(new URL("..", import.meta.url));
const macros = join(root, "packages/simulate/world/macros.sql");
/** Bytes a row takes on disk: about 215 as CSV, 60 as parquet, the rest for what the loads spill. */
const bytesPerRow = 360;
/** A territory has 0.2 % of France: as many rows as its share of the population. */
const buckets = 65_536;

/** The files of one benchmark, and the perimeter they are loaded for. */
export interface SireneFiles {
  parquet: string;
  csv: string;
  /** Succession links: one row for 25 establishments. */
  links: string;
  /** One column, `code_commune`. */
  perimeter: string;
}

/** Throws when `directory` cannot hold the files of `rows` establishments. */
export function refuseFullDisk(directory: string, rows: number): void {
  const {bavail, bsize} = statfsSync(directory);
  const [free, needed] = [bavail * bsize, rows * bytesPerRow].map((bytes) => bytes / 1e9) as [number, number];
  if (free > needed) return;
  const gigabytes = (value: number) => `${formatNumber(value, {decimals: 1})} Go`;
  throw new Error(
    `${formatNumber(rows)} lignes demandent ${gigabytes(needed)} dans ${directory}, où il en reste ${gigabytes(free)} : libérer de la place, désigner un autre dossier par TMPDIR, ou demander moins de lignes par --rows`
  );
}

/**
 * Writes a StockEtablissement of `rows` fictional establishments as parquet and as CSV (the producer's 54 columns), by
 * streaming: nothing of it is held in memory. Same shares of states, employers, sizes, partial diffusion and dirt as in life.
 */
export async function writeSireneFiles(directory: string, rows: number): Promise<SireneFiles> {
  const files: SireneFiles = {
    parquet: join(directory, "StockEtablissement_utf8.parquet"),
    csv: join(directory, "StockEtablissement_utf8.csv"),
    links: join(directory, "StockEtablissementLiensSuccession_utf8.parquet"),
    perimeter: join(directory, "perimetre.parquet")
  };
  const database = await openWarehouse(":memory:", {
    threads: 2,
    memoryLimit: "4GB",
    tempDirectory: directory
  });
  try {
    await database.run("set variable graine = 77");
    await database.run(readFileSync(macros, "utf8"));
    await database.run("set preserve_insertion_order = false");
    await createCommunes(database);
    const write = (select: string, path: string, options: string) =>
      database.run(`copy (${select}) to ${quoteText(path)} (${options})`);
    await write("select code_commune from commune where est_perimetre", files.perimeter, "format parquet");
    await write(
      `select
         siret(entreprise(rang * 25 * 2 // 3), 13 + rang * 25 % 3) as "siretEtablissementPredecesseur",
         siret(entreprise((rang * 25 + 1) * 2 // 3), 13 + (rang * 25 + 1) % 3) as "siretEtablissementSuccesseur",
         date '2009-01-01' + cast(hash(rang, 'lien') % 6500 as integer) as "dateLienSuccession",
         rang % 2 = 0 as "transfertSiege",
         rang % 5 > 0 as "continuiteEconomique",
         timestamp '2026-10-31' as "dateDernierTraitementLienSuccession"
       from range(${Math.floor(rows / 25)}) as t(rang)`,
      files.links,
      "format parquet"
    );
    await write(establishments(rows), files.parquet, "format parquet");
    await write(
      `from read_parquet(${quoteText(files.parquet)})`,
      files.csv,
      "format csv, header true, timestampformat '%Y-%m-%dT%H:%M:%S'"
    );
  } finally {
    database.close();
  }
  return files;
}

/** Real commune codes in as many buckets as their population; the perimeter is the home territory of the simulation. */
async function createCommunes(database: Awaited<ReturnType<typeof openWarehouse>>): Promise<void> {
  const require = createRequire(join(root, "packages/simulate/package.json"));
  const decoupage = join(dirname(require.resolve("@etalab/decoupage-administratif/package.json")), "data");
  const read = (name: string) => `read_json(${quoteText(join(decoupage, name))}, sample_size = -1)`;
  const home = quoteText(join(root, "packages/simulate/world/calibration/domicile.csv"));
  await database.run(`
    create table commune as
    with membre as (select unnest(membres).code as code, code as epci from ${read("epci.json")})
    select
        commune.code as code_commune,
        commune.nom as nom_commune,
        commune.codesPostaux[1] as code_postal,
        membre.epci in (select code_epci from read_csv(${home}, all_varchar = true)) is true as est_perimetre,
        sum(commune.population) over (order by commune.code rows unbounded preceding) as haut
    from ${read("communes.json")} as commune
    left join membre on membre.code = commune.code
    where commune.type = 'commune-actuelle' and commune.population > 0;
    create table seau as
    select cast(seau as bigint) as seau, commune.code_commune, commune.nom_commune, commune.code_postal
    from range(${buckets}) as t(seau)
    asof join commune on (seau + 0.5) / ${buckets} * (select max(haut) from commune) <= commune.haut`);
}

const establishments = (rows: number) => `
with alea as (
    select
        rang,
        entreprise(rang * 2 // 3) as entreprise,
        13 + rang % 3 as nic,
        cast(hash(hash(rang, 77)) >> 1 as bigint) as alea
    from range(${rows}) as t(rang)
),
etablissement as (
    select
        *,
        alea % 100 < 38 as est_actif,
        alea >> 8 & 1023 as sort,
        alea >> 20 & 65535 as jour,
        alea >> 40 & ${buckets - 1} as seau,
        entreprise % 100 >= 8 as est_diffusible
    from alea
),
date as (
    select
        *,
        cast(if(est_actif and sort < 140, 1 + floor(1.2 / (0.00098 * sort + 0.001)), 0) as integer) as effectif,
        case
            when alea % 20000 = 1 then date '3035-04-12'
            when sort = 1000 then null
            when sort = 1001 then date '1900-01-01'
            else date_image() - cast(jour // 4 as integer)
        end as creation,
        ['68.20B', '68.20A', '35.11Z', '70.22Z', '53.20Z', '43.21A', '47.91B', '10.71C', '25.62B', '62.01Z', '86.90E', '56.10A', '01.11Z', '49.41A', '94.99Z', '33.12Z'][1 + (sort * 7 + jour) % 16] as ape
    from etablissement
)
select
    siren(entreprise) as siren,
    right(cast(100000 + nic as varchar), 5) as nic,
    siret(entreprise, nic) as siret,
    if(est_diffusible, 'O', 'P') as "statutDiffusionEtablissement",
    creation as "dateCreationEtablissement",
    case when effectif > 0 then tranche_effectif(effectif) when sort % 20 > 0 then 'NN' when sort % 40 = 0 then '00' end as "trancheEffectifsEtablissement",
    if(effectif > 0, 2024::bigint, null) as "anneeEffectifsEtablissement",
    null::varchar as "activitePrincipaleRegistreMetiersEtablissement",
    (date_image() - cast(jour // 16 as integer))::timestamp as "dateDernierTraitementEtablissement",
    nic <> 14 as "etablissementSiege",
    1 + sort % 4 as "nombrePeriodesEtablissement",
    if(sort % 9 = 0, 'BATIMENT \\ FICTIF', null) as "complementAdresseEtablissement",
    if(est_diffusible, cast(1 + sort % 120 as varchar), '[ND]') as "numeroVoieEtablissement",
    null::varchar as "indiceRepetitionEtablissement",
    null::varchar as "dernierNumeroVoieEtablissement",
    null::varchar as "indiceRepetitionDernierNumeroVoieEtablissement",
    if(est_diffusible, ['RUE', 'AVENUE', 'PLACE', 'CHEMIN'][1 + sort % 4], '[ND]') as "typeVoieEtablissement",
    if(est_diffusible, ['DE LA SIMULATION', 'DU MONDE IMAGINAIRE', 'DES ATELIERS FICTIFS', 'DU "HASARD"'][1 + jour % 4], '[ND]') as "libelleVoieEtablissement",
    if(est_diffusible, code_postal, '[ND]') as "codePostalEtablissement",
    nom_commune as "libelleCommuneEtablissement",
    null::varchar as "libelleCommuneEtrangerEtablissement",
    null::varchar as "distributionSpecialeEtablissement",
    if(alea % 2000 = 3, null, code_commune) as "codeCommuneEtablissement",
    null::varchar as "codeCedexEtablissement",
    null::varchar as "libelleCedexEtablissement",
    if(alea % 2000 = 3, '99131', null) as "codePaysEtrangerEtablissement",
    if(alea % 2000 = 3, 'BELGIQUE', null) as "libellePaysEtrangerEtablissement",
    if(est_diffusible, code_commune || '_' || lpad(cast(jour as varchar), 6, '0') || '_00001', '[ND]') as "identifiantAdresseEtablissement",
    if(est_diffusible, cast(cast(600000 + jour * 3.17 as decimal(12, 2)) as varchar), '[ND]') as "coordonneeLambertAbscisseEtablissement",
    if(est_diffusible, cast(cast(6300000 + jour * 9.31 as decimal(12, 2)) as varchar), '[ND]') as "coordonneeLambertOrdonneeEtablissement",
    ${[
      "complementAdresse2",
      "numeroVoie2",
      "indiceRepetition2",
      "typeVoie2",
      "libelleVoie2",
      "codePostal2",
      "libelleCommune2",
      "libelleCommuneEtranger2",
      "distributionSpeciale2",
      "codeCommune2",
      "codeCedex2",
      "libelleCedex2",
      "codePaysEtranger2",
      "libellePaysEtranger2"
    ]
      .map((name) => `null::varchar as "${name}Etablissement"`)
      .join(",\n    ")},
    case when est_actif then coalesce(creation, date '2008-01-01') else least(greatest(coalesce(creation, date '1995-12-25'), date '1950-01-01') + cast(jour % 3000 as integer), date_image()) end as "dateDebut",
    if(est_actif, 'A', 'F') as "etatAdministratifEtablissement",
    case when sort % 6 > 0 then null when not est_diffusible then '[ND]' else 'ENSEIGNE "SIMULÉE" ' || rang end as "enseigne1Etablissement",
    null::varchar as "enseigne2Etablissement",
    null::varchar as "enseigne3Etablissement",
    if(est_diffusible, null, '[ND]') as "denominationUsuelleEtablissement",
    case when est_actif or sort > 300 then ape when sort > 100 then ape_ancien(ape, date '2005-01-01') end as "activitePrincipaleEtablissement",
    case when est_actif or sort > 300 then 'NAFRev2' when sort > 100 then 'NAFRev1' end as "nomenclatureActivitePrincipaleEtablissement",
    case when effectif > 0 then 'O' when sort % 13 > 0 then 'N' end as "caractereEmployeurEtablissement",
    if(est_actif, ape_naf25(ape), null) as "activitePrincipaleNAF25Etablissement"
from date
join seau using (seau)`;
