import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {SourceFile} from "@observatoire/catalog";
import {modules} from "@observatoire/ingest-sirene";
import {expect} from "vitest";
import {csv, urssafHeader, urssafRows} from "../../small-world.ts";
import {serve} from "../behaviours.ts";
import type {FaultCase} from "../fault-case.ts";
import type {FaultWorld} from "../fault-world.ts";
import {makeZip} from "../make-zip.ts";
import {addresses, healthyUrssaf, urssafWith} from "../producers.ts";

const onUrssaf = (content: Buffer | string) => (world: FaultWorld) =>
  world.server.misbehave(addresses.urssaf, serve(content));
const jobs = {source: "urssaf", page: "emploi.html", elsewhere: "prix-foncier.html"} as const;

const text = healthyUrssaf.toString();
const last = urssafHeader().length - 1;
/** The last cell of the third row. */
const cell = (value: string) => urssafWith((cells, index) => (index === 2 ? cells.with(last, value) : cells));
const withHeader = (change: (header: string[]) => string[], rows = urssafRows()) =>
  csv(change(urssafHeader()), rows);
const urssafFiles = (world: FaultWorld) =>
  world.manifest().sources.find(({source}) => source === "urssaf")?.files ?? [];

const yearColumns = (year: number) => [`nombre_d_etablissements_${year}`, `effectifs_salaries_${year}`];

/** Rows that stand before what comes late: more than DuckDB looks at to guess a type. */
const manyRows = (): string[][] => {
  const path = createRequire(import.meta.url).resolve("@etalab/decoupage-administratif/data/communes.json");
  const places = JSON.parse(readFileSync(path, "utf8")) as {code: string; type: string}[];
  const numbers = places.filter(({code, type}) => type === "commune-actuelle" && /^[1-8]\d{4}$/.test(code));
  const model = urssafRows()[0] ?? [];
  return [
    ...urssafRows(),
    ...numbers
      .filter(({code}) => !text.includes(code))
      .slice(0, 25_000)
      .map(({code}) => model.with(1, code))
  ];
};
const lateCodes = (codes: readonly string[]) => {
  const model = urssafRows()[0] ?? [];
  return csv(urssafHeader(), [...manyRows(), ...codes.map((code) => model.with(1, code))]);
};

const readCodes = (world: FaultWorld) =>
  world.ask(
    "select code_commune as code from staging.urssaf__commune_ape where code_commune in ('01004', '2A004') order by 1"
  );

/** Two establishments of Meaux in Sirene's own columns, the SIRET of the second as a spreadsheet left it. */
function sireneCsv(siret: string): string {
  const [file] = modules.find(({source}) => source.id === "sirene_etablissement")?.source.files ?? [];
  const row = (value: string): Record<string, string> => ({
    siret: value,
    siren: "788888888",
    nic: "00017",
    statut_diffusion: "O",
    date_creation: "2015-01-01",
    est_siege: "true",
    code_commune: "77284",
    date_debut: "2015-01-01",
    etat_administratif: "A",
    activite_principale: "25.11Z",
    nomenclature: "NAFRev2",
    caractere_employeur: "O"
  });
  const columns = Object.entries((file as SourceFile).columns);
  const lines = [
    columns.map(([name, {aliases}]) => aliases?.[0] ?? name),
    ...["78888888800017", siret].map((value) => columns.map(([name]) => row(value)[name] ?? ""))
  ];
  return lines.map((cells) => `${cells.map((cell) => `"${cell}"`).join(",")}\n`).join("");
}

/** Its catalogue knows the zip alone: the parquet form is withdrawn. */
const serveSirene =
  (siret: string) =>
  ({server}: FaultWorld): void => {
    const place = "www.data.gouv.fr/fichiers/StockEtablissement_utf8.zip";
    const resource = {id: zipOfSirene, title: "StockEtablissement", url: `https://${place}`};
    server.misbehave(
      `www.data.gouv.fr/api/2/datasets/resources/${zipOfSirene}/`,
      serve(JSON.stringify({resource}), {"content-type": "application/json"})
    );
    server.misbehave(
      place,
      serve(makeZip([{name: "StockEtablissement_utf8.csv", content: sireneCsv(siret)}]))
    );
  };
const zipOfSirene = "0651fb76-bcf3-4f6a-a38d-bc04fa708576";

