import {expect} from "vitest";
import {csv, urssafHeader, urssafRows} from "../../small-world.ts";
import {serve} from "../behaviours.ts";
import type {FaultCase} from "../fault-case.ts";
import type {FaultWorld} from "../fault-world.ts";
import {addresses, healthyFriches, healthyUrssaf, serveFriches} from "../producers.ts";

const onUrssaf = (content: Buffer | string) => (world: FaultWorld) =>
  world.server.misbehave(addresses.urssaf, serve(content));
const jobs = {source: "urssaf", page: "emploi.html", elsewhere: "prix-foncier.html"} as const;

/** Another source, whose file has no BOM and LF as line ends. */
const onFriches =
  (content: string) =>
  ({server}: FaultWorld) =>
    serveFriches(server, Buffer.from(content));
const friches = healthyFriches.toString();

const text = healthyUrssaf.toString();
/** An apostrophe of Windows, that UTF-8 has not in one byte and that Latin-1 has not at all. */
const cp1252 = Buffer.from(text.slice(1).replaceAll("marchands", "d\u0092ailleurs"), "latin1");
/** What « État des données » says of a change that was read all the same. */
const warnedOf =
  (...words: readonly RegExp[]) =>
  (world: FaultWorld) => {
    const page = world.page("etat.html").replaceAll(/&nbsp;|[\u00a0\u202f]/g, " ");
    expect(page).toContain("a changé la forme du fichier");
    for (const one of words) expect(page).toMatch(one);
  };
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
      {name: "an added BOM", break: onFriches(`\ufeff${friches}`), expected: "publie"},
      {name: "cp1252", break: onUrssaf(cp1252), expected: "ENCODING"},
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
      {name: "CRLF", break: onFriches(friches.replaceAll("\n", "\r\n")), expected: "publie"},
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
        name: "another case",
        break: onUrssaf(
          withHeader((header) => header.map((name) => name.replace("code_commune", "Code_Commune")))
        ),
        expected: "publie"
      },
      {
        name: "another accent",
        break: onUrssaf(
          withHeader((header) => header.map((name) => name.replace("d_activite", "d_activité")))
        ),
        expected: "DRIFT_RENAME",
        sentence: /« grand_secteur_d_activite », trouvé « grand_secteur_d_activité »/
      },
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
        expected: "publie",
        sameValues: true,
        check: warnedOf(/ordre/)
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
        expected: "publie",
        sameValues: true,
        check: async (world) => {
          warnedOf(/nouveaute/)(world);
          const kept = await world.ask("select distinct nouveaute from raw.urssaf__commune_ape");
          expect(kept).toEqual([{nouveaute: "x"}]);
        }
      },
      {
        name: "in capitals",
        break: onUrssaf(withHeader((header) => header.map((name) => name.toUpperCase()))),
        expected: "publie",
        sameValues: true,
        check: warnedOf(/CODE_COMMUNE|casse|majuscule/)
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
