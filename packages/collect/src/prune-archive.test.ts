import {existsSync, readdirSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {
  type ArchivedVillages,
  villagesSource,
  writeRefused,
  writeVintage
} from "../test/archived-villages.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {openArchive} from "./open-archive.ts";
import {type PruneOptions, pruneArchive} from "./prune-archive.ts";
import {sweepPartials} from "./sweep-partials.ts";

const now = new Date("2026-11-24T05:15:00Z");
const heavy = {unpackedBytes: 100e6, slices: ["ti"]};
const month = (index: number, facts: ArchivedVillages = {}): ArchivedVillages => ({
  sha256: `mois${String(index).padStart(2, "0")}`,
  vintage: `mois ${index}`,
  vintageDate: new Date(Date.UTC(2024, index, 1)).toISOString().slice(0, 10),
  ...facts
});
const months = (count: number, facts: ArchivedVillages = {}) =>
  Array.from({length: count}, (_, index) => month(index, facts));

function archiveOf(vintages: readonly ArchivedVillages[]) {
  const data = temporaryFolder();
  for (const vintage of vintages) writeVintage(data, vintage);
  return data;
}

const prune = (data: string, options: Partial<PruneOptions> = {}) =>
  pruneArchive(data, {sources: [villagesSource()], used: new Set(), now, ...options});

/** What is kept of each vintage, the latest collected last. */
async function keptOf(data: string): Promise<Record<string, string>> {
  const vintages = await openArchive(data);
  expect(vintages.map(({damage}) => damage).filter((damage) => damage !== null)).toEqual([]);
  return Object.fromEntries(vintages.map(({card, kept}) => [card?.vintage ?? "?", kept]));
}

test("d'un gros fichier, deux versions entières ; les autres gardent fiche et tranche", async () => {
  const data = archiveOf(months(4, heavy));
  const pruned = await prune(data);
  expect(pruned.map(({vintage, action, bytes}) => [vintage, action, bytes])).toEqual([
    ["mois 1", "reduit", 100e6],
    ["mois 0", "reduit", 100e6]
  ]);
  expect(await keptOf(data)).toEqual({
    "mois 0": "tranche",
    "mois 1": "tranche",
    "mois 2": "entier",
    "mois 3": "entier"
  });
  const folder = join(data, "snapshots/villages/population/mois00000000");
  expect(readdirSync(folder).sort()).toEqual(["snapshot.json", "tranche-ti.parquet"]);
  expect(await prune(data)).toEqual([]);
});

test("sans aucune tranche, un gros fichier est gardé, et on le dit ; au-delà des versions gardées, il part", async () => {
  const data = archiveOf([
    month(0, {unpackedBytes: 100e6}),
    month(1, {unpackedBytes: 100e6}),
    ...months(4, heavy).slice(2)
  ]);
  writeFileSync(join(data, "snapshots/villages/population/mois00000000/tranche-ti.parquet"), "PAR1 coupée");
  expect((await prune(data)).map(({vintage, action}) => [vintage, action])).toEqual([
    ["mois 1", "sans-tranche"],
    ["mois 0", "sans-tranche"]
  ]);
  expect(Object.values(await keptOf(data))).toEqual(["entier", "entier", "entier", "entier"]);
  expect((await prune(data, {vintages: 3})).map(({vintage, action}) => [vintage, action])).toEqual([
    ["mois 1", "sans-tranche"],
    ["mois 0", "retire"]
  ]);
  expect(Object.keys(await keptOf(data))).toEqual(["mois 1", "mois 2", "mois 3"]);
});

test("après un changement de territoire, la tranche de l'ancien suffit", async () => {
  const data = archiveOf(months(4, {...heavy, slices: ["ancien"]}));
  expect((await prune(data)).map(({vintage, action}) => [vintage, action])).toEqual([
    ["mois 1", "reduit"],
    ["mois 0", "reduit"]
  ]);
  expect(readdirSync(join(data, "snapshots/villages/population/mois00000000"))).toContain(
    "tranche-ancien.parquet"
  );
});

test("deux versions entières sont deux millésimes : les corrections du dernier ne chassent pas l'autre", async () => {
  const corrected = (rank: number, facts: ArchivedVillages = {}) =>
    month(12, {
      ...heavy,
      sha256: `corrige${rank}`,
      vintage: `2025-${rank}`,
      collectedAt: `2026-0${rank}-01T00:00:00.000Z`,
      ...facts
    });
  const data = archiveOf([month(0, heavy), corrected(1), corrected(2), corrected(3)]);
  await prune(data);
  expect(await keptOf(data)).toEqual({
    "mois 0": "entier",
    "2025-1": "tranche",
    "2025-2": "tranche",
    "2025-3": "entier"
  });
  const light = {unpackedBytes: 10, slices: []};
  const few = archiveOf([month(0), corrected(1, light), corrected(2, light), corrected(3, light)]);
  const used = new Set(["villages/population:corrige10000"]);
  const pruned = await prune(few, {vintages: 2, used});
  expect(pruned.map(({vintage, action}) => [vintage, action])).toEqual([["2025-2", "retire"]]);
  expect(Object.keys(await keptOf(few)).sort()).toEqual(["2025-1", "2025-3", "mois 0"]);
});

test("ce qu'un passage gardé a lu, et ce que le producteur a répondu en dernier, restent entiers", async () => {
  const data = archiveOf(months(6, heavy));
  writeFileSync(
    join(data, "snapshots/villages/population/.derniere-reponse.json"),
    JSON.stringify([{sha256: "mois01000000"}, {sha256: "mois00000000"}])
  );
  const used = new Set(["villages/population:mois02000000"]);
  await prune(data, {used, vintages: 3});
  expect(await keptOf(data)).toEqual({
    "mois 0": "entier",
    "mois 2": "entier",
    "mois 3": "tranche",
    "mois 4": "entier",
    "mois 5": "entier"
  });
});

test("d'un fichier léger, vingt-quatre versions ; au-delà le dossier part", async () => {
  const data = archiveOf(months(27));
  const pruned = await prune(data);
  expect(pruned.map(({vintage, action}) => [vintage, action])).toEqual([
    ["mois 2", "retire"],
    ["mois 1", "retire"],
    ["mois 0", "retire"]
  ]);
  expect(Object.keys(await keptOf(data))).toHaveLength(24);
});

test("du simulé, la dernière version ; une vraie version plus ancienne n'en souffre pas", async () => {
  const simulated = months(3, {...heavy, simulated: true, kind: "simule"});
  const data = archiveOf([
    ...simulated,
    {...heavy, sha256: "vrai", vintage: "vrai", vintageDate: "2020-01-01"}
  ]);
  await prune(data);
  expect(await keptOf(data)).toEqual({"mois 2": "entier", vrai: "entier"});
});

test("d'une série, chaque année lue garde ses deux derniers millésimes, les années passées leur tranche", async () => {
  const edition = (year: number, rank: number): ArchivedVillages => ({
    ...heavy,
    sha256: `a${year}${rank}`,
    vintage: `${year}-${rank}`,
    vintageDate: `${year}-0${rank}-28`,
    collectedAt: `2026-0${rank}-01T00:00:00.000Z`
  });
  const data = archiveOf([2025, 2024, 2023].flatMap((year) => [1, 2, 3].map((rank) => edition(year, rank))));
  await prune(data, {sources: [villagesSource({years: 2})]});
  const kept = await keptOf(data);
  const whole = Object.keys(kept).filter((vintage) => kept[vintage] === "entier");
  expect(whole.sort()).toEqual(["2024-2", "2024-3", "2025-2", "2025-3"]);
  expect(Object.keys(kept)).toHaveLength(9);
});

test("une source que le programme ne déclare plus n'est pas touchée", async () => {
  const data = archiveOf(months(30, heavy));
  expect(await prune(data, {sources: []})).toEqual([]);
  expect(Object.keys(await keptOf(data))).toHaveLength(30);
});

test("des fichiers refusés, le dernier reste, trente jours au plus", async () => {
  const data = archiveOf([month(0)]);
  const old = writeRefused(data, "vieux", {now, days: 3});
  const last = writeRefused(data, "dernier", {now, days: 1});
  await prune(data);
  expect([existsSync(old), existsSync(last)]).toEqual([false, true]);
  await prune(data, {now: new Date(now.getTime() + 30 * 86_400_000)});
  expect(existsSync(last)).toBe(false);
});

test("un refus sans octets ne chasse pas un fichier refusé, et reste lui aussi trente jours", async () => {
  const data = archiveOf([month(0)]);
  const whole = writeRefused(data, "entier", {now, days: 3});
  const bytes = ["a", "b"].map((name) => writeRefused(data, name, {now, days: 2, sansOctets: true}));
  await prune(data);
  expect([whole, ...bytes].map(existsSync)).toEqual([true, true, true]);
  await prune(data, {now: new Date(now.getTime() + 29 * 86_400_000)});
  expect(bytes.map(existsSync)).toEqual([false, false]);
});

test("un retrait commencé puis interrompu est fini par le suivant", async () => {
  const data = archiveOf([month(0, {...heavy, kept: "tranche"}), ...months(3, heavy).slice(1)]);
  const folder = join(data, "snapshots/villages/population/mois00000000");
  expect(existsSync(join(folder, "villages.csv"))).toBe(true);
  await prune(data);
  expect(readdirSync(folder).sort()).toEqual(["snapshot.json", "tranche-ti.parquet"]);
  renameSync(folder, join(data, "snapshots/villages/population/.stage-retire-mois00000000"));
  expect(await sweepPartials(data)).toHaveLength(1);
  expect(readdirSync(join(data, "snapshots/villages/population")).sort()).toEqual([
    "mois01000000",
    "mois02000000"
  ]);
});
