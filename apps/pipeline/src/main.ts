import {DataError, errorCodes, formatDate, formatNumber, type Manifest} from "@observatoire/catalog";
import {asDiskFault, sweepPartials, withLock} from "@observatoire/collect";
import {recorded} from "./append-journal.ts";
import {type Arguments, parseArguments} from "./arguments.ts";
import {buildRun, readStaged, writeStaged} from "./build-run.ts";
import {checkRun} from "./check-run.ts";
import {collectSources, faultsOf, type NetworkOptions, nothingTaken} from "./collect-sources.ts";
import {explain} from "./commands/explain.ts";
import {programme} from "./commands/programme.ts";
import {query} from "./commands/query.ts";
import {status} from "./commands/status.ts";
import {hashProgramme} from "./fingerprint.ts";
import {maskPrivate} from "./mask-private.ts";
import {modules, sources} from "./modules.ts";
import {snapshotsOf} from "./plan-run.ts";
import {openProject, type Project} from "./project.ts";
import {publishRun} from "./publish-run.ts";
import {correctionFault, endingFault, isWhole, type Refreshed, refresh} from "./refresh.ts";
import {createReporter, type Output, type Reporter} from "./reporter.ts";
import {addRetrait} from "./retraits.ts";
import {type Rolledback, rollback} from "./rollback.ts";
import {currentRun, requireRun} from "./run-folder.ts";
import {serveSite} from "./serve.ts";
import {simulateFiles} from "./simulate-files.ts";
import {type CommandName, usageText} from "./usage.ts";

/** Result of a command: text for a person, data for `--json`, and a fault to end with when work was done all the same. */
interface Outcome {
  text: string;
  data: unknown;
  fault?: Error | null;
}

interface Context {
  project: Project;
  args: Arguments;
  reporter: Reporter;
  now: () => Date;
  network: NetworkOptions;
  stdout: {write: (text: string) => unknown};
}

const commands: Record<CommandName, (context: Context) => Promise<Outcome>> = {
  async simulate({project, args, reporter}) {
    const files = await alone(project, "simulate", () =>
      simulateFiles(project, modules, {seed: args.seed, reporter})
    );
    return {text: `${formatNumber(files.length)} fichiers simulés dans data/simulated\n`, data: files};
  },
  async collect({project, args, reporter, now, network}) {
    const {words: wanted, from, demo, seed, acceptSize} = args;
    const collected = await alone(project, "collect", () =>
      collectSources({project, reporter, wanted, from, demo, seed, acceptSize, now, network})
    );
    const lines = collected.outcomes.map(
      ({source, outcome, message}) => `${source.padEnd(24)} ${outcome}${message ? ` : ${message}` : ""}`
    );
    const [failed] = faultsOf(collected);
    return {
      text: `${lines.join("\n")}\n`,
      data: collected,
      fault: nothingTaken(collected, wanted) ?? failed?.fault ?? null
    };
  },
  async build({project, args, reporter, now}) {
    const staged = await alone(project, "build", () => buildRun(project, {demo: args.demo, reporter, now}));
    return {
      text: `Passage ${staged.run} construit ; il reste à le contrôler et à le publier.\n`,
      data: staged
    };
  },
  async check({project, reporter}) {
    const staged = readStaged(project);
    const read = {snapshots: snapshotsOf(staged), programme: hashProgramme(project)};
    const checks = await alone(project, "check", () => checkRun(project, read, {reporter}));
    writeStaged(project, {...staged, checks});
    return {text: `${checksText(checks)}.\n`, data: checks};
  },
  async publish({project, reporter, now}) {
    const manifest = await alone(project, "publish", () =>
      publishRun(project, {reporter, now, renewed: true})
    );
    return {text: publishedText(manifest), data: manifest, fault: correctionFault(manifest)};
  },
  async refresh({project, args, reporter, now, network}) {
    const {words: wanted, from, demo, seed, acceptSize} = args;
    const result = await alone(project, "refresh", () =>
      recorded(project, {now, whole: isWhole({wanted, from})}, () =>
        refresh({project, reporter, wanted, from, demo, seed, acceptSize, now, network})
      )
    );
    return {text: refreshedText(result), data: result, fault: endingFault(result)};
  },
  async rollback({project, args, reporter, now}) {
    const rolledback = await alone(project, "rollback", () =>
      rollback(project, {to: args.words[0], now, reporter})
    );
    const {from, to, remade} = rolledback;
    return {
      text: rolledbackText(rolledback),
      data: {from: from.run, to: to.run, refait: remade?.run ?? null}
    };
  },
  async serve({project, args, reporter, stdout}) {
    requireRun(project);
    const {url} = await serveSite(() => siteFolder(project, args.comite ? "site-comite" : "site"), args.port);
    reporter.end();
    stdout.write(args.json ? `${JSON.stringify({url})}\n` : `Observatoire : ${url}\nCtrl+C pour arrêter.\n`);
    await new Promise<void>((stop) => {
      process.once("SIGINT", stop);
      process.once("SIGTERM", stop);
    });
    return {text: "", data: null};
  },
  programme({project, args, reporter, now}) {
    const run = () => programme(project, {words: args.words, options: args, now, reporter});
    return ["init", "import", "publish"].includes(args.words[0] ?? "")
      ? alone(project, "programme", run)
      : run();
  },
  // What writes documents takes long to load: only these two commands wait for it.
  async edition({project, args, reporter, now}) {
    const {edition} = await import("./commands/edition.ts");
    const {words, titre} = args;
    return alone(project, "edition", () => edition(project, {words, titre, reporter, now}));
  },
  async report({project, args, reporter}) {
    const {report} = await import("./commands/report.ts");
    return report(project, {...args, reporter});
  },
  retrait({project, args, now}) {
    return alone(project, "retrait", async () => ({
      text: addRetrait(project, args.words.join(""), now())
        ? "Opposition enregistrée : l'unité ne sera plus nommée à la prochaine actualisation. Pour l'appliquer tout de suite : « npx observatoire programme publish ».\n"
        : "Cette opposition était déjà enregistrée.\n",
      data: null
    }));
  },
  query: ({project, args}) => query(project, args.words),
  explain: ({project, args}) => explain(project, args.words),
  status: ({project, args, now}) => status(project, {sources, now: now(), maxAge: args.maxAge})
};

