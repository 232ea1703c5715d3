const piece = /<(code|pre|script|style)\b[\s\S]*?<\/\1>| (?=[:;?!%»€])|« |(?<=\p{L})'(?=\p{L})/gu;

const typed: Readonly<Record<string, string>> = {" ": "\u00a0", "« ": "«\u00a0", "'": "’"};

/**
 * No-break spaces and apostrophes of French in the texts of a page, attributes read aloud included, whoever wrote them; code, scripts
 * and styles are left as they are.
 */
export function typesetHtml(html: string): string {
  return html.replace(piece, (found) => typed[found] ?? found);
}
