import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createServer, type RequestListener} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, onTestFinished, test} from "vitest";
import {main} from "./main.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const slow = {timeout: 60_000};

/** A server that stands for every producer; closed at once without a listener. */
async function startMirror(listener?: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const {port} = server.address() as AddressInfo;
  if (listener) onTestFinished(() => void server.close());
  else await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}

/** Runs `collect` without living the waits; the lines of its log, off a terminal or on one. */
async function collect(mirror: string, sources: readonly string[], {isTTY = false} = {}) {
  const data = mkdtempSync(join(tmpdir(), "observatoire-collecte-"));
  onTestFinished(() => rmSync(data, {recursive: true, force: true}));
  writeFileSync(join(data, "territoire.yaml"), readFileSync(join(root, "data/territoire.yaml")));
  const said: string[] = [];
  const waits: number[] = [];
  const exit = await main(["collect", ...sources], {
    data,
    network: {
      mirror,
      random: () => 0.5,
      sleep: async (ms) => waits.push(ms),
      limits: {retries: 2, stallMs: 2000}
    },
    stdout: {write: () => undefined},
    stderr: {isTTY, columns: 300, write: (text) => said.push(text)}
  });
  const lines = isTTY ? [] : said.map((line) => JSON.parse(line) as Record<string, unknown>);
  return {exit, said: said.join(""), waits, lines};
}

test(
  "sans réseau, les deux premières sources épuisent leurs essais, les autres n'en font qu'un, et le journal le dit au fur et à mesure",
  slow,
  async () => {
    const {exit, lines, waits} = await collect(await startMirror(), [
      "cog",
      "urssaf",
      "enaf",
      "rp_emploi_lt"
    ]);
    expect(exit).toBe(5);
    expect(waits).toEqual([1000, 2000, 1000, 2000]);
    const told = lines.filter(({evenement}) => evenement === "essai" || evenement === "echec");
    expect(told.map(({evenement, source, essai}) => [evenement, source, essai])).toEqual([
      ["essai", "cog", 1],
      ["essai", "cog", 2],
      ["echec", "cog", undefined],
      ["essai", "urssaf", 1],
      ["essai", "urssaf", 2],
      ["echec", "urssaf", undefined],
      ["echec", "rp_emploi_lt", undefined],
      ["echec", "enaf", undefined]
    ]);
    expect(told[0]).toMatchObject({
      niveau: "attention",
      commande: "collect",
      texte: "cog/mouvement, une connexion refusée : nouvel essai (1 sur 2) dans 1\u00a0s",
      fichier: "mouvement",
      essais: 2,
      attente: 1
    });
    expect(told[2]).toMatchObject({code: "SRC_UNAVAILABLE", texte: expect.stringContaining("cog/mouvement")});
    const places = lines.map(({evenement}) => evenement);
    expect(places.indexOf("echec")).toBeLessThan(places.lastIndexOf("debut"));
  }
);

test("un producteur qui répond mal n'ôte la patience à personne", slow, async () => {
  const mirror = await startMirror((_, response) => void response.writeHead(503).end());
  const {waits} = await collect(mirror, ["cog", "urssaf", "enaf"]);
  expect(waits).toEqual([1000, 2000, 1000, 2000, 1000, 2000]);
});

test("sur un terminal, la ligne bouge et rien de plus ne reste", slow, async () => {
  const {said} = await collect(await startMirror(), ["cog"], {isTTY: true});
  expect(said).toContain("mouvement, une connexion refusée : attente de 1\u00a0s au plus");
  expect(said).not.toContain("nouvel essai");
  expect(said.match(/attendu une réponse du producteur/g)).toHaveLength(1);
});
