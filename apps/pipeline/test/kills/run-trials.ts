import {drawPlan, type KillPlan, linkOf} from "./kill-plan.ts";
import {createKillWorld} from "./kill-world.ts";
import {listLeftovers} from "./list-leftovers.ts";
import {observeState} from "./observe-state.ts";
import {type Ending, runAndKill} from "./run-and-kill.ts";
import {seededRandom} from "./seeded-random.ts";
import type {SlowProducer} from "./slow-producer.ts";

/** After this many kills a refresh is let to its end. */
const wholeEvery = 10;
/** Share of the trials that bring a new file; the others find the one that a kill may have left half treated. */
const newInputShare = 0.7;
/** Share of the trials whose file comes from the folder given with `--from`; the others ask the producer. */
const fromFolderShare = 0.2;
/** A lock left empty by a kill is taken over after ten seconds. */
const emptyLockMs = 10_500;

export interface Fault {
  trial: number;
  kind: "invalide" | "mêlé" | "bloqué";
  plan: string;
  sentence: string;
}

export interface Trials {
  seed: number;
  kills: number;
  /** Refreshes that ended before their kill came. */
  ended: number;
  /** Refreshes let to their end after kills. */
  whole: number;
  /** Kills after which readers saw the new version, and the former one. */
  published: number;
  kept: number;
  /** Kills by the step they fell in. */
  steps: Map<string, number>;
  /** What the producer answered over all the trials. */
  answers: SlowProducer["answers"];
  faults: Fault[];
  /** Median duration of a whole refresh, in milliseconds. */
  usualMs: number;
  seconds: number;
}

/** Kills refreshes one after the other on the same data, never cleaned between two, until `kills` were killed. */
export async function runTrials(
  {kills, seed}: {kills: number; seed: number},
  print: (line: string) => void
): Promise<Trials> {
  const world = await createKillWorld();
  const random = seededRandom(seed);
  const started = performance.now();
  const usual: number[] = [];
  const result: Trials = {
    seed,
    kills: 0,
    ended: 0,
    whole: 0,
    published: 0,
    kept: 0,
    steps: new Map(),
    answers: world.producer.answers,
    faults: [],
    usualMs: 0,
    seconds: 0
  };
  let version = 0;
  let seen = 0;
  let frozen: Record<string, string> | null = null;
  const observe = () => observeState(world.data, frozen);
  const blame = (kind: Fault["kind"], plan: string, sentence: string) => {
    result.faults.push({trial: result.kills, kind, plan, sentence});
    print(`  ${kind} : ${sentence}`);
  };

  /** A refresh let to its end, from the producer: it exits 0, publishes the last input, leaves nothing behind. */
  async function runWhole(what: string): Promise<void> {
    const before = linkOf(world.data);
    const words = world.refresh("producteur");
    let ending = await runAndKill(world, words, {plan: null, usualMs: 0});
    if (ending.exit === 9) {
      await new Promise((wait) => setTimeout(wait, emptyLockMs));
      ending = await runAndKill(world, words, {plan: null, usualMs: 0});
    }
    const state = await observe();
    if (ending.exit !== 0) blame("bloqué", what, `sortie ${ending.exit} : ${ending.stderr}`);
    else if (state.version !== version) {
      blame("bloqué", what, `version ${state.version} en ligne, attendu ${version}`);
    }
    for (const left of listLeftovers(world.data)) blame("bloqué", what, `reste ${left}`);
    for (const sentence of state.invalid) blame("invalide", what, sentence);
    for (const sentence of state.mixed) blame("mêlé", what, sentence);
    const isWork =
      linkOf(world.data) !== before && ending.steps.some((step) => step.startsWith("composition"));
    if (ending.exit === 0 && isWork) {
      usual.push(ending.ms);
      result.usualMs = median(usual);
    }
    seen = state.version ?? seen;
  }

  try {
    world.give(version);
    await runWhole("premier passage");
    frozen = await world.freeze();
    usual.length = 0;
    version = 1;
    world.give(version);
    await runWhole("deuxième passage");
    print(`un passage entier dure ${(result.usualMs / 1000).toFixed(1)} s`);
    while (result.kills < kills) {
      if (random() < newInputShare || seen === version) {
        version += 1;
        world.give(version);
      }
      const words = world.refresh(random() < fromFolderShare ? "dossier" : "producteur");
      const plan = drawPlan(random, result.kills + result.ended);
      const ending = await runAndKill(world, words, {plan, usualMs: result.usualMs});
      const killed = ending.exit === null;
      if (killed) result.kills += 1;
      else result.ended += 1;
      const step = killed ? stepOf(ending) : "fini avant l'arrêt";
      if (killed) result.steps.set(step, (result.steps.get(step) ?? 0) + 1);
      const state = await observe();
      const said = `${describePlan(plan)} → ${step}`;
      print(`${result.kills} ${said} : version ${state.version} en ligne sur ${version} reçues`);
      for (const sentence of state.invalid) blame("invalide", said, sentence);
      for (const sentence of state.mixed) blame("mêlé", said, sentence);
      if (state.version !== null && (state.version < seen || state.version > version)) {
        blame("mêlé", said, `version ${state.version} après ${seen}, ${version} reçues`);
      }
      if (!killed && ending.exit === 9) await new Promise((wait) => setTimeout(wait, emptyLockMs));
      else if (!killed && (ending.exit !== 0 || state.version !== version)) {
        blame(
          "bloqué",
          said,
          `sortie ${ending.exit}, version ${state.version} sur ${version} : ${ending.stderr}`
        );
      }
      if (killed && state.version === version && seen < version) result.published += 1;
      else if (killed) result.kept += 1;
      seen = state.version ?? seen;
      if (killed && (result.kills % wholeEvery === 0 || result.kills === kills)) {
        await runWhole(`passage entier après ${result.kills} arrêts`);
        result.whole += 1;
      }
    }
  } finally {
    result.seconds = (performance.now() - started) / 1000;
    await world.close(result.faults.length > 0);
    if (result.faults.length > 0) print(`dossier gardé : ${world.data}`);
  }
  return result;
}

/** The step that was going on, by the log of the command; where publication stood, once the folder was renamed. */
const stepOf = ({steps, publication}: Ending): string => publication ?? steps.at(-1) ?? "démarrage";

const describePlan = (plan: KillPlan): string =>
  "at" in plan
    ? `à ${Math.round(plan.at * 100)} % de la durée`
    : `${plan.delayMs} ms après « ${plan.after} »`;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
