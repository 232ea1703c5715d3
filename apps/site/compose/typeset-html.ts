import {formatFrenchSpaces} from "../shell/french-spaces.ts";

/** No-break spaces of French in every text of a page; code, scripts and styles are left as they are. */
export function typesetHtml(html: string): string {
  return html.replace(/<(code|pre|script|style)\b[\s\S]*?<\/\1>|>[^<]+/g, (piece) =>
    piece.startsWith("<") ? piece : formatFrenchSpaces(piece)
  );
}
