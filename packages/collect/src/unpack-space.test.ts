import {readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import type {SourceFile} from "@observatoire/catalog";
import {TextReader, Uint8ArrayWriter, ZipWriter} from "@zip.js/zip.js";
import {expect, test, vi} from "vitest";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {villagesModule} from "../test/villages.ts";
import {unpack} from "./unpack.ts";

const disk = vi.hoisted(() => ({free: 0}));
vi.mock("node:fs/promises", async (original) => ({
  ...(await original<typeof import("node:fs/promises")>()),
  statfs: async () => ({bavail: disk.free, bsize: 1})
}));

const csv = `code_commune,annee\n${"77284,2025\n".repeat(1000)}`;
const [plain] = villagesModule({kind: "http", url: ""}).source.files;
const zipped: SourceFile = {...plain, wrapping: [{kind: "zip", entry: "_data\\.csv$"}]};
const gzipped: SourceFile = {...plain, wrapping: [{kind: "gzip"}]};

async function open(bytes: Uint8Array, file: SourceFile, free: number, before?: number) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "recu"), bytes);
  disk.free = free;
  const result = await unpack(join(folder, "recu"), file, folder, {before}).then(
    () => "déplié",
    ({code}) => code
  );
  return [result, readdirSync(folder).length];
}

test("un zip demande avant d'écrire la place que son entrée déclare", async () => {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {useWebWorkers: false});
  await writer.add("lisez-moi.txt", new TextReader("x".repeat(50_000)));
  await writer.add("villages_data.csv", new TextReader(csv));
  const bytes = await writer.close();
  expect(await open(bytes, zipped, csv.length - 1)).toEqual(["ENOSPC", 1]);
  expect(await open(bytes, zipped, csv.length)).toEqual(["déplié", 2]);
});

test("un gzip demande la place de sa version précédente, sinon cinq fois la sienne", async () => {
  const bytes = gzipSync(csv);
  expect(await open(bytes, gzipped, 99_999, 100_000)).toEqual(["ENOSPC", 1]);
  expect(await open(bytes, gzipped, 100_000, 100_000)).toEqual(["déplié", 2]);
  expect(await open(bytes, gzipped, bytes.length * 5 - 1)).toEqual(["ENOSPC", 1]);
  expect(await open(bytes, gzipped, bytes.length * 5)).toEqual(["déplié", 2]);
});
