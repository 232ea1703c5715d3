import {readdirSync} from "node:fs";
import {dirname} from "node:path";
import {gzipSync} from "node:zlib";
import {expect} from "vitest";
import {serve} from "../behaviours.ts";
import type {FaultCase} from "../fault-case.ts";
import type {FaultWorld} from "../fault-world.ts";
import {centralSumAt, flipBit, makeZip} from "../make-zip.ts";
import {
  addresses,
  dvfCsv,
  healthyDvf,
  healthyPopulations,
  populationsCsv,
  populationsEntry
} from "../producers.ts";

const onDvf = (content: Buffer) => (world: FaultWorld) =>
  world.server.misbehave(addresses.dvf, serve(content));
const onPopulations = (content: Buffer) => (world: FaultWorld) =>
  world.server.misbehave(addresses.populations, serve(content));

const prices = {source: "dvf", page: "prix-foncier.html", elsewhere: "emploi.html"} as const;
const people = {source: "populations", page: "index.html", elsewhere: "prix-foncier.html"} as const;

/** The sum of the content stands eight bytes before the end of a gz. */
const wrongSum = () => flipBit(gzipSync(Buffer.from(dvfCsv)), healthyDvf.length - 7);
/** Bytes of the first entry begin after its header of thirty bytes and its name. */
const insideFirstEntry = 30 + populationsEntry.length + 40;
const metadata = {name: "metadata.csv", content: "a;b\n1;2\n"};

/** F10–F14: what comes compressed. */
export const archiveCases: readonly FaultCase[] = [
  {
    ...prices,
    id: "F10",
    fault: "`.csv.gz` tronqué, servi entier par HTTP",
    naive: "60 % des lignes, aucune erreur",
    variants: [
      {
        name: "60 %",
        break: onDvf(healthyDvf.subarray(0, Math.floor(healthyDvf.length * 0.6))),
        expected: "TRUNCATED"
      }
    ]
  },
  {
    ...prices,
    id: "F11",
    fault: "`.gz` dont la somme de contrôle est fausse",
    naive: "accepté",
    variants: [{name: "wrong CRC", break: onDvf(wrongSum()), expected: "CORRUPT"}]
  },
  {
    ...people,
    id: "F12",
    fault: "archive ZIP tronquée",
    naive: "erreur obscure, ou attente sans fin",
    variants: [
      {
        name: "60 %",
        break: onPopulations(healthyPopulations.subarray(0, Math.floor(healthyPopulations.length * 0.6))),
        expected: "TRUNCATED",
        sentence: /coupée avant sa fin/,
        check: async (world) => {
          const {seconds} = await world.run(["collect", "populations"]);
          expect(seconds).toBeLessThan(5);
        }
      }
    ]
  },
  {
    ...people,
    id: "F13",
    fault: "un bit d'une entrée de l'archive ZIP est changé",
    naive: "accepté par trois bibliothèques sur cinq",
    variants: [
      {
        name: "in another entry than the one read",
        break: onPopulations(
          flipBit(
            makeZip([metadata, {name: populationsEntry, content: populationsCsv()}]),
            30 + metadata.name.length + 3
          )
        ),
        expected: "CORRUPT"
      },
      {
        name: "in the sum that the central directory tells",
        break: onPopulations(flipBit(healthyPopulations, centralSumAt(healthyPopulations))),
        expected: "CORRUPT"
      },
      {
        name: "in the data",
        break: onPopulations(flipBit(healthyPopulations, insideFirstEntry)),
        expected: "CORRUPT"
      }
    ]
  },
  {
    ...people,
    id: "F14",
    fault: "entrée renommée, en trop, `../`, ou bombe",
    naive: "mauvais fichier lu, fichier écrasé, disque plein",
    variants: [
      {
        name: "renamed",
        break: onPopulations(makeZip([{name: "donnees.csv", content: populationsCsv()}, metadata])),
        expected: "NOT_DATA",
        sentence: /« donnees.csv »/
      },
      {
        name: "one too many",
        break: onPopulations(
          makeZip([
            {name: populationsEntry, content: populationsCsv()},
            {name: "DS_AUTRE_data.csv", content: populationsCsv([2022])}
          ])
        ),
        expected: "NOT_DATA",
        sentence: /un seul fichier/
      },
      {
        name: "out of the folder",
        break: onPopulations(makeZip([{name: "../../../territoire_data.csv", content: populationsCsv()}])),
        expected: "CORRUPT",
        sentence: /sortirait du dossier/,
        check: ({data}) => {
          const found = [
            ...readdirSync(data, {recursive: true, encoding: "utf8"}),
            ...readdirSync(dirname(data), {encoding: "utf8"})
          ].filter((name) => name.includes("territoire_data"));
          expect(found).toEqual([]);
        }
      },
      {
        name: "more bytes than a file may have",
        network: {unpackLimits: {maxBytes: 500}},
        break: onPopulations(
          makeZip([{name: populationsEntry, content: populationsCsv([2020, 2021, 2023])}])
        ),
        expected: "SIZE",
        sentence: /attendu au plus 500.octets/
      },
      {
        name: "a bomb that lies about its size",
        break: onPopulations(
          makeZip([{name: populationsEntry, content: Buffer.alloc(60_000_000, "0"), announced: 1000}])
        ),
        expected: "CORRUPT"
      },
      {
        name: "a bomb",
        break: onPopulations(makeZip([{name: populationsEntry, content: Buffer.alloc(60_000_000, "0")}])),
        expected: "SIZE",
        sentence: /fois la taille compressée/
      }
    ]
  }
];
