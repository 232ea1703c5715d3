import {spawnSync} from "node:child_process";
import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {expect, test} from "vitest";
import {takeTurn} from "./take-turn.ts";

const place = () => join(mkdtempSync(join(tmpdir(), "tour-")), "verrou");

test("two builds follow each other", async () => {
  const path = place();
  const seen: string[] = [];
  const build = (name: string) =>
    takeTurn(path, async () => {
      seen.push(`${name} commence`);
      await wait(150);
      seen.push(`${name} finit`);
    });
  await Promise.all([build("a"), build("b")]);
  expect(seen[1]).toBe(seen[0]!.replace("commence", "finit"));
  expect(seen).toHaveLength(4);
});

test("the turn of a process that died is taken over", async () => {
  const path = place();
  const {pid} = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(path, String(pid));
  expect(await takeTurn(path, async () => "fait")).toBe("fait");
});
