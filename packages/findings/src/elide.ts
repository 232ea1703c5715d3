/**
 * True when a word asks for elision. `h` in a name and `y` before a vowel are taken as consonants (INSEE's TNCC says
 * otherwise when it must); the common nouns in mute `h` that sentences use are listed.
 */
export function startsWithVowel(text: string): boolean {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^[«"'(\s]+/, "");
  return /^(?:[aeiouœæ]|y[^aeiou]|h(?:abitant|eberg|otel))/.test(plain);
}

/** Joins a small word to what follows: `("que", "en France")` → "qu'en France", `("de", "Meaux")` → "de Meaux". */
export function elide(word: "de" | "que" | "le" | "la" | "ne", next: string): string {
  return startsWithVowel(next) ? `${word.slice(0, -1)}'${next}` : `${word} ${next}`;
}

/** First letter in upper case, accents kept: "à Meaux" → "À Meaux". */
export function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}

/**
 * "de" before nouns that bear their article: "le commerce" → "du commerce", "les services" → "des services",
 * "le bois, le papier et l'imprimerie" → "du bois, du papier et de l'imprimerie".
 */
export function contractDe(withArticle: string): string {
  return withArticle
    .split(/(, | et )(?=(?:le|la|les) |l')/)
    .map((part) => (part === ", " || part === " et " ? part : contractOne(part)))
    .join("");
}

function contractOne(withArticle: string): string {
  if (withArticle.startsWith("les ")) return `des ${withArticle.slice(4)}`;
  if (withArticle.startsWith("le ")) return `du ${withArticle.slice(3)}`;
  return /^(?:la |l')/.test(withArticle) ? `de ${withArticle}` : elide("de", withArticle);
}