/** F22, F26–F30: what a file says. */
export const valueCases: readonly FaultCase[] = [
  {
    ...jobs,
    id: "F22",
    fault: "virgule décimale, espace fine des milliers, `nd`, `s`, `***`",
    naive: "colonne devenue texte, ou erreur",
    variants: ["12,5", "1\u202f234", "1\u00a0234", "s", "***", "nd"].map((value) => ({
      name: value,
      break: onUrssaf(cell(value)),
      expected: value === "12,5" ? ("DIALECT" as const) : ("TYPE" as const),
      whole: true as const,
      sentence: new RegExp(`« ${value.replace(/[*]/g, "\\*")} »`)
    }))
  },
  {
    ...jobs,
    id: "F27",
    fault: "lignes en double, identiques ou contradictoires",
    naive: "comptées deux fois",
    variants: [
      {
        name: "identical",
        break: onUrssaf(csv(urssafHeader(), [...urssafRows(), urssafRows()[0] ?? []])),
        expected: "publie",
        check: (world) => {
          expect(urssafFiles(world)[0]?.rows).toEqual({read: 16, loaded: 15, rejected: 0, duplicates: 1});
        }
      },
      {
        name: "conflicting",
        break: onUrssaf(csv(urssafHeader(), [...urssafRows(), (urssafRows()[0] ?? []).with(last, "99")])),
        expected: "DUPLICATE_KEY"
      }
    ]
  },
  {
    ...jobs,
    id: "F29",
    fault: "année manquante dans la série ; date à venir",
    naive: "publié",
    variants: [
      {
        name: "the years that follow, up to one to come",
        break: onUrssaf(
          withHeader(
            (header) => [...header, ...[2026, 2027].flatMap((year) => yearColumns(year))],
            urssafRows().map((row) => [...row, "2", "30", "2", "31"])
          )
        ),
        expected: "TYPE",
        sentence: /attendu une date de millésime déjà atteinte.*31.décembre.2027/
      },
      {
        name: "a year to come",
        break: onUrssaf(withHeader((header) => header.map((name) => name.replace("2025", "2031")))),
        expected: "DRIFT_MISSING"
      },
      {
        name: "a missing year",
        break: onUrssaf(
          withHeader(
            (header) => header.filter((name) => !name.includes("2019")),
            urssafRows().map((row) => row.filter((_, index) => !urssafHeader()[index]?.includes("2019")))
          )
        ),
        expected: "DRIFT_MISSING",
        sentence: /2018 puis 2020/
      }
    ]
  },
  {
    ...jobs,
    id: "F30",
    fault: "nomenclature changée : APE de la NAF 2025, commune inconnue",
    naive: "jointures orphelines",
    variants: [
      {
        // Neufmontiers-lès-Meaux, of Chauconin-Neufmontiers since.
        name: "a commune merged since: its jobs are those of the new one",
        break: onUrssaf(urssafWith((cells, index) => (index === 3 ? cells.with(1, "77105") : cells))),
        expected: "publie",
        check: async (world) => {
          const jobs = await world.ask(
            `select valeur from mart.indicateur where indicateur = 'effectif_prive' and niveau = 'commune'
              and code_territoire = '77335' and dimension = 'total' and periode_fin = '2025-12-31'`
          );
          expect(jobs).toEqual([{valeur: 22}]);
        }
      },
      {
        name: "an APE of NAF 2025",
        break: onUrssaf(urssafWith((cells, index) => (index === 3 ? cells.with(2, "2512Y") : cells))),
        expected: "CHECK",
        whole: true
      },
      {
        name: "an unknown commune",
        break: onUrssaf(urssafWith((cells, index) => (index === 3 ? cells.with(1, "77999") : cells))),
        expected: "REFERENCE",
        sentence: /« 77999 »/
      }
    ]
  },
  {
    ...jobs,
    id: "F28",
    fault: "40 % de lignes en moins ou en plus ; un département absent",
    naive: "publié",
    variants: [
      {
        name: "+40 %",
        break: onUrssaf(
          csv(urssafHeader(), [
            ...urssafRows(),
            ...urssafRows()
              .slice(0, 6)
              .map((row) => row.with(2, "4312A"))
              .map((row, index) =>
                row.with(1, ["77284", "77005", "77008", "77023", "77049", "77058"][index] ?? "")
              )
          ])
        ),
        expected: "SIZE"
      },
      {
        name: "another département in the place of ours",
        break: onUrssaf(
          urssafWith((cells) => cells.with(1, String(Number(cells[1]) - 75_000).padStart(5, "0")))
        ),
        expected: "COVERAGE"
      },
      {name: "–40 %", break: onUrssaf(csv(urssafHeader(), urssafRows().slice(0, 9))), expected: "SIZE"}
    ]
  },
  {
    ...jobs,
    id: "F26",
    fault: "`01004` et `2A004` après 25 000 lignes ; `1004`, `7,88E+13`",
    naive: "1004, ligne perdue",
    variants: [
      {
        name: "a SIRET turned into a power of ten",
        source: "sirene_etablissement",
        break: serveSirene("7,88E+13"),
        expected: "TYPE",
        sentence: /14 caractères dans « siret », trouvé « 7,88E\+13 »/
      },
      {
        name: "a code turned into a number",
        break: onUrssaf(urssafWith((cells, index) => (index === 3 ? cells.with(1, "1004") : cells))),
        expected: "TYPE",
        whole: true,
        sentence: /« 1004 »/
      },
      {
        name: "a code turned into a power of ten",
        break: onUrssaf(urssafWith((cells, index) => (index === 3 ? cells.with(1, "7,88E+13") : cells))),
        expected: "TYPE",
        sentence: /« 7,88E\+13 »/
      },
      {
        name: "right codes after 25,000 rows",
        break: (world) => onUrssaf(lateCodes(["01004", "2A004"]))(world),
        expected: "publie",
        sizeAccepted: true,
        check: async (world) => expect(await readCodes(world)).toEqual([{code: "01004"}, {code: "2A004"}])
      }
    ]
  }
];
