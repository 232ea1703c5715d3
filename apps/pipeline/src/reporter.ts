import {fileURLToPath} from "node:url";
import {DataError, errorCodes} from "@observatoire/catalog";
import {type Event, jsonLine, plainLine} from "./log-format.ts";
import {maskPrivate} from "./mask-private.ts";

/** What a command says while it works: a line that moves on a terminal, JSON lines off it, nothing under --json. */
export interface Reporter {
  /** A step that began; the previous one is closed. */
  step: (text: string) => void;
  /** Progress inside the step, from 0 to 1 or as words. */
  progress: (text: string) => void;
  /** A wait before a new try, or a source that failed: a line of the log at once; on a terminal, progress and the end say it. */
  note: (event: Note) => void;
  /** A line that stays. */
  line: (text: string) => void;
  warn: (text: string) => void;
  /** What ended the command; a defect of the program keeps its stack. */
  fault: (error: unknown, exit: number) => void;
  end: () => void;
}

export type Note = Omit<Event, "niveau">;

export interface Output {
  isTTY?: boolean;
  columns?: number;
  write: (text: string) => unknown;
}

export interface ReporterOptions {
  now?: () => number;
  quiet?: boolean;
  /** Name of the command, for the lines of a log. */
  command?: string | undefined;
  /** `OBSERVATOIRE_JOURNAL`: « texte » keeps plain lines off a terminal. */
  journal?: string | undefined;
}

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Reports to `output` (stderr, so that stdout carries results only). Off a terminal nothing private is written. */
export function createReporter(
  output: Output,
  {now = Date.now, quiet = false, command, journal = process.env.OBSERVATOIRE_JOURNAL}: ReporterOptions = {}
): Reporter {
  let current: {text: string; since: number} | null = null;
  const live = output.isTTY === true;
  const width = () => (output.columns ?? 80) - 1;
  const show = (text: string) => live && output.write(`\r\x1b[2K${text.slice(0, width())}`);
  const say = (event: Event) => {
    if (live) output.write(`\r\x1b[2K${plainLine(event)}`);
    else if (journal === "texte") output.write(maskPrivate(plainLine(event)));
    else output.write(jsonLine(event, command, new Date(now())));
  };
  const close = () => {
    if (!current) return;
    const {text, since} = current;
    current = null;
    say({
      niveau: "info",
      evenement: "etape",
      texte: text,
      secondes: Math.round((now() - since) / 100) / 10
    });
  };
  if (quiet) {
    const nothing = () => undefined;
    return {
      step: nothing,
      progress: nothing,
      note: nothing,
      line: nothing,
      warn: nothing,
      fault: nothing,
      end: nothing
    };
  }
  return {
    step(text) {
      close();
      current = {text, since: now()};
      // Off a terminal, so that the log of a run that was killed names the step it died in.
      if (live) show(`  ${text}…`);
      else say({niveau: "info", evenement: "debut", texte: text});
    },
    progress(text) {
      if (current) show(`  ${current.text} : ${text}`);
    },
    note(event) {
      if (!live) say({niveau: "attention", ...event});
    },
    line(text) {
      close();
      say({niveau: "info", evenement: "ligne", texte: text});
    },
    warn(text) {
      close();
      say({niveau: "attention", evenement: "alerte", texte: text});
    },
    fault(error, exit) {
      close();
      say({
        niveau: isPublished(exit) ? "attention" : "erreur",
        evenement: "faute",
        exit,
        ...describeFault(error)
      });
    },
    end: close
  };
}

/** The data are online, something aside. */
const isPublished = (exit: number): boolean =>
  [errorCodes.PARTIAL, errorCodes.PROGRAMME, errorCodes.EDITION].some((code) => code === exit);

/** Code and sentence of a fault; the stack of a defect, from the root of the project. */
function describeFault(error: unknown): Pick<Event, "code" | "texte" | "pile"> {
  if (error instanceof DataError) return {code: error.code, texte: error.message};
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as NodeJS.ErrnoException)?.code === "ENOSPC" ? "ENOSPC" : "DEFAUT";
  const stack = (error instanceof Error ? (error.stack ?? "") : "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim().replaceAll("file://", "").replaceAll(root, ""));
  return {code, texte: `Défaut du programme : ${message}`, pile: stack};
}
