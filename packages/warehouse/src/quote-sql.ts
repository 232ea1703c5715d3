/** A name as SQL reads it: `"effectifs salariés"`. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal: `'l''emploi'`. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
