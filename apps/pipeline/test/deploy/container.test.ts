import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {parse} from "yaml";
import {parseArguments} from "../../src/arguments.ts";
import {openProject} from "../../src/project.ts";
import {requireCommand, root} from "./observatoire-commands.ts";
import {deploy} from "./web-server.ts";

const text = readFileSync(join(deploy, "conteneur/Containerfile"), "utf8");
const instructions = text
  .split("\n")
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => {
    const [name = "", ...words] = line.split(/\s+/);
    return {name, words};
  });
const of = (wanted: string) => instructions.filter(({name}) => name === wanted).map(({words}) => words);

test("the image copies what exists, on the platform of the lock file, as somebody who is not root", () => {
  for (const words of of("COPY").filter(([first]) => !first?.startsWith("--from="))) {
    for (const path of words.slice(0, -1)) expect(existsSync(join(root, path)), path).toBe(true);
  }
  const copied = of("COPY").flat();
  for (const needed of [
    "package-lock.json",
    "bin",
    "packages",
    "apps",
    "data/reference",
    "data/programme.exemple"
  ])
    expect(copied).toContain(needed);
  const context = readFileSync(join(deploy, "conteneur/Containerfile.dockerignore"), "utf8").split("\n");
  for (const path of copied.filter((word) => word.startsWith("data/"))) expect(context).toContain(`!${path}`);
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const bindings = Object.keys(lock).filter(
    (path) => /@duckdb\/node-bindings-/.test(path) && !path.endsWith("-musl")
  );
  expect(bindings).toEqual(["node_modules/@duckdb/node-bindings-linux-x64"]);
  expect(of("FROM").every(([platform]) => platform === "--platform=linux/amd64")).toBe(true);
  // The bindings are those of glibc.
  expect(of("FROM").every(([, image]) => /^node:(20|22|24)-bookworm-slim$/.test(image ?? ""))).toBe(true);
  expect(of("USER")).toEqual([["10001:10001"]]);
  expect(of("EXPOSE")).toEqual([]);
  expect(of("HEALTHCHECK")).toEqual([["NONE"]]);
});

test("what runs without the development packages is what the command needs", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(of("RUN").flat().join(" ")).toContain("npm ci --omit=dev");
  expect(Object.keys(manifest.dependencies)).toContain("tsx");
  expect(JSON.parse(of("ENTRYPOINT")[0]!.join(" "))).toEqual(["node", "bin/observatoire.js"]);
  expect(parseArguments(JSON.parse(of("CMD")[0]!.join(" "))).command).toBe("refresh");
});

test("the host runs it once, closed, with the data outside", () => {
  const {services} = parse(readFileSync(join(deploy, "conteneur/compose.yml"), "utf8"));
  const {actualisation} = services;
  expect(
    existsSync(join(deploy, "conteneur", actualisation.build.context, actualisation.build.dockerfile))
  ).toBe(true);
  expect(actualisation).toMatchObject({
    read_only: true,
    restart: "no",
    user: "10001:10001",
    cap_drop: ["ALL"],
    tmpfs: ["/tmp"]
  });
  expect(actualisation.volumes).toEqual(["/srv/observatoire-donnees:/data"]);
  expect(of("ENV").flat()).toContain("OBSERVATOIRE_DATA=/data");
});

test("the plan of the data folder is the one that the container sees", () => {
  const project = openProject("/data");
  const text = readFileSync(join(deploy, "conteneur/compose.yml"), "utf8");
  expect(text).toMatch(
    /« programme: programme » dans territoire\.yaml, c'est-à-dire\n# \/srv\/observatoire-donnees\/programme/
  );
  expect(join(project.data, "programme")).toBe("/data/programme");
});

test("what the cron of the host starts alerts in words, with the state of the sources, and once a week", () => {
  const folder = mkdtempSync(join(tmpdir(), "observatoire-hote-"));
  try {
    // Docker writes lines of its own around those of the command.
    const said = JSON.stringify({
      niveau: "erreur",
      evenement: "faute",
      texte: "urssaf\nactions.csv",
      exit: 15
    });
    writeFileSync(
      join(folder, "docker"),
      `#!/bin/sh
echo "$@" >>"${folder}/appels"
case "$*" in *" status") echo "ATTENTION : passage" ; exit 0 ;; esac
echo " Container actualisation-run-$$ Created" >&2
printf '%s\\n' '${said}' >&2
echo " Container actualisation-run-$$ Removed" >&2
exit \${CODE}
`,
      {mode: 0o755}
    );
    const text = readFileSync(join(deploy, "conteneur/compose.yml"), "utf8");
    const [refresh, watch] = [...text.matchAll(/root sh \/srv\/observatoire\/(.*)$/gm)].map(
      ([, line]) => line!
    );
    const run = (line: string, code: number) =>
      spawnSync("sh", ["-c", `sh ${line}`], {
        cwd: root,
        encoding: "utf8",
        env: {
          ...process.env,
          CODE: String(code),
          DOCKER: join(folder, "docker"),
          ALERTE_DOSSIER: join(folder, "alerte")
        }
      });
    for (const line of [refresh!, watch!]) requireCommand(line.split(" ").slice(1));
    expect(run(refresh!, 0)).toMatchObject({stdout: "", stderr: ""});
    const {stdout, stderr} = run(refresh!, 15);
    expect(stderr).toBe("");
    expect(stdout).toContain("code 15 : le site est en ligne et à jour, sauf le plan d'actions");
    expect(stdout).toContain("erreur : urssaf\n  actions.csv");
    expect(stdout).toContain("État des sources\nATTENTION : passage");
    expect(run(refresh!, 15).stdout).toMatch(/^Déjà signalé : erreur : urssaf/);
    expect(run(watch!, 12).stdout).toContain("code 12 : une source est trop ancienne");
    const calls = readFileSync(join(folder, "appels"), "utf8");
    expect(calls).toContain("compose -f deploy/conteneur/compose.yml run --rm -T actualisation refresh\n");
    expect(calls).toContain("run --rm -T actualisation status --max-age 3j\n");
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});

const docker = spawnSync("docker", ["info"], {stdio: "ignore"}).status === 0;
test.skipIf(!docker)(
  docker
    ? "the image builds and says its help"
    : "aucun démon Docker ne répond : l'image n'est pas construite",
  () => {
    const build = spawnSync(
      "docker",
      ["build", "-f", "deploy/conteneur/Containerfile", "-t", "observatoire-essai", "."],
      {cwd: root, encoding: "utf8"}
    );
    expect(build.status, build.stderr).toBe(0);
    const help = spawnSync(
      "docker",
      ["run", "--rm", "--read-only", "--tmpfs", "/tmp", "observatoire-essai", "--help"],
      {
        encoding: "utf8"
      }
    );
    expect(help.stdout).toContain("Usage : npx observatoire");
  },
  900_000
);
