import {csv, urssafHeader, urssafRows} from "../../small-world.ts";
import {serve} from "../behaviours.ts";
import type {FaultCase} from "../fault-case.ts";
import type {FaultWorld} from "../fault-world.ts";
import {addresses, healthyUrssaf} from "../producers.ts";

const onUrssaf = (content: Buffer | string) => (world: FaultWorld) =>
  world.server.misbehave(addresses.urssaf, serve(content));
const jobs = {source: "urssaf", page: "emploi.html", elsewhere: "prix-foncier.html"} as const;

const text = healthyUrssaf.toString();
const withHeader = (change: (header: string[]) => string[], rows = urssafRows()) =>
  csv(change(urssafHeader()), rows);
/** F20, F21, F23–F25: how a file is written and what its columns are. */
export const layoutCases: readonly FaultCase[] = [
  {
    ...jobs,
    id: "F20",
    fault: "UTF-8 sans BOM ; UTF-16 ; latin-1",
    naive: "0 ligne si les erreurs sont ignorées",
    variants: [
      {name: "without BOM", break: onUrssaf(text.slice(1)), expected: "publie"},
      {name: "UTF-16", break: onUrssaf(Buffer.from(text, "utf16le")), expected: "ENCODING"},
      {name: "latin-1", break: onUrssaf(Buffer.from(text.slice(1), "latin1")), expected: "ENCODING"}
    ]
  },
  {
    ...jobs,
    id: "F21",
    fault: "séparateur devenu tabulation ou virgule ; fins de ligne LF",
    naive: "colonnes décalées",
    variants: [
      {name: "LF", break: onUrssaf(text.replaceAll("\r\n", "\n")), expected: "publie"},
      {name: "tab", break: onUrssaf(text.replaceAll(";", "\t")), expected: "DIALECT"},
      {
        name: "comma",
        break: onUrssaf(text.replaceAll(";", ",")),
        expected: "DIALECT",
        sentence: /trouvé la virgule/
      }
    ]
  },
  {
    ...jobs,
    id: "F23",
    fault: "colonne renommée",
    naive: "chargée par sa place",
    variants: [
      {
        name: "renamed",
        break: onUrssaf(
          withHeader((header) => header.map((name) => name.replace(/^code_commune$/, "code_insee_commune")))
        ),
        expected: "DRIFT_RENAME",
        sentence: /« code_commune », trouvé « code_insee_commune »/
      }
    ]
  },
  {
    ...jobs,
    id: "F24",
    fault: "colonnes dans un autre ordre",
    naive: "valeurs échangées",
    variants: [
      {
        name: "reversed",
        break: onUrssaf(
          withHeader(
            (header) => header.toReversed(),
            urssafRows().map((row) => row.toReversed())
          )
        ),
        expected: "publie"
      }
    ]
  },
  {
    ...jobs,
    id: "F25",
    fault: "colonne en plus, en autre casse, en double, en moins",
    naive: "selon l'outil",
    variants: [
      {
        name: "added",
        break: onUrssaf(
          withHeader(
            (header) => [...header, "nouveaute"],
            urssafRows().map((row) => [...row, "x"])
          )
        ),
        expected: "publie"
      },
      {
        name: "in capitals",
        break: onUrssaf(withHeader((header) => header.map((name) => name.toUpperCase()))),
        expected: "publie"
      },
      {
        name: "twice",
        break: onUrssaf(
          withHeader(
            (header) => [...header, "code_commune"],
            urssafRows().map((row) => [...row, row[1] ?? ""])
          )
        ),
        expected: "DRIFT_DUPLICATE"
      },
      {
        name: "dropped",
        break: onUrssaf(
          withHeader(
            (header) => header.slice(1),
            urssafRows().map((row) => row.slice(1))
          )
        ),
        expected: "DRIFT_MISSING"
      }
    ]
  }
];
