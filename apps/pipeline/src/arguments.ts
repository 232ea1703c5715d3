import {parseArgs} from "node:util";
import {DataError} from "@observatoire/catalog";
import {type AxeProgramme, axesProgramme} from "@observatoire/programme";
import {type CommandName, commandList} from "./usage.ts";

export interface Arguments {
  command: CommandName | null;
  words: string[];
  json: boolean;
  help: boolean;
  demo: boolean;
  from: string | undefined;
  port: number;
  seed: number;
  /** Sources whose change of size is accepted this time. */
  acceptSize: string[];
  /** Age of the last good refresh past which `status` fails, in milliseconds; null: not asked. */
  maxAge: number | null;
  /** Title of a session to freeze. */
  titre: string | undefined;
  /** Session whose documents are wanted. */
  edition: string | undefined;
  /** Folder that receives files. */
  vers: string | undefined;
  /** The committee's site or documents, rather than everybody's. */
  comite: boolean;
  /** The file to import is an export of Territoires en Transitions, or of Deveco. */
  tet: boolean;
  deveco: boolean;
  /** Axis of what an import brings without one. */
  axe: AxeProgramme;
}

const options = {
  json: {type: "boolean", default: false},
  help: {type: "boolean", short: "h", default: false},
  demo: {type: "boolean", default: false},
  from: {type: "string"},
  port: {type: "string", default: "8077"},
  graine: {type: "string", default: "77"},
  "accepter-taille": {type: "string", multiple: true, default: [] as string[]},
  "max-age": {type: "string"},
  titre: {type: "string"},
  edition: {type: "string"},
  vers: {type: "string"},
  comite: {type: "boolean", default: false},
  tet: {type: "boolean", default: false},
  deveco: {type: "boolean", default: false},
  axe: {type: "string", default: "innovation"}
} as const;

/** Reads the command line; throws one French sentence (USAGE) on anything it does not know. */
export function parseArguments(argv: readonly string[]): Arguments {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (cause) {
    throw usage("des options de « npx observatoire --help »", optionFault(cause), cause);
  }
  const {values, positionals} = parsed;
  const [name, ...words] = positionals;
  if (name !== undefined && !Object.hasOwn(commandList, name)) {
    throw usage(`une commande parmi ${Object.keys(commandList).join(", ")}`, `« ${name} »`);
  }
  return {
    command: (name as CommandName | undefined) ?? null,
    words,
    json: values.json,
    help: values.help,
    demo: values.demo,
    from: values.from,
    port: wholeNumber("--port", values.port, 65535),
    seed: wholeNumber("--graine", values.graine, 2 ** 31),
    acceptSize: values["accepter-taille"],
    maxAge: values["max-age"] === undefined ? null : duration("--max-age", values["max-age"]),
    titre: values.titre,
    edition: values.edition,
    vers: values.vers,
    comite: values.comite,
    tet: values.tet,
    deveco: values.deveco,
    axe: oneAxe(values.axe)
  };
}

/** What Node says of an option, in French. */
function optionFault(cause: unknown): string {
  const {code, message} = cause as NodeJS.ErrnoException;
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? "?";
  return code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE"
    ? `« ${option} » sans sa valeur, ou avec une valeur de trop`
    : `« ${option} », inconnue`;
}

const parse = (argv: readonly string[]) => parseArgs({args: [...argv], options, allowPositionals: true});

function oneAxe(text: string): AxeProgramme {
  const found = axesProgramme.find((axe) => axe === text);
  if (found) return found;
  throw usage(`un axe après --axe : ${axesProgramme.join(", ")}`, `« ${text} »`);
}

function wholeNumber(option: string, text: string, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw usage(`un entier de 0 à ${max} après ${option}`, `« ${text} »`);
}

/** "36h" or "8j", in milliseconds. */
function duration(option: string, text: string): number {
  const [, count, unit] = /^([1-9]\d{0,4})(h|j)$/.exec(text) ?? [];
  if (count !== undefined) return Number(count) * (unit === "h" ? 3_600_000 : 86_400_000);
  throw usage(`une durée comme « 36h » ou « 8j » après ${option}`, `« ${text} »`);
}

function usage(expected: string, found: string, cause?: unknown): DataError {
  return new DataError(
    "USAGE",
    {where: "ligne de commande", expected, found, action: "voir « npx observatoire --help »"},
    {cause}
  );
}
