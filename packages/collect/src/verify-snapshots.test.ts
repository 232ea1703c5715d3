import {chmodSync, existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {gzipSync} from "node:zlib";
import type {SourceFile} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {collectOptions} from "../test/collect-options.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {villagesModule} from "../test/villages.ts";
import {collectModule} from "./collect-module.ts";
import {hashFile} from "./hash-file.ts";
import {openSnapshots} from "./open-snapshots.ts";
import {readVintage, writeCard} from "./read-vintage.ts";
import {verifySnapshots} from "./verify-snapshots.ts";

const csv = "code_commune,annee\n77284,2025\n77379,2025\n";

/** One vintage, archived from a folder by the real collection. */
async function archiveVillages(name: string, bytes: string | Buffer, overrides: Partial<SourceFile> = {}) {
  const from = temporaryFolder();
  writeFileSync(join(from, name), bytes);
  const options = collectOptions({from});
  const module = villagesModule({kind: "http", url: "http://127.0.0.1:9/"}, overrides);
  const collect = async () => (await collectModule(module, options)).files[0];
  await collect();
  const data = options.dataDirectory;
  const [snapshot] = await openSnapshots(data);
  if (!snapshot) throw new Error("rien d'archivé");
  const folder = join(data, dirname(snapshot.path));
  return {data, folder, snapshot, collect, verify: () => verifySnapshots(data, [snapshot])};
}

const archiveGzip = () =>
  archiveVillages("villages.csv.gz", gzipSync(csv), {
    wrapping: [{kind: "gzip"}],
    fileName: "^villages\\.csv\\.gz$"
  });

/** Changes one byte, and neither size nor name. */
function tamper(path: string) {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 2) ^ 1, bytes.length - 2);
  chmodSync(path, 0o644);
  writeFileSync(path, bytes);
}

test("des octets changés sans changer de taille sont vus, mis de côté, puis collectés de nouveau", async () => {
  const {data, folder, snapshot, collect, verify} = await archiveVillages("villages.csv", csv);
  expect(snapshot.unpackedSha256).toBeUndefined();
  expect(await verify()).toEqual([]);
  tamper(join(data, snapshot.path));
  expect(await openSnapshots(data)).toEqual([snapshot]);
  const id = basename(folder);
  expect(await verify()).toEqual([
    {
      source: "villages",
      file: "population",
      id,
      sentence: `villages/population : attendu le fichier archivé ${id}, trouvé d'autres octets que ceux de son empreinte dans « villages.csv » ; ses octets sont mis de côté et seront collectés de nouveau.`
    }
  ]);
  expect(readdirSync(dirname(folder))).toEqual([`.abime-${id}`]);
  expect((await collect())?.outcome).toBe("collecte");
  expect(readFileSync(join(data, snapshot.path), "utf8")).toBe(csv);
  expect(await verify()).toEqual([]);
});

test("d'un fichier emballé, l'empreinte de ce qui est lu est sur la fiche ; ce qui fut reçu est relu aussi", async () => {
  const read = await archiveGzip();
  const path = join(read.data, read.snapshot.path);
  expect(read.snapshot.unpackedSha256).toBe((await hashFile(path)).sha256);
  expect(read.snapshot.unpackedSha256).not.toBe(read.snapshot.sha256);
  expect(await read.verify()).toEqual([]);
  tamper(path);
  expect((await read.verify())[0]?.sentence).toContain("« villages.csv »");

  const received = await archiveGzip();
  tamper(join(received.folder, "villages.csv.gz"));
  expect((await received.verify())[0]?.sentence).toContain("« villages.csv.gz »");
});

test("une fiche d'avant cette empreinte est vérifiée par ce qu'elle a : les octets reçus", async () => {
  const {folder, verify} = await archiveGzip();
  const card = (await readVintage(folder))?.card;
  if (!card) throw new Error("pas de fiche");
  const {unpackedSha256: _, ...old} = card;
  await writeCard(folder, old);
  expect(await verify()).toEqual([]);
  tamper(join(folder, "villages.csv.gz"));
  expect(await verify()).toHaveLength(1);
});

test("seules les versions choisies sont relues, et une absente ou réduite n'est pas un dommage de plus", async () => {
  const {data, folder, snapshot} = await archiveVillages("villages.csv", csv);
  tamper(join(data, snapshot.path));
  expect(await verifySnapshots(data, [])).toEqual([]);
  expect(await verifySnapshots(data, [{path: "snapshots/villages/population/ailleurs/x.csv"}])).toEqual([]);
  expect(existsSync(folder)).toBe(true);
  // Its slices stay, with the card, when the file is damaged.
  writeFileSync(join(folder, "tranche-ti.parquet"), "…PAR1");
  expect(await verifySnapshots(data, [snapshot])).toHaveLength(1);
  expect(readdirSync(folder).sort()).toEqual(["snapshot.json", "tranche-ti.parquet"]);
  expect(await verifySnapshots(data, [snapshot])).toEqual([]);
});
