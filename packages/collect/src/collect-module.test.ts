import {appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {DataError} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {collectedAt, collectOptions} from "../test/collect-options.ts";
import {serve} from "../test/serve.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {villagesModule} from "../test/villages.ts";
import {collectModule} from "./collect-module.ts";
import {openSnapshots} from "./open-snapshots.ts";

const csv2024 = "code_commune,annee\n77284,2024\n77379,2024\n";
const csv2025 = "code_commune,annee\n77284,2025\n77379,2025\n";

/** Everything under `data/`, hidden files included. */
const tree = (directory: string) => (readdirSync(directory, {recursive: true}) as string[]).sort();

/** A producer whose file changes, or fails, between two collections. */
async function serveVillages() {
  const state = {body: csv2024, status: 200};
  const {url, requests} = await serve((request, response) => {
    const etag = `"${state.body.length}-${state.body.at(-2)}"`;
    const known = state.status === 200 && request.headers["if-none-match"] === etag;
    if (known) response.writeHead(304, {etag}).end();
    else
      response
        .writeHead(state.status, {etag, "content-length": Buffer.byteLength(state.body)})
        .end(state.body);
  });
  return {state, requests, module: villagesModule({kind: "http", url: `${url}/exports/csv`})};
}

test("une première collecte archive le fichier, sa fiche et rien d'autre", async () => {
  const {module} = await serveVillages();
  const options = collectOptions();
  const {outcome, message, files} = await collectModule(module, options);
  expect({outcome, message}).toEqual({outcome: "collecte", message: null});
  const snapshot = files[0]?.snapshot;
  expect(snapshot).toMatchObject({
    kind: "telecharge",
    bytes: csv2024.length,
    unpackedBytes: csv2024.length,
    vintage: "2024",
    vintageDate: "2024-01-01",
    collectedAt,
    simulated: false,
    rows: 2
  });
  const folder = `snapshots/villages/population/${snapshot?.sha256.slice(0, 12)}`;
  expect(snapshot?.path).toBe(`${folder}/population.csv`);
  expect(readFileSync(join(options.dataDirectory, snapshot?.path ?? ""), "utf8")).toBe(csv2024);
  expect(tree(join(options.dataDirectory, "snapshots/villages/population"))).toEqual([
    ".derniere-reponse.json",
    snapshot?.sha256.slice(0, 12),
    `${snapshot?.sha256.slice(0, 12)}/population.csv`,
    `${snapshot?.sha256.slice(0, 12)}/snapshot.json`
  ]);
  expect(await openSnapshots(options.dataDirectory)).toEqual([snapshot]);
});

test("un fichier vient sous l'une de ses formes, que la fiche retient", async () => {
  const from = temporaryFolder();
  writeFileSync(join(from, "villages.csv.gz"), gzipSync(csv2025));
  const module = villagesModule(
    {kind: "http", url: "http://127.0.0.1:9/"},
    {forms: [{fileName: "^villages.*\\.csv\\.gz$", wrapping: [{kind: "gzip"}]}]}
  );
  const {outcome, files} = await collectModule(module, collectOptions({from}));
  expect({outcome, form: files[0]?.snapshot?.form, rows: files[0]?.snapshot?.rows}).toEqual({
    outcome: "collecte",
    form: 1,
    rows: 2
  });
  writeFileSync(join(from, "villages.csv.gz"), gzipSync("code_commune,annees\n77284,2025\n"));
  const refused = await collectModule(module, collectOptions({from}));
  expect(refused.files[0]?.code).toBe("DRIFT_RENAME");
});

test("une forme retirée par le producteur laisse la place à l'autre", async () => {
  const {url} = await serve((request, response) => {
    if (request.url === "/ancien.csv") response.writeHead(404).end();
    else response.end(csv2025);
  });
  const module = villagesModule(
    {kind: "http", url: `${url}/ancien.csv`},
    {forms: [{transport: {kind: "http", url: `${url}/nouveau.csv`}}]}
  );
  const {outcome, files} = await collectModule(module, collectOptions());
  expect({outcome, origin: files[0]?.snapshot?.origin}).toEqual({
    outcome: "collecte",
    origin: `${url}/nouveau.csv`
  });
});

test("rien de nouveau : aucun corps reçu, même fiche, rien d'écrit", async () => {
  const {module, requests} = await serveVillages();
  const options = collectOptions();
  const first = await collectModule(module, options);
  const before = tree(options.dataDirectory);
  const second = await collectModule(module, {
    ...options,
    now: () => new Date(Date.parse(collectedAt) + 10 * 86_400_000)
  });
  expect(second.outcome).toBe("inchange");
  expect(second.files[0]?.snapshot).toEqual(first.files[0]?.snapshot);
  expect(requests[1]?.headers["if-none-match"]).toBeDefined();
  expect(tree(options.dataDirectory)).toEqual(before);
});

test("une nouvelle version s'ajoute, l'ancienne reste", async () => {
  const {module, state} = await serveVillages();
  const options = collectOptions();
  await collectModule(module, options);
  state.body = csv2025;
  const second = await collectModule(module, options);
  expect(second.files[0]).toMatchObject({outcome: "collecte", snapshot: {vintage: "2025"}});
  expect((await openSnapshots(options.dataDirectory)).map(({vintage}) => vintage).sort()).toEqual([
    "2024",
    "2025"
  ]);
});

test.each([
  ["panne", {status: 500}, "SRC_UNAVAILABLE"],
  ["retiré", {status: 404}, "SRC_GONE"],
  ["F04 page web", {body: "<html>maintenance</html>"}, "NOT_DATA"],
  ["F06 en-tête seul", {body: "code_commune,annee\n"}, "EMPTY"],
  ["F23 colonne renommée", {body: "code_commune,annees\n77284,2025\n"}, "DRIFT_RENAME"],
  ["autre département", {body: "code_commune,annee\n69123,2025\n"}, "COVERAGE"]
])("%s : la dernière bonne version reste, avec la phrase", async (_, change, code) => {
  const {module, state} = await serveVillages();
  const options = collectOptions();
  const first = await collectModule(module, options);
  const before = tree(options.dataDirectory);
  Object.assign(state, change);
  const failed = await collectModule(module, options);
  expect(failed.outcome).toBe("echec");
  expect(failed.files[0]).toMatchObject({code, snapshot: first.files[0]?.snapshot});
  expect(failed.message).toMatch(/^villages\/population : attendu .+, trouvé .+ ; .+\.$/s);
  expect(tree(options.dataDirectory)).toEqual(before);
  Object.assign(state, {status: 200, body: csv2025});
  expect((await collectModule(module, options)).outcome).toBe("collecte");
});

test("une archive abîmée (fichier effacé) est collectée de nouveau", async () => {
  const {module, requests} = await serveVillages();
  const options = collectOptions();
  const first = await collectModule(module, options);
  rmSync(join(options.dataDirectory, first.files[0]?.snapshot?.path ?? ""));
  expect(await openSnapshots(options.dataDirectory)).toEqual([]);
  expect(await collectModule(module, options)).toEqual(first);
  expect(requests[1]?.headers["if-none-match"]).toBeUndefined();
});

test("F16 : le temps d'une source est partagé par ses fichiers", async () => {
  const {url} = await serve(() => undefined);
  const {source, ...rest} = villagesModule({kind: "http", url});
  const files = ["a", "b", "c"].map((id) => ({...source.files[0], id}));
  const before = performance.now();
  const limits = {retries: 0, totalMs: 1000};
  const outcome = await collectModule({...rest, source: {...source, files}}, collectOptions({limits}));
  expect(outcome.files.map(({code}) => code)).toEqual(Array(3).fill("SRC_UNAVAILABLE"));
  expect(performance.now() - before).toBeLessThan(2000);
});

test("jamais collectée : non disponible", async () => {
  const {module, state} = await serveVillages();
  state.status = 503;
  const {outcome, files} = await collectModule(module, collectOptions());
  expect(outcome).toBe("non_disponible");
  expect(files[0]).toMatchObject({snapshot: null, code: "SRC_UNAVAILABLE"});
});

test("une faute inattendue à la lecture refuse le fichier, sans arrêter les autres sources", async () => {
  const {module} = await serveVillages();
  const inspect = async () => {
    throw new Error("Invalid Input Error");
  };
  const {files} = await collectModule(module, collectOptions({inspect}));
  expect(files[0]).toMatchObject({code: "CORRUPT", outcome: "non_disponible"});
  expect(files[0]?.message).toContain("Invalid Input Error");
});

test("--from : le fichier est copié ; le modifier ensuite ne change pas l'archive", async () => {
  const from = temporaryFolder();
  mkdirSync(join(from, "sous-dossier"));
  const given = join(from, "sous-dossier/villages-2024.csv");
  writeFileSync(given, csv2024);
  const module = villagesModule({kind: "http", url: "http://serveur.invalid"});
  const options = collectOptions({from});
  const {outcome, files} = await collectModule(module, options);
  expect(outcome).toBe("collecte");
  expect(files[0]?.snapshot).toMatchObject({kind: "fourni", origin: "villages-2024.csv", rows: 2});
  appendFileSync(given, "77999,2024\n");
  expect(statSync(join(options.dataDirectory, files[0]?.snapshot?.path ?? "")).size).toBe(csv2024.length);
});

test("--from : un dossier sans ce fichier garde la dernière version, ou dit qu'il manque", async () => {
  const {module} = await serveVillages();
  const options = collectOptions();
  const from = temporaryFolder();
  expect((await collectModule(module, {...options, from})).message).toContain("dans le dossier donné");
  await collectModule(module, options);
  expect((await collectModule(module, {...options, from})).outcome).toBe("inchange");
});

test("--from : de deux fichiers, le plus complet est pris, même si l'autre est illisible", async () => {
  const from = temporaryFolder();
  writeFileSync(join(from, "villages-a.csv"), "code_commune,annee\n77284,2025\n");
  writeFileSync(join(from, "villages-b.csv"), csv2024);
  writeFileSync(join(from, "villages-c.csv"), "<html>");
  const module = villagesModule({kind: "http", url: ""});
  const {files} = await collectModule(module, collectOptions({from}));
  expect(files[0]?.snapshot?.origin).toBe("villages-b.csv");
});

test("simulé : marqué, visible en démonstration, jamais à la place du réel", async () => {
  const from = temporaryFolder();
  writeFileSync(join(from, "villages.csv"), csv2025);
  const {module, state} = await serveVillages();
  const options = collectOptions();
  const demo = {...options, from, simulated: {seed: 7}};
  const simulated = await collectModule(module, demo);
  expect(simulated.files[0]?.snapshot).toMatchObject({
    kind: "simule",
    origin: "simulation:7",
    simulated: true
  });
  state.status = 500;
  expect((await collectModule(module, options)).outcome).toBe("non_disponible");
  state.status = 200;
  await collectModule(module, options);
  expect((await collectModule(module, demo)).files[0]?.snapshot).toMatchObject({
    simulated: false,
    vintage: "2024"
  });
});

test("un fichier simulé redonné comme réel est refusé", async () => {
  const from = temporaryFolder();
  writeFileSync(join(from, "villages.csv"), csv2025);
  const module = villagesModule({kind: "http", url: ""});
  const options = collectOptions({from});
  await collectModule(module, {...options, simulated: {seed: 7}});
  const {files} = await collectModule(module, options);
  expect(files[0]).toMatchObject({outcome: "non_disponible", code: "NOT_DATA", snapshot: null});
});

test("paquet npm : la version est transmise, l'origine la porte ; emballage gzip déplié", async () => {
  const options = collectOptions();
  const installed = join(options.projectRoot, "node_modules/villages");
  mkdirSync(installed, {recursive: true});
  writeFileSync(join(installed, "package.json"), '{"version": "6.0.0"}');
  writeFileSync(join(installed, "villages.csv.gz"), gzipSync(csv2024));
  const module = villagesModule(
    {kind: "npm", package: "villages", path: "villages.csv.gz"},
    {wrapping: [{kind: "gzip"}], fileName: "^villages\\.csv\\.gz$"}
  );
  const seen: (string | null)[] = [];
  const readVintage: typeof module.readVintage = ({version}) => {
    seen.push(version);
    return {vintage: `version ${version}`, vintageDate: "2026-01-01"};
  };
  const {files} = await collectModule({...module, readVintage}, {...options, from: temporaryFolder()});
  expect(seen).toEqual(["6.0.0"]);
  expect(files[0]?.snapshot).toMatchObject({
    kind: "paquet",
    origin: "npm:villages@6.0.0/villages.csv.gz",
    simulated: false
  });
  expect(files[0]?.snapshot?.path).toMatch(/\/villages\.csv$/);
});

test("un fichier facultatif qui manque ne rend pas la source indisponible", async () => {
  const {module} = await serveVillages();
  const [file] = module.source.files;
  const extra = {
    ...file,
    id: "annexe",
    optional: true,
    transport: {kind: "npm", package: "absent", path: "x"} as const
  };
  const source = {...module.source, files: [file, extra]};
  const {outcome, message, files} = await collectModule({...module, source}, collectOptions());
  expect({outcome, message}).toEqual({outcome: "collecte", message: null});
  expect(files[1]).toMatchObject({outcome: "non_disponible", code: "SRC_GONE"});
});

test("sans territoire, aucune source n'est en cause : la faute remonte", async () => {
  const {module} = await serveVillages();
  const parts = {where: "territoire.yaml", expected: "un fichier", found: "rien", action: "l'écrire"};
  const inspect = () => Promise.reject(new DataError("TERRITOIRE", parts));
  await expect(collectModule(module, collectOptions({inspect}))).rejects.toMatchObject({code: "TERRITOIRE"});
});

test("la phrase de l'inspection est rendue telle quelle", async () => {
  const {module} = await serveVillages();
  const inspect = async () => {
    throw new DataError("TYPE", {
      where: "ligne 3",
      expected: "un nombre",
      found: "« abc »",
      action: "corriger"
    });
  };
  const {files} = await collectModule(module, collectOptions({inspect}));
  expect(files[0]).toMatchObject({
    code: "TYPE",
    message: "ligne 3 : attendu un nombre, trouvé « abc » ; corriger."
  });
});

test("« non modifié » n'est cru qu'un mois : un serveur qui garde son ETag sur d'autres octets finit par être entendu", async () => {
  const state = {body: csv2024};
  const {url, requests} = await serve((request, response) => {
    const etag = '"toujours"';
    if (request.headers["if-none-match"] === etag) response.writeHead(304, {etag}).end();
    else response.writeHead(200, {etag, "content-length": Buffer.byteLength(state.body)}).end(state.body);
  });
  const module = villagesModule({kind: "http", url: `${url}/exports/csv`});
  const options = collectOptions();
  const on = (day: string) => collectModule(module, {...options, now: () => new Date(`${day}T06:00:00Z`)});
  expect((await on("2026-11-01")).outcome).toBe("collecte");
  state.body = csv2025;
  for (const day of ["2026-11-02", "2026-12-01"]) expect((await on(day)).outcome).toBe("inchange");
  expect(requests).toHaveLength(3);
  const {outcome, files} = await on("2026-12-03");
  expect([outcome, files[0]?.snapshot?.vintage]).toEqual(["collecte", "2025"]);
  expect((await on("2026-12-04")).outcome).toBe("inchange");
});

test("un producteur qui revient à des octets d'avant est suivi, à chaque fois", async () => {
  const state = {body: ""};
  const {url} = await serve((request, response) => {
    const etag = `"${Buffer.from(state.body).toString("base64url")}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304, {etag}).end();
    else response.writeHead(200, {etag, "content-length": Buffer.byteLength(state.body)}).end(state.body);
  });
  const module = villagesModule({kind: "http", url: `${url}/exports/csv`});
  const corrected = csv2024.replace("77379,2024", "77380,2024");
  let days = 0;
  const options = collectOptions();
  const collect = async (body: string) => {
    state.body = body;
    days += 1;
    const now = () => new Date(Date.parse(collectedAt) + days * 86_400_000);
    const {outcome, files} = await collectModule(module, {...options, now});
    return [outcome, readFileSync(join(options.dataDirectory, files[0]!.snapshot!.path), "utf8") === body];
  };
  for (const body of [csv2024, corrected, csv2024, corrected])
    expect(await collect(body)).toEqual(["collecte", true]);
  expect(await collect(corrected)).toEqual(["inchange", true]);
  expect(await openSnapshots(options.dataDirectory)).toHaveLength(2);
});
