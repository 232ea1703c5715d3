import {mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Manifest, ManifestSource} from "@observatoire/catalog";
import {main} from "../../src/main.ts";
import {openProject} from "../../src/project.ts";
import {listRuns} from "../../src/run-folder.ts";
import {type MisbehavingServer, startServer} from "../faults/misbehaving-server.ts";
import {plainText} from "./plain-text.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

export interface Ran {
  exit: number;
  /** What the command said. */
  out: string;
}

/** One data folder, real producers on loopback, and a clock that the test moves. */
export interface DayWorld {
  data: string;
  server: MisbehavingServer;
  /** The command as the timer runs it, at this ISO instant. */
  refreshAt: (instant: string) => Promise<Ran>;
  run: () => string;
  runs: () => string[];
  manifest: () => Manifest;
  source: (id: string) => ManifestSource;
  /** Text of a published page, tags aside, spaces made plain. */
  page: (path: string) => string;
  site: () => string;
  close: () => Promise<void>;
}

export async function createDayWorld(wanted: readonly string[]): Promise<DayWorld> {
  const data = mkdtempSync(join(tmpdir(), "observatoire-journee-"));
  writeFileSync(join(data, "territoire.yaml"), readFileSync(join(root, "data/territoire.yaml")));
  const server = await startServer();
  const current = () => join(data, readlinkSync(join(data, "current")));
  const manifest = () => JSON.parse(readFileSync(join(current(), "manifest.json"), "utf8")) as Manifest;
  return {
    data,
    server,
    async refreshAt(instant) {
      let out = "";
      const write = (text: string) => {
        out += text;
      };
      const exit = await main(["refresh", ...wanted], {
        data,
        now: () => new Date(instant),
        // Waits between two tries are skipped; the tries are made.
        network: {mirror: server.url, sleep: async () => undefined},
        stdout: {write},
        stderr: {write}
      });
      return {exit, out};
    },
    run: () => manifest().run,
    runs: () => listRuns(openProject(data)),
    manifest,
    source(id) {
      const found = manifest().sources.find(({source}) => source === id);
      if (!found) throw new Error(`le manifeste ne connaît pas « ${id} »`);
      return found;
    },
    page: (path) => plainText(readFileSync(join(current(), "site", path), "utf8")),
    site: () => join(current(), "site"),
    async close() {
      await server.close();
      rmSync(data, {recursive: true, force: true});
    }
  };
}
