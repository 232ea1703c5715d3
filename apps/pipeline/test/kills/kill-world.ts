import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {communes, createSmallWorld, urssafName} from "../small-world.ts";
import {hashesIn} from "./hashes-in.ts";
import {type SlowProducer, startSlowProducer} from "./slow-producer.ts";
import {urssafFile} from "./versioned-input.ts";
import {planFiles, session} from "./versioned-plan.ts";

/** A territory of five communes with a plan, a source received slowly by HTTP, and a session frozen from its first run. */
export interface KillWorld {
  data: string;
  producer: SlowProducer;
  /** Environment of its commands. */
  env: Record<string, string>;
  /** The producer and the plan both take this version; the folder given with `--from` too. */
  give: (version: number) => void;
  /** Words of a refresh, from the producer or from the folder. */
  refresh: (from: "producteur" | "dossier") => string[];
  /** Freezes the session of the run that is published; returns the hash of each of its files. */
  freeze: () => Promise<Record<string, string>>;
  close: (keep: boolean) => Promise<void>;
}

export async function createKillWorld(): Promise<KillWorld> {
  const world = createSmallWorld();
  const {data, inbox} = world;
  const producer = await startSlowProducer();
  const plan = join(data, "plan");
  mkdirSync(plan);
  declare(data);
  return {
    data,
    producer,
    env: {OBSERVATOIRE_DATA: data, OBSERVATOIRE_MIROIR: producer.url, OBSERVATOIRE_JOURNAL: ""},
    give(version) {
      const content = urssafFile(version);
      producer.publish(content);
      world.write(urssafName, content);
      for (const [name, text] of planFiles(version)) writeFileSync(join(plan, name), text);
    },
    refresh: (from) => ["refresh", "urssaf", ...(from === "dossier" ? ["--from", inbox] : [])],
    async freeze() {
      const {code, stderr} = await world.run("edition", "create", session, "--titre", "Séance de l'essai");
      if (code !== 0) throw new Error(`edition create sort ${code} : ${stderr}`);
      return hashesIn(join(data, "editions", session));
    },
    async close(keep) {
      await producer.close();
      if (!keep) world.remove();
    }
  };
}

/** Few communes, so that a refresh is short; few runs kept, so that their removal is killed as well. */
function declare(data: string): void {
  const path = join(data, "territoire.yaml");
  const text = readFileSync(path, "utf8").replace(
    /^perimetre:\n(?: .*\n)+/m,
    `perimetre:\n  communes: [${communes.map((code) => `"${code}"`).join(", ")}]\n`
  );
  writeFileSync(path, `${text}\npassages_conserves: 3\nprogramme: plan\n`);
}
