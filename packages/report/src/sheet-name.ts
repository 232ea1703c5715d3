import {cleanLine} from "./clean-text.ts";

/** Name of a sheet that Excel takes: 31 letters, without its signs, and not one of those already used. */
export function sheetName(wanted: string, used: Set<string>): string {
  const base =
    cleanLine(wanted)
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^'+|'+$/g, "")
      .replace(/\s+/g, " ")
      .trim() || "Feuille";
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? "" : ` (${count})`;
    const name = base.slice(0, 31 - suffix.length).trimEnd() + suffix;
    // Excel keeps « History » for itself, and ignores capitals.
    const key = name.toLowerCase();
    if (!used.has(key) && key !== "history") {
      used.add(key);
      return name;
    }
  }
}
