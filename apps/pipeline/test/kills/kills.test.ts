import {expect, test} from "vitest";
import {runTrials} from "./run-trials.ts";

const kills = Number(process.env.OBSERVATOIRE_KILLS ?? 8);
const seed = Number(process.env.OBSERVATOIRE_GRAINE ?? 77);

test(`${kills} arrêts brutaux (graine ${seed}) : aucun état invalide, mêlé ou bloqué`, {
  timeout: 120_000 + kills * 60_000
}, async () => {
  const {faults, ...trials} = await runTrials({kills, seed}, (line) => console.log(line));
  console.log(`${trials.kills} arrêts, graine ${seed}, ${faults.length} états invalides, mêlés ou bloqués`);
  expect(faults).toEqual([]);
  expect(trials.kills).toBe(kills);
  expect(trials.whole).toBeGreaterThan(0);
});
