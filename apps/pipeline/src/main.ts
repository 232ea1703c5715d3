import {DataError, errorCodes, formatNumber, type Manifest} from "@observatoire/catalog";
import {sweepPartials, withLock} from "@observatoire/collect";
import {type Arguments, parseArguments} from "./arguments.ts";
import {buildRun, readStaged, writeStaged} from "./build-run.ts";
import {checkRun} from "./check-run.ts";
import {collectSources, nothingTaken, refusal, unreachable} from "./collect-sources.ts";
import {explain} from "./commands/explain.ts";
import {query} from "./commands/query.ts";
import {staleError, statusReport} from "./commands/status.ts";
import {modules, sources} from "./modules.ts";
import {openProject, type Project} from "./project.ts";
import {publishRun} from "./publish-run.ts";
import {refresh} from "./refresh.ts";
import {createReporter, type Reporter} from "./reporter.ts";
import {currentManifest, currentRun, requireRun} from "./run-folder.ts";
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
}

const commands: Record<CommandName, (context: Context) => Promise<Outcome>> = {
  async simulate({project, args, reporter}) {
    const files = await alone(project, "simulate", () =>
      simulateFiles(project, modules, {seed: args.seed, reporter})
    );
    return {text: `${formatNumber(files.length)} fichiers simulés dans data/simulated\n`, data: files};
  },
  async collect({project, args, reporter}) {
    const {words: wanted, from, demo, seed} = args;
    const collected = await alone(project, "collect", () =>
      collectSources({project, reporter, wanted, from, demo, seed})
    );
    const lines = collected.outcomes.map(
      ({source, outcome, message}) => `${source.padEnd(24)} ${outcome}${message ? ` : ${message}` : ""}`
    );
    return {
      text: `${lines.join("\n")}\n`,
      data: collected,
      fault: refusal(collected) ?? nothingTaken(collected, wanted) ?? unreachable(collected)
    };
  },
  async build({project, args, reporter}) {
    const staged = await alone(project, "build", () => buildRun(project, {demo: args.demo, reporter}));
    return {
      text: `Passage ${staged.run} construit ; il reste à le contrôler et à le publier.\n`,
      data: staged
    };
  },
  async check({project, reporter}) {
    const staged = readStaged(project);
    const checks = await alone(project, "check", () => checkRun(project, reporter));
    writeStaged(project, {...staged, checks});
    return {text: `${checksText(checks)}.\n`, data: checks};
  },
  async publish({project, reporter}) {
    const manifest = await alone(project, "publish", () => publishRun(project, {reporter}));
    return {text: publishedText(manifest), data: manifest};
  },
  async refresh({project, args, reporter}) {
    const {words: wanted, from, demo, seed} = args;
    const result = await alone(project, "refresh", () =>
      refresh({project, reporter, wanted, from, demo, seed})
    );
    const text = result.changed
      ? publishedText(result.manifest)
      : `Rien de nouveau : le passage ${result.manifest.run} reste publié.\n`;
    return {text, data: result, fault: result.unreachable};
  },
  async serve({project, args, reporter}) {
    requireRun(project);
    const {url} = await serveSite(() => siteFolder(project), args.port);
    reporter.end();
    process.stdout.write(
      args.json ? `${JSON.stringify({url})}\n` : `Observatoire : ${url}\nCtrl+C pour arrêter.\n`
    );
    await new Promise<void>((stop) => {
      process.once("SIGINT", stop);
      process.once("SIGTERM", stop);
    });
    return {text: "", data: null};
  },
  query: ({project, args}) => query(project, args.words),
  explain: ({project, args}) => explain(project, args.words),
  async status({project}) {
    requireRun(project);
    const manifest = currentManifest(project);
    if (!manifest) throw new Error("le passage publié n'a pas de manifeste");
    const {text, data, late} = statusReport(manifest, sources, new Date().toISOString());
    return {text, data, fault: late.length > 0 && !manifest.demo ? staleError(late) : null};
  }
};

/** Runs the command line; returns the exit code of `--help`. */
export async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes("--json");
  const reporter = createReporter(process.stderr, {quiet: json});
  try {
    const args = parseArguments(argv);
    if (args.help || args.command === null) {
      process.stdout.write(usageText(args.command ?? undefined));
      return args.help ? 0 : errorCodes.USAGE;
    }
    const {text, data, fault} = await commands[args.command]({project: openProject(), args, reporter});
    reporter.end();
    if (args.command !== "serve") process.stdout.write(json ? `${JSON.stringify(data, null, 1)}\n` : text);
    return fault ? fail(fault, json) : 0;
  } catch (error) {
    reporter.end();
    return fail(error, json);
  }
}

/** Says the fault and gives its exit code; a defect of the program keeps its stack. */
function fail(error: unknown, json: boolean): number {
  const known = error instanceof DataError;
  const exit = known ? errorCodes[error.code] : noSpace(error) ? errorCodes.ENOSPC : 1;
  if (json) {
    const code = known ? error.code : "DEFAUT";
    process.stdout.write(`${JSON.stringify({erreur: {code, exit, phrase: (error as Error).message}})}\n`);
  } else {
    process.stderr.write(
      known ? `\n${error.message}\n` : `\nDéfaut du programme : ${(error as Error).stack ?? String(error)}\n`
    );
  }
  return exit;
}

const noSpace = (error: unknown) => (error as NodeJS.ErrnoException)?.code === "ENOSPC";

function alone<T>(project: Project, purpose: string, action: () => Promise<T>): Promise<T> {
  return withLock(project.data, purpose, async () => {
    await sweepPartials(project.data);
    return action();
  });
}

function siteFolder(project: Project): string | null {
  const run = currentRun(project);
  return run === null ? null : `${run}/site`;
}

function publishedText({run, sources: read, checks, simulated}: Manifest): string {
  const loaded = read.flatMap(({files}) => files).reduce((sum, {rows}) => sum + (rows?.loaded ?? 0), 0);
  return `Passage ${run} publié : ${formatNumber(loaded)} lignes chargées, ${checksText(checks)}${simulated ? ", données en partie simulées" : ""}.\n`;
}

function checksText(checks: Manifest["checks"]): string {
  const warned = checks.filter(({guilty}) => guilty > 0).length;
  return `${formatNumber(checks.length)} contrôles passés${warned > 0 ? `, dont ${formatNumber(warned)} avec avertissement (voir « État des données »)` : ""}`;
}
