import {execFile} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
export const urssafName = "etablissements-et-effectifs-salaries-au-niveau-commune-x-ape-last.csv";

/** Codes of a few communes of the home territory, one per EPCI and more. */
export const communes = ["77284", "77005", "77008", "77023", "77049"];
const years = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
const sectors = [
  ["2511Z", "GS1 Industrie"],
  ["4711D", "GS3 Commerce"],
  ["6203Z", "GS5 Autres services marchands hors intérim"]
] as const;

/** The producer's columns, as one would type them: labels, codes, two columns per year. */
export function urssafHeader(): string[] {
  return [
    "grand_secteur_d_activite",
    "code_commune",
    "code_ape",
    ...years.flatMap((year) => [`nombre_d_etablissements_${year}`, `effectifs_salaries_${year}`])
  ];
}

/** Ten jobs per sector at the start, one more each year: easy to add up. */
export function urssafRows(): string[][] {
  return communes.flatMap((commune) =>
    sectors.map(([ape, sector]) => [
      sector,
      commune,
      ape,
      ...years.flatMap((_, index) => ["2", String(10 + index)])
    ])
  );
}

export const csv = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  `\ufeff${[header, ...rows].map((row) => row.join(";")).join("\r\n")}\r\n`;

export interface SmallWorld {
  data: string;
  /** Folder given to `--from`. */
  inbox: string;
  write: (name: string, text: string) => void;
  run: (...args: string[]) => Promise<{code: number; stdout: string; stderr: string}>;
  remove: () => void;
}

/** A data folder of its own, the home territory, and the real command run as a person would. */
export function createSmallWorld(): SmallWorld {
  const data = mkdtempSync(join(tmpdir(), "observatoire-essai-"));
  const inbox = join(data, "recus");
  mkdirSync(inbox);
  writeFileSync(join(data, "territoire.yaml"), readFileSync(join(root, "data/territoire.yaml")));
  return {
    data,
    inbox,
    write: (name, text) => writeFileSync(join(inbox, name), text),
    run: (...args) =>
      new Promise((done) => {
        execFile(
          process.execPath,
          [join(root, "bin/observatoire.js"), ...args],
          {env: {...process.env, OBSERVATOIRE_DATA: data}, maxBuffer: 2 ** 26},
          (error, stdout, stderr) => done({code: error ? Number(error.code ?? 1) : 0, stdout, stderr})
        );
      }),
    remove: () => rmSync(data, {recursive: true, force: true})
  };
}
