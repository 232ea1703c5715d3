const months = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
const date = `(?<=(?:^|[^\\p{L}\\d])(?:1er|\\d{1,2})) (?=(?:${months})\\b)|(?<=(?:1er|\\d{1,2})[ \u00a0](?:${months})) (?=\\d{4})`;
const piece = new RegExp(
  `<(code|pre|script|style)\\b[\\s\\S]*?<\\/\\1>| (?=[:;?!%»€])|« |${date}|(?<=\\p{L})(?:'|&#39;)(?=\\p{L})`,
  "gu"
);

const typed: Readonly<Record<string, string>> = {" ": "\u00a0", "« ": "«\u00a0", "'": "’", "&#39;": "’"};

/**
 * No-break spaces, dates kept whole and apostrophes of French in the texts of a page, attributes read aloud included, whoever wrote
 * them; code, scripts and styles are left as they are.
 */
export function typesetHtml(html: string): string {
  return html.replace(piece, (found) => typed[found] ?? found);
}
