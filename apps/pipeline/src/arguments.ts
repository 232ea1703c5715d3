import {parseArgs} from "node:util";
import {DataError} from "@observatoire/catalog";
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
}

const options = {
  json: {type: "boolean", default: false},
  help: {type: "boolean", short: "h", default: false},
  demo: {type: "boolean", default: false},
  from: {type: "string"},
  port: {type: "string", default: "8077"},
  graine: {type: "string", default: "77"},
  "accepter-taille": {type: "string", multiple: true, default: [] as string[]}
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
    acceptSize: values["accepter-taille"]
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

function wholeNumber(option: string, text: string, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw usage(`un entier de 0 à ${max} après ${option}`, `« ${text} »`);
}

function usage(expected: string, found: string, cause?: unknown): DataError {
  return new DataError(
    "USAGE",
    {where: "ligne de commande", expected, found, action: "voir « npx observatoire --help »"},
    {cause}
  );
}
