import {constants, existsSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {appendFile, copyFile, truncate} from "node:fs/promises";
import {join} from "node:path";
import {beforeEach, expect, test, vi} from "vitest";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {requireFreeSpace} from "./require-free-space.ts";
import {takeCopy} from "./take-copy.ts";

const disk = vi.hoisted(() => ({free: Number.POSITIVE_INFINITY}));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return {
    ...real,
    copyFile: vi.fn(real.copyFile),
    statfs: async () => ({bavail: disk.free, bsize: 1})
  };
});
beforeEach(() => {
  disk.free = Number.POSITIVE_INFINITY;
});

function giveFile() {
  const folder = temporaryFolder();
  const [from, to] = [join(folder, "donné.csv"), join(folder, "archive.csv")];
  writeFileSync(from, "0123456789");
  return {from, to};
}

test("un fichier donné est copié, jamais lié, quelle que soit sa taille : le récrire ne change pas l'archive", async () => {
  const {from, to} = giveFile();
  // Sparse: it takes no room, and is above any size that could be thought worth a link.
  await truncate(from, 600e6);
  vi.mocked(copyFile).mockImplementationOnce(async (_, target, mode) => {
    expect(mode).toBe(constants.COPYFILE_FICLONE);
    writeFileSync(target as string, "0123456789");
  });
  await takeCopy(from, to, "essai");
  expect(statSync(to).ino).not.toBe(statSync(from).ino);
  expect(statSync(from).nlink).toBe(1);
  await appendFile(from, "x");
  expect(readFileSync(to, "utf8")).toBe("0123456789");
});

test("sans trois fois sa taille libre, rien n'est écrit", async () => {
  const {from, to} = giveFile();
  disk.free = 29;
  await expect(takeCopy(from, to, "essai")).rejects.toMatchObject({
    code: "ENOSPC",
    message: expect.stringContaining(
      "essai : attendu 30\u00a0octets libres sur le disque, trouvé 29\u00a0octets ;"
    )
  });
  expect(existsSync(to)).toBe(false);
  disk.free = 30;
  await takeCopy(from, to, "essai");
  expect(readFileSync(to, "utf8")).toBe("0123456789");
});

test("la place demandée est trois fois la taille, ou ce que l'appelant dit", async () => {
  disk.free = 299;
  await expect(requireFreeSpace("/", 100, "essai")).rejects.toMatchObject({code: "ENOSPC"});
  await expect(requireFreeSpace("/", 299, "essai", 1)).resolves.toBeUndefined();
  await expect(requireFreeSpace("/", 300, "essai", 1)).rejects.toMatchObject({code: "ENOSPC"});
  disk.free = 300;
  await expect(requireFreeSpace("/", 100, "essai")).resolves.toBeUndefined();
});
