import {spawn} from "node:child_process";
import {once} from "node:events";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {openArchive, pruneArchive, sweepPartials, withLock} from "../src/index.ts";
import {villagesSource, writeVintage} from "./archived-villages.ts";
import {temporaryFolder} from "./temporary-folder.ts";

const child = fileURLToPath(new URL("./prune-child.ts", import.meta.url));
const trials = 8;
const count = 120;

/** Heavy vintages, the tenth one read by a kept run; more than are kept at all, so that folders go too. */
function writeArchive(data: string): void {
  for (let index = 0; index < count; index++) {
    writeVintage(data, {
      sha256: index === 10 ? "00dix" : `v${index}`,
      vintage: String(index),
      vintageDate: new Date(Date.UTC(2000, index, 1)).toISOString().slice(0, 10),
      unpackedBytes: 100e6,
      slices: ["ti"]
    });
  }
}

test("tuée à tout moment, la taille de l'archive ne laisse aucune fiche sans son fichier", {
  timeout: 120_000
}, async () => {
  let interrupted = 0;
  for (let trial = 0; trial < trials; trial++) {
    const data = temporaryFolder();
    writeArchive(data);
    const pruning = spawn(process.execPath, ["--import", "tsx", child, data], {
      stdio: ["ignore", "pipe", "ignore"]
    });
    await once(pruning.stdout, "data");
    await new Promise((wait) => setTimeout(wait, trial * 4));
    pruning.kill("SIGKILL");
    await once(pruning, "exit");

    const left = await openArchive(data);
    expect(left.map(({damage}) => damage).filter((damage) => damage !== null)).toEqual([]);
    const wholeNow = left.filter(({kept}) => kept === "entier").length;
    if (wholeNow > 3 && wholeNow < count) interrupted++;
    for (const {card, slices} of left)
      expect([card?.vintage, slices]).toEqual([card?.vintage, ["tranche-ti.parquet"]]);

    await withLock(data, "refresh", async () => {
      await sweepPartials(data);
      await pruneArchive(data, {
        sources: [villagesSource()],
        used: new Set(["villages/population:00dix0000000"]),
        now: new Date()
      });
    });
    const after = await openArchive(data);
    const whole = after.filter(({kept}) => kept === "entier").map(({card}) => Number(card?.vintage));
    expect(whole.sort((a, b) => a - b)).toEqual([10, count - 2, count - 1]);
    expect(after).toHaveLength(25);
    expect(after.filter(({kept}) => kept === "tranche").every(({originals}) => originals.length === 0)).toBe(
      true
    );
  }
  // Kills before the first step or after the last prove nothing.
  expect(interrupted).toBeGreaterThan(2);
});
