import {createHash} from "node:crypto";
import {gzipSync} from "node:zlib";
import {communes, csv, urssafHeader, urssafRows} from "../small-world.ts";
import {serve} from "./behaviours.ts";
import {makeZip} from "./make-zip.ts";
import type {MisbehavingServer} from "./misbehaving-server.ts";

/** Addresses through the mirror: `<host>/<path>`. */
export const addresses = {
  urssaf:
    "open.urssaf.fr/api/explore/v2.1/catalog/datasets/etablissements-et-effectifs-salaries-au-niveau-commune-x-ape-last/exports/csv",
  populations: "api.insee.fr/melodi/file/DS_POPULATIONS_REFERENCE/DS_POPULATIONS_REFERENCE_2023_CSV_FR",
  friches: "www.data.gouv.fr/fichiers/friches-standard-2026-04-15.csv",
  frichesCatalogue: "www.data.gouv.fr/api/1/datasets/sites-references-dans-cartofriches/",
  dvf: "files.data.gouv.fr/geo-dvf/latest/csv/2026/full.csv.gz"
} as const;

/** The sources of these tests: a CSV, a zip, a file of data.gouv.fr, a series of gz; and the package they all need. */
export const sourceIds = ["decoupage", "urssaf", "populations", "cartofriches", "dvf"] as const;

export const healthyUrssaf = Buffer.from(csv(urssafHeader(), urssafRows()));

/** URSSAF's file with `change` done to each row. */
export const urssafWith = (change: (cells: string[], index: number) => string[]): Buffer =>
  Buffer.from(csv(urssafHeader(), urssafRows().map(change)));

export function populationsCsv(
  years: readonly number[] = [2017, 2018, 2019, 2020, 2021, 2022, 2023]
): string {
  const rows = communes.flatMap((code, index) =>
    years.map((year) => [code, "COM", "PMUN", "A", String(year), String(10_000 + index * 100 + year)])
  );
  return [["GEO", "GEO_OBJECT", "POPREF_MEASURE", "OBS_STATUS", "TIME_PERIOD", "OBS_VALUE"], ...rows]
    .map((cells) => `${cells.map((cell) => `"${cell}"`).join(";")}\n`)
    .join("");
}

export const populationsEntry = "DS_POPULATIONS_REFERENCE_2023_data.csv";
export const healthyPopulations = makeZip([
  {name: populationsEntry, content: populationsCsv()},
  {name: "DS_POPULATIONS_REFERENCE_2023_metadata.csv", content: '"COD_VAR";"LIB_VAR"\n"GEO";"Territoire"\n'}
]);

const frichesHeader =
  "site_id;site_nom;site_type;site_statut;comm_insee;site_actu_date;unite_fonciere_surface;unite_fonciere_refcad;geompoint";
export const healthyFriches = Buffer.from(
  [
    frichesHeader,
    ...communes.map(
      (code, index) =>
        `77_${index};Site ${index};friche industrielle;friche sans projet;${code};01/04/2026;${12_000 + index};${code}000AB0001;POINT (2.9 48.9)`
    ),
    ""
  ].join("\n")
);

const dvfHeader =
  "id_mutation,date_mutation,numero_disposition,nature_mutation,valeur_fonciere,code_commune,code_departement,id_parcelle,lot1_numero,code_type_local,type_local,surface_reelle_bati,nombre_pieces_principales,code_nature_culture,code_nature_culture_speciale,surface_terrain";
export const dvfCsv = [
  dvfHeader,
  ...communes.flatMap((code, place) =>
    Array.from({length: 40}, (_, index) => {
      const day = String(1 + (index % 28)).padStart(2, "0");
      const parcel = `${code}000AB${String(index + 1).padStart(4, "0")}`;
      return `2026-${place * 100 + index + 1},2026-06-${day},000001,Vente,${100_000 + index * 1000},${code},77,${parcel},,4,Local industriel. commercial ou assimilé,${200 + index},0,S,,${500 + index}`;
    })
  ),
  ""
].join("\n");
export const healthyDvf = gzipSync(Buffer.from(dvfCsv));

export const sha1 = (content: Buffer): string => createHash("sha1").update(content).digest("hex");

/** What data.gouv.fr's API says of the file of brownfields. */
export const frichesCatalogue = (checksum = sha1(healthyFriches)): string =>
  JSON.stringify({
    resources: [
      {
        id: "00000000-0000-4000-8000-000000000001",
        title: "friches-standard.csv",
        url: `https://${addresses.friches}`,
        filetype: "file",
        last_modified: "2026-04-15T06:00:00+00:00",
        checksum: {type: "sha1", value: checksum}
      }
    ]
  });

/** The same inventory, its first site under another name: no value changes. */
export const renamedFriches = Buffer.from(healthyFriches.toString().replace("Site 0", "Site zéro"));

/** Serves an inventory of brownfields, and the checksum that its producer publishes for it. */
export function serveFriches(
  {misbehave}: MisbehavingServer,
  content: Buffer,
  behaviour = serve(content)
): void {
  misbehave(addresses.friches, behaviour);
  misbehave(addresses.frichesCatalogue, serve(frichesCatalogue(sha1(content))));
}

/** Every producer as on a good day. */
export function publishAll(server: MisbehavingServer): void {
  server.publish(addresses.urssaf, healthyUrssaf, {"content-type": "text/csv"});
  server.publish(addresses.populations, healthyPopulations);
  server.publish(addresses.friches, healthyFriches);
  server.publish(addresses.frichesCatalogue, frichesCatalogue(), {"content-type": "application/json"});
  server.publish(addresses.dvf, healthyDvf);
}
