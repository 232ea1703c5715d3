import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync} from "node:fs";
import {hostname} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {sweepPartials} from "./sweep-partials.ts";
import {withLock} from "./with-lock.ts";

const holder = (pid: number, host = hostname()) =>
  JSON.stringify({pid, host, startedAt: "2026-11-23T08:05:00.000Z", purpose: "refresh", startTicks: null});

/** Number of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ["-e", ""]).pid;

test("le second attend moins de cinq secondes et sait qui tient le verrou", async () => {
  const data = temporaryFolder();
  await withLock(data, "refresh", async () => {
    const before = performance.now();
    const fault = await withLock(data, "collect", async () => "jamais").catch((error) => error);
    expect(performance.now() - before).toBeLessThan(5000);
    expect(fault.code).toBe("LOCKED");
    expect(fault.message).toMatch(
      /« refresh » en cours depuis le .+ à \d\d:\d\d UTC \(processus \d+ sur .+\)/
    );
  });
  expect(readdirSync(data)).toEqual([]);
});

test("l'action rend sa valeur ; une faute libère le verrou", async () => {
  const data = temporaryFolder();
  expect(await withLock(data, "collect", async () => 42)).toBe(42);
  await expect(withLock(data, "collect", () => Promise.reject(new Error("panne")))).rejects.toThrow("panne");
  expect(existsSync(join(data, ".verrou"))).toBe(false);
});

test.each([
  ["d'un processus mort", () => holder(deadPid())],
  [
    "d'un autre processus du même numéro",
    () => holder(process.pid).replace('"startTicks":null', '"startTicks":"1"')
  ]
])("le verrou %s est repris", async (_, text) => {
  const data = temporaryFolder();
  writeFileSync(join(data, ".verrou"), text());
  expect(await withLock(data, "collect", async () => "repris")).toBe("repris");
  expect(readdirSync(data)).toEqual([]);
});

test("le verrou d'une autre machine tient tant qu'elle y touche, puis tombe : un conteneur disparu ne bloque rien", async () => {
  const data = temporaryFolder();
  writeFileSync(join(data, ".verrou"), holder(1, "autre-machine"));
  const fault = await withLock(data, "collect", async () => "jamais").catch((error) => error);
  expect(fault.message).toContain("supprimer data/.verrou");
  utimesSync(join(data, ".verrou"), 1e9, 1e9);
  expect(await withLock(data, "collect", async () => "repris")).toBe("repris");
});

test("un verrou vide est attendu s'il vient d'être créé, repris s'il est vieux", async () => {
  const data = temporaryFolder();
  writeFileSync(join(data, ".verrou"), "");
  await expect(withLock(data, "collect", async () => "jamais")).rejects.toMatchObject({code: "LOCKED"});
  utimesSync(join(data, ".verrou"), 1e9, 1e9);
  expect(await withLock(data, "collect", async () => "repris")).toBe("repris");
});

test("dix appels ensemble : un seul passe à la fois", async () => {
  const data = temporaryFolder();
  writeFileSync(join(data, ".verrou"), holder(deadPid()));
  let inside = 0;
  const results = await Promise.allSettled(
    Array.from({length: 10}, () =>
      withLock(data, "collect", async () => {
        inside += 1;
        expect(inside).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 20));
        inside -= 1;
      })
    )
  );
  expect(results.filter(({status}) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
  for (const result of results) if (result.status === "rejected") expect(result.reason.code).toBe("LOCKED");
});

test("les restes d'un arrêt brutal sont balayés, sauf si une autre commande travaille", async () => {
  const data = temporaryFolder();
  const file = join(data, "snapshots/villages/population");
  mkdirSync(join(file, ".stage-1-0"), {recursive: true});
  mkdirSync(join(file, "0123456789ab"), {recursive: true});
  mkdirSync(join(data, "runs/r1"), {recursive: true});
  writeFileSync(join(file, ".stage-1-0/telechargement.part"), "x");
  writeFileSync(join(file, "0123456789ab/snapshot.json"), "{}");
  writeFileSync(join(data, "x.part"), "x");
  writeFileSync(join(data, "runs/r1/page.part"), "un passage complet n'est pas visité");
  writeFileSync(join(data, ".verrou"), holder(1, "autre-machine"));
  expect(await sweepPartials(data)).toEqual([]);
  writeFileSync(join(data, ".verrou"), holder(deadPid()));
  const swept = await withLock(data, "collect", () => sweepPartials(data));
  expect(swept.sort()).toEqual(["snapshots/villages/population/.stage-1-0", "x.part"]);
  expect(readdirSync(file)).toEqual(["0123456789ab"]);
});
