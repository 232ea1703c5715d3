import type {MarkdownIt, MarkdownToken} from "./markdown-it.ts";

const NBSP = "\u00a0";

/** "Lecture : 12 %" → the same with U+00A0 before : ; ? ! % » and after «. */
export function formatFrenchSpaces(text: string): string {
  return text.replace(/[ \u00a0]([:;?!%»€])/g, `${NBSP}$1`).replace(/«[ \u00a0]/g, `«${NBSP}`);
}

/** Adds the rule to markdown-it, so that prose is typed with plain spaces. */
export function useFrenchSpaces(md: MarkdownIt): MarkdownIt {
  md.core.ruler.push("french-spaces", ({tokens}) => tokens.forEach(visit));
  return md;
}

function visit(token: MarkdownToken): void {
  if (token.type === "text") token.content = formatFrenchSpaces(token.content);
  if (token.type === "html_block") token.content = token.content.replace(/(?<=>)[^<]+/g, formatFrenchSpaces);
  token.children?.forEach(visit);
}
