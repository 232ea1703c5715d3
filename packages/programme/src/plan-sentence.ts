import type {TablePlan} from "./plan.ts";
import type {PlanFault, PlanFaultKind} from "./plan-fault.ts";

/** Most signs of what was read that a sentence repeats. */
const shown = 60;

/** A fault with its whole sentence: « actions.csv, ligne 12, colonne « date_fin » : attendu …, trouvé « … » ; … ». */
export function planFault(
  kind: PlanFaultKind,
  {
    file,
    table = null,
    line = null,
    column = null
  }: {file: string; table?: TablePlan | null; line?: number | null; column?: string | null},
  {expected, read, found, action}: {expected: string; read: string | null; found?: string; action: string}
): PlanFault {
  const told = found ?? (read === null || read.trim() === "" ? "rien" : `« ${shorten(read)} »`);
  return {
    kind,
    file,
    table,
    line,
    column,
    read,
    expected,
    sentence: `${placeOf({file, line, column})} : attendu ${expected}, trouvé ${told} ; ${action}.`
  };
}

/** « actions.csv, ligne 12, colonne « date_fin » ». */
export function placeOf({file, line, column}: Pick<PlanFault, "file" | "line" | "column">): string {
  const where = [file, line === null ? "" : `ligne ${line}`, column === null ? "" : `colonne « ${column} »`];
  return where.filter((part) => part !== "").join(", ");
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length > shown ? `${flat.slice(0, shown)}…` : flat;
}
