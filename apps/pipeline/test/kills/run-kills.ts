import {writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {runTrials} from "./run-trials.ts";
import {reportTrials} from "./write-report.ts";

/** The long run: `OBSERVATOIRE_KILLS=200 OBSERVATOIRE_GRAINE=77 npm run kills`. */
const kills = Number(process.env.OBSERVATOIRE_KILLS ?? 200);
const seed = Number(process.env.OBSERVATOIRE_GRAINE ?? 77);
const trials = await runTrials({kills, seed}, (line) => process.stdout.write(`${line}\n`));
writeFileSync(
  fileURLToPath(new URL("../../../../docs/arrets-brutaux.md", import.meta.url)),
  reportTrials(trials)
);
process.stdout.write(
  `${trials.kills} arrêts, graine ${seed}, ${trials.faults.length} états invalides, mêlés ou bloqués ; docs/arrets-brutaux.md écrit\n`
);
process.exitCode = trials.faults.length > 0 ? 1 : 0;
