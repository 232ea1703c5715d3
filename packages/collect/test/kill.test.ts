import {spawn} from "node:child_process";
import {EventEmitter, once} from "node:events";
import {readdirSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {collectModule, openSnapshots, sweepPartials, withLock} from "../src/index.ts";
import {serve} from "./serve.ts";
import {temporaryFolder} from "./temporary-folder.ts";
import {inspectVillages, villagesModule} from "./villages.ts";

const csv = Buffer.from(`code_commune,annee\n${"77284,2024\n".repeat(20_000)}`);
const child = fileURLToPath(new URL("./collect-child.ts", import.meta.url));

test("F31 : tué pendant le téléchargement, la collecte suivante réussit seule", {
  timeout: 30_000
}, async () => {
  const dataDirectory = temporaryFolder();
  const half = new EventEmitter();
  const {url} = await serve((_, response, index) => {
    response.writeHead(200, {"content-length": csv.length, etag: '"v1"'});
    if (index > 0) response.end(csv);
    else response.write(csv.subarray(0, 100_000), () => setTimeout(() => half.emit("sent"), 200));
  });
  const collecting = spawn(process.execPath, ["--import", "tsx", child, url, dataDirectory], {
    stdio: "ignore"
  });
  await once(half, "sent");
  collecting.kill("SIGKILL");
  await once(collecting, "exit");
  expect(readdirSync(dataDirectory)).toContain(".verrou");
  expect(await openSnapshots(dataDirectory)).toEqual([]);

  const module = villagesModule({kind: "http", url}, {rows: {min: 1, max: 1e6}});
  const options = {dataDirectory, projectRoot: dataDirectory, inspect: inspectVillages};
  const swept: string[] = [];
  const {outcome} = await withLock(dataDirectory, "collect", async () => {
    swept.push(...(await sweepPartials(dataDirectory)));
    return collectModule(module, options);
  });
  // Ce qui attendait d'être archivé, et des octets que rien ne permet de reprendre.
  expect(swept).toHaveLength(2);
  expect(outcome).toBe("collecte");
  expect((await openSnapshots(dataDirectory))[0]).toMatchObject({rows: 20_000, bytes: csv.length});
  expect(readdirSync(dataDirectory)).toEqual(["snapshots"]);
});
