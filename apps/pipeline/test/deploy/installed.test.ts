import {type ChildProcess, execFileSync, spawn} from "node:child_process";
import {once} from "node:events";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {csv, urssafHeader, urssafName, urssafRows} from "../small-world.ts";
import {root} from "./observatoire-commands.ts";
import {
  employee,
  observatoire,
  replayContainer,
  runAs,
  stranger,
  webServer,
  whyNotInstalled
} from "./replay-container.ts";
import {deploy} from "./web-server.ts";

const page = readFileSync(join(root, "apps/site/src/mode-d-exploitation.md"), "utf8");
const prefix = "sudo -u observatoire ";
const commands = [...page.matchAll(/`(sudo -u observatoire observatoire [^`]+)`/g)].map(([, line]) => line!);

test("the page gives each command whole, for an account that nobody logs into", () => {
  expect(commands.map((line) => line.slice(`${prefix}observatoire `.length))).toEqual([
    "programme init",
    "programme export data/programme/plan.xlsx",
    "programme import data/programme/plan.xlsx",
    "programme check",
    "programme publish",
    'edition create 2026-12-03 --titre "COPIL de décembre"',
    "status",
    "refresh",
    "rollback",
    "rollback noms",
    "rollback",
    "retrait 732829320",
    "status --max-age 3j"
  ]);
  expect(page.match(/npx observatoire/g)).toHaveLength(1);
});

const why = whyNotInstalled();
describe.skipIf(why !== null)(why === null ? "installed" : `installation non essayée : ${why}`, () => {
  let folder: string;
  const data = () => join(folder, "data");
  const settings = () => join(folder, "reglages");
  /** A line of the page, typed by somebody whom `sudo` made the account of the observatory. */
  const type = (line: string) => {
    expect(line.startsWith(prefix)).toBe(true);
    return runAs(observatoire, line.slice(prefix.length), {
      PATH: `${join(folder, "usr")}:${process.execPath.replace(/\/[^/]+$/, "")}:/usr/bin:/bin`,
      OBSERVATOIRE_REGLAGES: settings()
    });
  };

  beforeAll(() => {
    folder = replayContainer();
  }, 600_000);
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  test("container: the demo's plan is in the image, and the command runs closed, with the data elsewhere", () => {
    const outside = join(folder, "../", `donnees-${process.pid}`);
    mkdirSync(outside);
    cpSync(join(root, "data/territoire.yaml"), join(outside, "territoire.yaml"));
    execFileSync("chown", ["-R", "10001:10001", outside]);
    const run = (words: string) =>
      runAs({uid: 10_001, groups: [10_001]}, `cd ${folder} && node bin/observatoire.js ${words}`, {
        ...{NODE_ENV: "production", OBSERVATOIRE_DATA: outside, HOME: "/tmp"}
      });
    try {
      expect(run("--help")).toMatchObject({
        status: 0,
        said: expect.stringContaining("Usage : npx observatoire")
      });
      const check = run("programme check --demo");
      expect([check.status, check.said]).toEqual([0, expect.stringContaining("Plan d'actions juste")]);
      expect(run("status").status).toBe(10);
      appendFileSync(join(outside, "territoire.yaml"), "\nprogramme: programme\n");
      expect(run("programme init").status).toBe(0);
      expect(run("programme export /data/plan.xlsx".replace("/data", outside)).status).toBe(0);
    } finally {
      rmSync(outside, {recursive: true, force: true});
    }
  });

  describe("on a server", () => {
    let producer: ChildProcess;
    afterAll(() => void producer?.kill());
    beforeAll(async () => {
      cpSync(deploy, join(folder, "deploy"), {recursive: true});
      cpSync(join(root, "data/territoire.yaml"), join(data(), "territoire.yaml"));
      // The lines of the installation that concern folders, on numbers in place of names.
      const lines = readFileSync(join(deploy, "README.md"), "utf8")
        .split("\n")
        .filter((line) => /^sudo (mkdir|chown|chgrp|chmod 2770|setfacl) /.test(line));
      expect(lines).toHaveLength(5);
      // What it installs beside is what the container has: the replay did it.
      const text = readFileSync(join(deploy, "README.md"), "utf8");
      const made = readFileSync(join(deploy, "conteneur/Containerfile"), "utf8");
      for (const step of ["npm ci --omit=dev", "node --import tsx apps/site/build/main.ts"]) {
        expect(made).toContain(`RUN ${step}`);
        expect(text.split(`sudo ${step}`), "installation and update").toHaveLength(3);
      }
      for (const line of lines) {
        const numbered = line
          .replace(/^sudo /, "")
          .replace("observatoire:observatoire", "10001:10001")
          .replace("observatoire-plan", "10002");
        execFileSync("sh", ["-c", numbered], {cwd: folder});
      }
      mkdirSync(join(folder, "usr"));
      symlinkSync(join(folder, "deploy/observatoire.sh"), join(folder, "usr/observatoire"));
      appendFileSync(join(data(), "territoire.yaml"), "\nprogramme: programme\n");
      // No producer has anything, and says so at once. In a process of its own: this one waits for commands.
      producer = spawn(process.execPath, [
        "-e",
        `const s = require("http").createServer((q, r) => r.writeHead(404).end());
         s.listen(0, "127.0.0.1", () => console.log(s.address().port))`
      ]);
      const [port] = await once(producer.stdout!, "data");
      writeFileSync(settings(), `OBSERVATOIRE_MIROIR=http://127.0.0.1:${String(port).trim()}\n`);
    });

    test("what an employee drops is taken, and the folder shows it", () => {
      const dropped = join(data(), "depot", urssafName);
      const source = join(folder, "recu.csv");
      writeFileSync(source, csv(urssafHeader(), urssafRows()));
      expect(runAs(employee, `umask 077; cp ${source} ${dropped}`)).toMatchObject({status: 0, said: ""});
      utimesSync(dropped, 1e9, 1e9);
      const first = type("sudo -u observatoire observatoire refresh");
      expect(first.status, first.said).toBe(13);
      const taken = runAs(employee, `ls ${join(data(), "depot/pris")}`);
      expect(taken.said).toContain(urssafName);
      // Nobody but the web server reads what is published, and it reads nothing of the plan.
      const site = join(data(), "current/site/index.html");
      expect(runAs(webServer, `head -c 9 ${site}`).said).toMatch(/^<!doctype/i);
      expect(runAs(stranger, `cat ${site}`).status).not.toBe(0);
      for (const account of [webServer, stranger])
        for (const kept of ["programme", "depot"])
          expect(runAs(account, `ls ${join(data(), kept)}`).status, kept).not.toBe(0);
    }, 300_000);

    const expected: Readonly<Record<string, number>> = {refresh: 13, rollback: 10, "rollback noms": 10};
    test.each(commands)(
      "%s",
      (line) => {
        const words = line.slice(`${prefix}observatoire `.length);
        const {status, said} = type(line);
        expect(said).not.toMatch(/EACCES|EPERM|refusée?\b.*accès|permission/i);
        expect(status, said).toBe(expected[words] ?? 0);
        if (words === "rollback noms") expect(said).toMatch(/trouvé les passages \d{8}-\d{6}-[0-9a-f]{6}/);
        if (words === "programme init") {
          // Filled in by an employee, in place.
          const example = join(folder, "data/programme.exemple");
          const filled = runAs(
            employee,
            `for f in ${example}/*.csv; do cat "$f" >${data()}/programme/"\${f##*/}" || exit; done`
          );
          expect(filled).toMatchObject({status: 0, said: ""});
        }
        if (words.startsWith("programme export"))
          expect(
            runAs(
              employee,
              `cat ${data()}/programme/plan.xlsx >>/dev/null && : >>${data()}/programme/plan.xlsx`
            ).status
          ).toBe(0);
        if (words.startsWith("programme import"))
          expect(runAs(employee, `: >>${data()}/programme/actions.csv`)).toMatchObject({status: 0, said: ""});
      },
      300_000
    );

    test("root is refused, and the settings of the installation are those of the timer", () => {
      const other = join(folder, "autre");
      mkdirSync(other);
      writeFileSync(settings(), `OBSERVATOIRE_DATA="${other}"\n`);
      execFileSync("chown", ["-R", "10001:10001", other]);
      expect(type("sudo -u observatoire observatoire status").said).toContain("rien");
      const asRoot = execFileSync(
        "sh",
        ["-c", `${join(folder, "usr/observatoire")} status 2>&1 || echo $?`],
        {encoding: "utf8"}
      );
      expect(asRoot).toBe(
        "Attendu le compte de l'observatoire, trouvé root : taper « sudo -u observatoire observatoire … ».\n2\n"
      );
    });
  });
});
