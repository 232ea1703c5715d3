/** Rows as aligned plain text, for a terminal; numbers to the right, nulls empty. */
export function formatTable(rows: readonly Record<string, unknown>[]): string {
  const [first] = rows;
  if (!first) return "aucune ligne\n";
  const names = Object.keys(first);
  const cells = rows.map((row) => names.map((name) => cellText(row[name])));
  const widths = names.map((name, index) =>
    Math.min(60, Math.max(name.length, ...cells.map((line) => line[index]!.length)))
  );
  const isNumber = names.map((name) =>
    rows.every((row) => row[name] === null || typeof row[name] === "number")
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, index) => {
        const width = widths[index]!;
        const cut = text.length > width ? `${text.slice(0, width - 1)}…` : text;
        return isNumber[index] ? cut.padStart(width) : cut.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  return `${[line(names), widths.map((width) => "─".repeat(width)).join("  "), ...cells.map(line)].join("\n")}\n`;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
