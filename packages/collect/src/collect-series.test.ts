import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {collectOptions} from "../test/collect-options.ts";
import {serve} from "../test/serve.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {villagesModule} from "../test/villages.ts";
import {collectModule} from "./collect-module.ts";
import {latestEditions} from "./latest-snapshot.ts";
import {openSnapshots} from "./open-snapshots.ts";

const csv2024 = "code_commune,annee\n77284,2024\n77379,2024\n";
const csv2025 = "code_commune,annee\n77284,2025\n77379,2025\n";

test("une série prend chaque année publiée ; l'année à venir, absente, n'est pas une panne", async () => {
  const {url, requests} = await serve((request, response) => {
    const year = /(\d{4})/.exec(request.url ?? "")?.[1] ?? "";
    if (request.headers["if-none-match"] === year) response.writeHead(304, {etag: year}).end();
    else if (year === "2026") response.writeHead(404).end();
    else response.writeHead(200, {etag: year}).end(`code_commune,annee\n77284,${year}\n`);
  });
  const module = villagesModule({kind: "http", url: `${url}/{annee}/villages.csv`}, {series: {years: 3}});
  const options = collectOptions();
  const first = await collectModule(module, options);
  expect(first).toMatchObject({outcome: "collecte", message: null});
  expect(first.files.map(({outcome}) => outcome)).toEqual(["collecte", "collecte"]);
  const archived = await openSnapshots(options.dataDirectory);
  const [file] = module.source.files;
  expect(latestEditions(archived, "villages", file, {demo: false}).map(({vintage}) => vintage)).toEqual([
    "2025",
    "2024"
  ]);
  const before = requests.length;
  const second = await collectModule(module, options);
  expect(second.outcome).toBe("inchange");
  expect(requests.slice(before).map(({headers}) => headers["if-none-match"])).toEqual([
    undefined,
    "2025",
    "2024"
  ]);
});

test("d'un dossier, une série prend le meilleur fichier de chaque année", async () => {
  const from = temporaryFolder();
  writeFileSync(join(from, "villages-a.csv"), csv2024);
  writeFileSync(join(from, "villages-b.csv"), csv2025);
  writeFileSync(join(from, "villages-c.csv"), "code_commune,annee\n77284,2025\n");
  const module = villagesModule({kind: "http", url: "http://127.0.0.1:9/{annee}"}, {series: {years: 3}});
  const {files} = await collectModule(module, collectOptions({from}));
  expect(files.map(({snapshot}) => [snapshot?.origin.split("/").at(-1), snapshot?.vintage])).toEqual([
    ["villages-a.csv", "2024"],
    ["villages-b.csv", "2025"]
  ]);
});
