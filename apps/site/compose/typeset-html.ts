const piece = /<(code|pre|script|style)\b[\s\S]*?<\/\1>| (?=[:;?!%»€])|« /g;

/**
 * No-break spaces of French in the texts of a page, attributes read aloud included, whoever wrote them; code, scripts
 * and styles are left as they are.
 */
export function typesetHtml(html: string): string {
  return html.replace(piece, (found) => (found === " " ? "\u00a0" : found === "« " ? "«\u00a0" : found));
}
