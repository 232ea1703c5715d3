/** What a page says: tags and scripts aside, spaces made plain. */
export const plainText = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replace(/[\s\u00a0\u202f]+/g, " ");
