import {maskPrivate} from "./mask-private.ts";

export type Level = "info" | "attention" | "erreur";

/** One thing that a command says. */
export interface Event {
  niveau: Level;
  /**
   * `debut` and `etape`: a step, at its beginning and at its end; `ligne`, `alerte`, `faute`. Inside a step: `essai`, a
   * new try that is waited for, and `echec`, a source that failed.
   */
  evenement: "debut" | "etape" | "ligne" | "alerte" | "faute" | "essai" | "echec";
  texte: string;
  secondes?: number;
  source?: string;
  /** Of an `essai`: its file, its number, how many there may be, and the wait before it, in seconds. */
  fichier?: string;
  essai?: number;
  essais?: number;
  attente?: number;
  /** Machine code and exit code of a fault. */
  code?: string;
  exit?: number;
  /** Stack of a defect of the program, with paths from the root of the project. */
  pile?: string[];
}

/** One JSON object a line, French characters as they are. */
export function jsonLine(event: Event, command: string | undefined, at: Date): string {
  const {niveau, evenement, texte, pile, ...rest} = event;
  const line = {
    ts: at.toISOString(),
    niveau,
    ...(command === undefined ? {} : {commande: command}),
    evenement,
    texte: maskPrivate(texte).trim(),
    ...rest,
    ...(pile === undefined ? {} : {pile: pile.map(maskPrivate)})
  };
  return `${JSON.stringify(line)}\n`;
}

/** The same event for a person; empty for what only a machine wants. */
export function plainLine({evenement, texte, secondes, pile}: Event): string {
  if (evenement === "debut") return "";
  if (evenement === "etape") return `  ${texte} (${formatSeconds(secondes ?? 0)}\u00a0s)\n`;
  if (evenement === "essai" || evenement === "echec") return `  ${texte}\n`;
  if (evenement === "alerte") return `  attention : ${texte}\n`;
  if (evenement === "faute") return `\n${[texte, ...(pile ?? [])].join("\n")}\n`;
  return `${texte}\n`;
}

const formatSeconds = (seconds: number) => seconds.toFixed(1).replace(".", ",");
