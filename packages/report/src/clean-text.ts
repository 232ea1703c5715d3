/** Control characters but for line breaks and tabs, halves of characters, and what XML keeps for itself. */
const refused = /(?![\n\r\t])[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/gu;

/** The same text without what no document can hold. */
export function cleanText(text: string): string {
  return text.normalize("NFC").replace(refused, "");
}

/** On one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s*[\r\n\t]+\s*/g, " ");
}
