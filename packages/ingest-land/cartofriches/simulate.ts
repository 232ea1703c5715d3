import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {SimulatedFile, SimulationWorld} from "@observatoire/catalog";
import {simulatedSites} from "./simulated-sites.ts";
import {source} from "./source.ts";

/** Columns of the CNIG standard as the producer writes them, in order; what the simulation leaves out is `NA`. */
const header = [
  ..."site_id site_nom site_type site_adresse site_identif_date site_actu_date site_url site_ademe_url".split(
    " "
  ),
  ..."site_securite site_occupation site_statut site_projet_url site_reconv_annee site_reconv_type".split(
    " "
  ),
  ..."activite_libelle activite_code activite_fin_annee comm_nom comm_insee bati_type bati_nombre".split(" "),
  ..."bati_surface bati_pollution bati_vacance bati_patrimoine bati_etat local_ancien_annee".split(" "),
  ..."local_recent_annee proprio_type proprio_personne proprio_nom sol_pollution_annee".split(" "),
  ..."sol_pollution_existe sol_pollution_origine sol_pollution_commentaire sol_depollution_fiche".split(" "),
  ..."unite_fonciere_surface unite_fonciere_refcad urba_zone_type urba_zone_lib urba_zone_formdomi".split(
    " "
  ),
  ..."urba_doc_type desserte_distance desserte_commentaire source_nom source_url source_producteur".split(
    " "
  ),
  ..."source_contact geompoint geomsurf".split(" ")
];

const coordinates = fileURLToPath(
  new URL("../../../data/reference/communes_coordonnees.csv", import.meta.url)
);

/** Writes the producer's CSV (`;`, `NA`, dates jj/mm/aaaa, 50 columns) into `directory`. */
export async function simulate(world: SimulationWorld, directory: string): Promise<readonly SimulatedFile[]> {
  await mkdir(directory, {recursive: true});
  const path = join(directory, "friches-standard-2026-04-15.csv");
  const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const sites = simulatedSites(
    `read_csv(${quote(coordinates)}, header = true, all_varchar = true, comment = '#')`
  );
  const known = (await world.all<{column_name: string}>(`describe ${sites}`)).map((row) => row.column_name);
  const cells = header.map((name) => (known.includes(name) ? name : `null::varchar as ${name}`));
  await world.run(`
    copy (select ${cells.join(", ")} from (${sites}) order by ordre)
    to ${quote(path)} (format csv, header true, delimiter ';', quote '"', nullstr 'NA')`);
  return [{file: source.files[0].id, path}];
}
