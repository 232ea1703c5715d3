import type {ErrorCode} from "@observatoire/catalog";
import {inspectFile} from "@observatoire/warehouse";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {hold} from "./campaign.ts";
import {type Contract, contracts} from "./contract.ts";
import {type GeneratedColumn, generateTable} from "./generate-table.ts";
import {expectRefusal} from "./refusal.ts";
import {openStagingWorld, type StagingWorld} from "./staging-world.ts";
import {communes} from "./world.ts";
import {writeTable} from "./write-table.ts";

let world: StagingWorld;
beforeAll(async () => {
  world = await openStagingWorld();
});
afterAll(() => world.close());

/** A value of another kind, the code of its refusal, and the words that tell the likely cause. */
interface Accident {
  value: string;
  code: ErrorCode;
  cause: string;
}

const accident = (value: string, cause: string, code: ErrorCode = "TYPE"): Accident => ({value, code, cause});
const numbers = [
  accident("nd", "manquante ou secrète"),
  accident("s", "manquante ou secrète"),
  accident("***", "manquante ou secrète"),
  accident("1\u202f234", "espace entre les milliers"),
  accident("12 rue", "du texte"),
  accident("12,5", "virgule décimale", "DIALECT")
];

/** Accidents that may befall a column. */
function listAccidents({type, pattern, name}: GeneratedColumn): readonly Accident[] {
  if (type === "entier" || type === "decimal") return numbers;
  if (type === "date") return [accident("31/12/2025", "jj/mm/aaaa"), accident("46022", "tableur")];
  if (type === "booleen") return [accident("oui", "vrai et faux")];
  if (pattern === undefined) return [];
  const length = [4, 5, 9, 14].find((digits) => new RegExp(pattern).test("0".padEnd(digits, "1")));
  if (length === undefined) return [accident("?9", "mal saisie")];
  const codes = name.includes("siret") ? "les SIRET" : name.includes("siren") ? "les SIREN" : "les codes";
  return [
    accident("7,88E+13", `Excel a changé ${codes}`),
    accident("1".repeat(length - 1), "zéro de tête perdu")
  ];
}

/** Columns that the staging converts: a bad cell that nobody reads is nobody's business. */
function isRead(contract: Contract, {name, family}: GeneratedColumn): boolean {
  return (
    contract.file.dialect.format !== "csv" ||
    world.readers(contract).some(({sql}) => new RegExp(`\\b${family ?? name}\\b|\\^${family}`).test(sql))
  );
}

const loaded = contracts.filter(({file}) => file.dialect.format !== "geojson");

describe.each(loaded)("$name", (contract) => {
  test("a value of another kind is refused, with its column and the likely cause", async () => {
    const generated = generateTable(contract.module.source.id, contract.file).chain((table) => {
      const targets = table.columns.flatMap((column, index) =>
        isRead(contract, column) ? listAccidents(column).map((bad) => ({column, index, bad})) : []
      );
      return fc.record({
        table: fc.constant(table),
        row: fc.nat(table.rows.length - 1),
        target: targets.length > 0 ? fc.constantFrom(...targets) : fc.constant(null)
      });
    });
    await hold(generated, async ({table, row, target}) => {
      const types = Object.fromEntries(table.columns.map(({header}) => [header, "varchar"]));
      const healthy = await world.read(contract, await writeTable(contract.file, table));
      expect(healthy.account.rejected).toBe(0);
      if (target === null) return;
      const {column, index, bad} = target;
      const rows = table.rows.map((cells, i) => (i === row ? cells.with(index, bad.value) : cells));
      const path = await writeTable(contract.file, {...table, rows}, {types});
      const {staged} = await world.read(contract, path).catch(async (error: unknown) => {
        await expectRefusal(Promise.reject(error), [bad.code], bad.cause);
        const named = [column.name, column.header].some((one) => String(error).includes(`« ${one} »`));
        expect(named, String(error)).toBe(true);
        return {staged: null};
      });
      // Two producers drop the zero of communes themselves: staging gives it back.
      if (staged !== null)
        expect([column.name, JSON.stringify(staged)]).toEqual([
          "code_commune",
          expect.stringContaining(`"0${bad.value}"`)
        ]);
    });
  });

  test.skipIf(contract.file.dialect.format !== "parquet")("codes held as numbers are refused", async () => {
    await hold(generateTable(contract.module.source.id, contract.file), async (table) => {
      const column = table.columns.find(
        ({name, pattern}) => pattern !== undefined && /^siren|^siret/.test(name)
      )!;
      const path = await writeTable(contract.file, table, {types: {[column.header]: "bigint"}});
      const reading = inspectFile(path, contract.file, {where: "essai/fichier", communes});
      await expectRefusal(reading, ["TYPE"], `« ${column.name} »`, "zéros de tête perdus");
    });
  });
});
