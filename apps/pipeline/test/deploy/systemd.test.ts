import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {observatoireCommands, requireCommand, root} from "./observatoire-commands.ts";
import {deploy} from "./web-server.ts";

const folder = join(deploy, "systemd");
const units = readdirSync(folder)
  .filter((name) => /\.(service|timer)$/.test(name))
  .sort();
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const analyze = (...args: string[]) => {
  const {status, stdout, stderr} = spawnSync("systemd-analyze", args, {
    encoding: "utf8",
    // Hours of the timers, whatever the time zone of the machine.
    env: {...process.env, TZ: "UTC"}
  });
  return {status, said: `${stdout}${stderr}`};
};
/** Value of a setting, the last one given. */
const settingOf = (unit: string, key: string) =>
  [...read(unit).matchAll(new RegExp(`^${key}=(.*)$`, "gm"))].at(-1)?.[1];

test("what a unit starts exists, and a failure starts the alert", () => {
  for (const service of ["observatoire.service", "observatoire-surveillance.service"]) {
    const [words = []] = observatoireCommands(settingOf(service, "ExecStart") ?? "");
    requireCommand(words);
    expect(settingOf(service, "OnFailure")).toBe("observatoire-echec@%n.service");
    expect(units).toContain("observatoire-echec@.service");
    expect(settingOf(service, "Type")).toBe("oneshot");
    // A partial refresh must reach someone: it is not a success.
    expect(settingOf(service, "SuccessExitStatus")).toBeUndefined();
  }
  for (const timer of units.filter((name) => name.endsWith(".timer"))) {
    expect(units).toContain(timer.replace(".timer", ".service"));
    expect(settingOf(timer, "Persistent")).toBe("true");
  }
});

test("the alert is given the code and the log of the unit that failed", () => {
  const script = settingOf("observatoire-echec@.service", "ExecStart")?.split(" ")[1] ?? "";
  const tools = mkdtempSync(join(tmpdir(), "observatoire-outils-"));
  try {
    const tool = (name: string, text: string) =>
      writeFileSync(join(tools, name), `#!/bin/sh\n${text}\n`, {mode: 0o755});
    tool("journalctl", `echo '{"niveau":"erreur","evenement":"faute","texte":"lu de '"$1"'"}'`);
    tool("systemctl", "echo 11");
    const alert = (env: Record<string, string>) =>
      spawnSync("/bin/sh", [script, "observatoire.service"], {
        cwd: root,
        encoding: "utf8",
        env: {PATH: `${tools}:${process.env.PATH}`, NODE: process.execPath, ALERTE_DOSSIER: tools, ...env}
      }).stdout;
    expect(alert({MONITOR_EXIT_STATUS: "6"})).toContain("Observatoire, code 6");
    const old = alert({});
    expect(old).toContain("Observatoire, code 11 : le disque est plein, ou l'écriture y est refusée");
    expect(old).toContain("erreur : lu de --unit=observatoire.service");
  } finally {
    rmSync(tools, {recursive: true, force: true});
  }
});

test("Node starts under the limits that concern memory and files", () => {
  // V8 writes the code it runs: this limit would stop it.
  expect(settingOf("observatoire.service", "MemoryDenyWriteExecute")).toBe("false");
  expect(settingOf("observatoire.service", "RestrictAddressFamilies")?.split(" ")).toContain("AF_UNIX");
  const written = [
    ...read("observatoire.service").matchAll(/^ReadWritePaths=-?\/srv\/observatoire\/(.*)$/gm)
  ];
  expect(written.map(([, path]) => path)).toEqual(["data"]);
  const limited = spawnSync(
    "sh",
    ["-c", `umask 0027; ulimit -c 0; exec "${process.execPath}" bin/observatoire.js --help`],
    {cwd: root, encoding: "utf8"}
  );
  expect(limited.stdout).toContain("Usage : npx observatoire");
  expect(limited.status).toBe(0);
});

const absent = analyze("--version").status !== 0;
describe.skipIf(absent)(
  absent ? "systemd-analyze n'est pas installé ici : deploy/systemd n'est pas essayé" : "systemd-analyze",
  () => {
    let copies: string;
    beforeAll(() => {
      copies = mkdtempSync(join(tmpdir(), "observatoire-unites-"));
      for (const name of units) {
        const text = read(name)
          .replaceAll("/srv/observatoire", root)
          .replaceAll("/usr/bin/node", process.execPath);
        writeFileSync(join(copies, name.replace("@.", "@observatoire.service.")), text);
      }
    });
    afterAll(() => rmSync(copies, {recursive: true, force: true}));

    test("verifies every unit", () => {
      const names = readdirSync(copies).map((name) => join(copies, name));
      expect(analyze("verify", "--man=no", ...names)).toEqual({status: 0, said: ""});
    });

    test("sees a setting that is misspelt", () => {
      const path = join(copies, "faux.service");
      writeFileSync(path, read("observatoire-surveillance.service").replace("ProtectHome=", "ProtectHomes="));
      expect(analyze("verify", "--man=no", path).said).toMatch(/Unknown key.*'ProtectHomes'/);
      rmSync(path);
    });

    test.each([
      ["observatoire.service", 20],
      ["observatoire-surveillance.service", 15]
    ])("%s is exposed to %i at most, of 100", (name, threshold) => {
      const {status, said} = analyze(
        "security",
        "--offline=true",
        "--no-pager",
        `--threshold=${threshold}`,
        join(copies, name)
      );
      expect(status, said.split("\n").slice(-3).join("\n")).toBe(0);
    });

    test.each(units.filter((name) => name.endsWith(".timer")))("%s comes once a day", (name) => {
      const {status, said} = analyze("calendar", "--iterations=3", settingOf(name, "OnCalendar") ?? "");
      expect(status, said).toBe(0);
      const times = [...said.matchAll(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC/g)].map(([at]) =>
        Date.parse(at)
      );
      const days = [...new Set(times)].sort((a, b) => a - b);
      expect(days, said).toHaveLength(3);
      for (const [index, at] of days.slice(1).entries()) expect(at - days[index]!).toBe(86_400_000);
    });
  }
);