/** What surrounds a command; tests give their own clock, network and streams. */
export interface Environment {
  /** Folder of the data; default: `OBSERVATOIRE_DATA`, else `data/`. */
  data?: string;
  now?: () => Date;
  network?: NetworkOptions;
  stdout?: {write: (text: string) => unknown};
  stderr?: Output;
}

/** Runs the command line; returns its exit code. */
export async function main(argv: readonly string[], environment: Environment = {}): Promise<number> {
  const {stdout = process.stdout, stderr = process.stderr, now = () => new Date()} = environment;
  const json = argv.includes("--json");
  const reporter = createReporter(stderr, {quiet: json, command: argv[0]});
  try {
    const args = parseArguments(argv);
    if (args.help || args.command === null) {
      stdout.write(usageText(args.command ?? undefined));
      return args.help ? 0 : errorCodes.USAGE;
    }
    const project = openProject(environment.data);
    const network = environment.network ?? {mirror: process.env.OBSERVATOIRE_MIROIR};
    const context = {project, args, reporter, now, network, stdout};
    const {text, data, fault} = await commands[args.command](context);
    reporter.end();
    if (args.command !== "serve") stdout.write(json ? `${JSON.stringify(data, null, 1)}\n` : text);
    return fault ? fail(fault) : 0;
  } catch (error) {
    reporter.end();
    return fail(error);
  }

  /** Says the fault and gives its exit code; a defect of the program keeps its stack. */
  function fail(thrown: unknown): number {
    const error = asDiskFault("dossier data", thrown) ?? thrown;
    const known = error instanceof DataError;
    const exit = known ? errorCodes[error.code] : 1;
    if (json) {
      const code = known ? error.code : "DEFAUT";
      stdout.write(
        `${JSON.stringify({erreur: {code, exit, phrase: maskPrivate((error as Error).message)}})}\n`
      );
    } else reporter.fault(error, exit);
    return exit;
  }
}

function alone<T>(project: Project, purpose: string, action: () => Promise<T>): Promise<T> {
  return withLock(project.data, purpose, async () => {
    await sweepPartials(project.data);
    return action();
  });
}

function siteFolder(project: Project, site: "site" | "site-comite"): string | null {
  const run = currentRun(project);
  return run === null ? null : `${run}/${site}`;
}

function publishedText({run, sources: read, checks, simulated}: Manifest): string {
  const loaded = read.flatMap(({files}) => files).reduce((sum, {rows}) => sum + (rows?.loaded ?? 0), 0);
  return `Passage ${run} publié : ${formatNumber(loaded)} lignes chargées, ${checksText(checks)}${simulated ? ", données en partie simulées" : ""}.\n`;
}

/** What a rollback did, and what the next refresh will do of it. */
function rolledbackText({from, to, remade}: Rolledback): string {
  const date = formatDate(to.endedAt);
  const left =
    from.fingerprint === to.fingerprint
      ? "Les données sont les mêmes. La prochaine actualisation publiera de nouveau le plan d'actions et les séances tels que sont leurs fichiers : les corriger d'abord."
      : `Le passage ${from.run} est écarté et ses données ne seront pas publiées de nouveau tant que rien de neuf n'arrive. Le plan d'actions et les séances d'aujourd'hui reparaîtront à la prochaine actualisation.`;
  return remade
    ? `Retour aux données du passage ${to.run}, publié le ${date}. Ses pages montraient à tous ce qui a depuis été réservé au comité ou retiré : elles ont été refaites avec le plan d'aujourd'hui (passage ${remade.run}).${from.fingerprint === to.fingerprint ? "" : ` ${left}`}\n`
    : `Retour au passage ${to.run}, publié le ${date}. ${left}\n`;
}

function refreshedText({manifest, changed, abandoned}: Refreshed): string {
  const left = abandoned
    ? " Les données archivées sont celles d'un passage écarté par un retour en arrière."
    : "";
  if (changed === "donnees") return publishedText(manifest);
  return changed === "etat"
    ? `Données inchangées, pages mises à jour : passage ${manifest.run} publié.${left}\n`
    : `Rien de nouveau : le passage ${manifest.run} reste publié.${left}\n`;
}

function checksText(checks: Manifest["checks"]): string {
  const warned = checks.filter(({guilty}) => guilty > 0).length;
  return `${formatNumber(checks.length)} contrôles passés${warned > 0 ? `, dont ${formatNumber(warned)} avec avertissement (voir « État des données »)` : ""}`;
}
