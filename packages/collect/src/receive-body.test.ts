import {join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {beforeEach, expect, test, vi} from "vitest";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {openReception} from "./receive-body.ts";

const disk = vi.hoisted(() => ({free: 0}));
vi.mock("node:fs/promises", async (original) => ({
  ...(await original<typeof import("node:fs/promises")>()),
  statfs: async () => ({bavail: disk.free, bsize: 1})
}));
beforeEach(() => {
  disk.free = 100e6;
});

/** Receives 60 MB of unknown length, each of which the disk loses; how far it went, and what stopped it. */
async function receive(total: number | null) {
  const reception = await openReception("https://essai.fr/a", join(temporaryFolder(), "a"), {
    where: "essai",
    algorithms: [],
    maxBytes: 1e9,
    resumeIn: undefined,
    onProgress: () => undefined
  });
  let sent = 0;
  async function* send() {
    for (; sent < 60e6; sent += 1e6) {
      yield Buffer.alloc(1e6);
      disk.free -= 1e6;
    }
  }
  const answer = {kind: "body", body: send(), resumed: false, total, validator: null} as const;
  const error = await reception.receive(answer, () => undefined).catch((fault: unknown) => fault);
  const bytes = reception.part.bytes();
  await reception.close(false);
  return {code: error instanceof DataError ? error.code : error, bytes, free: disk.free};
}

test("F33 : de longueur inconnue, le disque est regardé en chemin, et il reste trois fois ce qui est reçu", async () => {
  const {code, bytes, free} = await receive(null);
  expect(code).toBe("ENOSPC");
  expect(bytes).toBeGreaterThan(16e6);
  expect(free).toBeGreaterThan(50e6);
});

test("F33 : de longueur inconnue, rien n'est reçu sur un disque presque plein", async () => {
  disk.free = 20e6;
  expect(await receive(null)).toEqual({code: "ENOSPC", bytes: 0, free: 20e6});
});

test("F33 : de longueur connue, le disque est regardé une fois, avant", async () => {
  disk.free = 180e6;
  expect(await receive(60e6)).toMatchObject({code: undefined, bytes: 60e6});
});
