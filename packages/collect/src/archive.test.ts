import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync
} from "node:fs";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {collectedAt, collectOptions} from "../test/collect-options.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {villagesModule} from "../test/villages.ts";
import {collectModule} from "./collect-module.ts";
import {listDamaged, setDamagedAside} from "./damaged-vintages.ts";
import {openArchive} from "./open-archive.ts";
import {openSnapshots} from "./open-snapshots.ts";
import {readVintage, writeCard} from "./read-vintage.ts";
import {writeSourcesLock} from "./sources-lock.ts";
import {sweepPartials} from "./sweep-partials.ts";

const csv = "code_commune,annee\n77284,2025\n77379,2025\n";
const module = villagesModule({kind: "http", url: "http://127.0.0.1:9/"});

/** One vintage, archived from a folder by the real collection. */
async function archiveVillages() {
  const from = temporaryFolder();
  writeFileSync(join(from, "villages.csv"), csv);
  const options = collectOptions({from});
  const collect = async () => (await collectModule(module, options)).files[0];
  await collect();
  const [snapshot] = await openSnapshots(options.dataDirectory);
  if (!snapshot) throw new Error("rien d'archivé");
  const path = join(options.dataDirectory, snapshot.path);
  return {data: options.dataDirectory, from, collect, snapshot, path, folder: dirname(path)};
}

test("le balayage laisse ce que les gens déposent, même inachevé", async () => {
  const {data} = await archiveVillages();
  mkdirSync(join(data, "depot"));
  writeFileSync(join(data, "depot/urssaf.csv.part"), "…");
  writeFileSync(join(data, "reste.part"), "…");
  expect(await sweepPartials(data)).toEqual(["reste.part"]);
  expect(existsSync(join(data, "depot/urssaf.csv.part"))).toBe(true);
});

test("ce qui est archivé est en lecture seule", async () => {
  const {folder} = await archiveVillages();
  const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
  expect(modes).toEqual([0o444, 0o444]);
});

test("un fichier abîmé n'est plus lu, on le dit, il est mis de côté puis collecté de nouveau", async () => {
  const {data, collect, snapshot, path, folder} = await archiveVillages();
  chmodSync(path, 0o644);
  truncateSync(path, csv.length - 5);
  expect(await openSnapshots(data)).toEqual([]);
  const [damaged] = await listDamaged(data);
  expect(damaged?.sentence).toBe(
    `villages/population : attendu le fichier archivé ${snapshot.sha256.slice(0, 12)}, trouvé ${csv.length - 5} octets au lieu de ${csv.length} dans « villages.csv » ; ses octets sont mis de côté et seront collectés de nouveau.`
  );
  expect(await setDamagedAside(data)).toEqual([damaged]);
  expect(readdirSync(dirname(folder))).toEqual([`.abime-${damaged?.id}`]);
  expect(await listDamaged(data)).toEqual([]);
  expect((await collect())?.outcome).toBe("collecte");
  expect(readdirSync(dirname(folder))).toEqual([damaged?.id]);
  expect(readFileSync(path, "utf8")).toBe(csv);
});

test("une fiche perdue ou illisible est un dommage, non une version", async () => {
  const {data, folder} = await archiveVillages();
  chmodSync(join(folder, "snapshot.json"), 0o644);
  writeFileSync(join(folder, "snapshot.json"), '{"source": "vil');
  expect((await listDamaged(data))[0]?.sentence).toContain("trouvé une fiche illisible");
  expect(await openSnapshots(data)).toEqual([]);
});

test("d'une version abîmée qui a sa tranche, la tranche et la fiche restent", async () => {
  const {data, collect, path, folder, snapshot} = await archiveVillages();
  writeFileSync(join(folder, "tranche-ti.parquet"), "…PAR1");
  chmodSync(path, 0o644);
  truncateSync(path, 3);
  await setDamagedAside(data);
  expect(await readVintage(folder)).toMatchObject({kept: "tranche", damage: null, originals: []});
  expect(await openSnapshots(data)).toEqual([]);
  await collect();
  expect(await openSnapshots(data)).toEqual([snapshot]);
  expect(readdirSync(folder).sort()).toEqual(["snapshot.json", "tranche-ti.parquet", "villages.csv"]);
  expect(readdirSync(dirname(folder))).toHaveLength(1);
});

test("les octets d'une version réduite à sa tranche reviennent sous leur première fiche", async () => {
  const {data, collect, snapshot, folder, path} = await archiveVillages();
  const vintage = await readVintage(folder);
  if (!vintage?.card) throw new Error("pas de fiche");
  await writeCard(folder, {...vintage.card, kept: "tranche"});
  expect(await openSnapshots(data)).toEqual([]);
  expect((await openArchive(data)).map(({kept}) => kept)).toEqual(["tranche"]);
  await collect();
  expect(await openSnapshots(data)).toEqual([snapshot]);
  expect(existsSync(path)).toBe(true);
  expect(statSync(join(folder, "snapshot.json")).mode & 0o777).toBe(0o444);
});

test("le verrou des sources dit chaque version, et ne change que si l'archive change", async () => {
  const {data, from, collect, snapshot, folder} = await archiveVillages();
  const path = await writeSourcesLock(data);
  const read = () => JSON.parse(readFileSync(path, "utf8"));
  expect(read()).toEqual({
    villages: {
      population: [
        {
          vintage: "2025",
          vintageDate: "2025-01-01",
          collectedAt,
          sha256: snapshot.sha256,
          bytes: csv.length,
          unpackedBytes: csv.length,
          origin: "villages.csv",
          reached: null,
          licence: snapshot.licence ?? null,
          kept: "entier"
        }
      ]
    }
  });
  const {ino} = statSync(path);
  await writeSourcesLock(data);
  expect(statSync(path).ino).toBe(ino);
  writeFileSync(join(from, "villages.csv"), csv.replaceAll("2025", "2026"));
  await collect();
  const vintage = await readVintage(folder);
  if (vintage?.card) await writeCard(folder, {...vintage.card, kept: "tranche"});
  await writeSourcesLock(data);
  expect(
    read().villages.population.map(({vintage: year, kept}: {vintage: string; kept: string}) => [year, kept])
  ).toEqual(
    expect.arrayContaining([
      ["2025", "tranche"],
      ["2026", "entier"]
    ])
  );
});
