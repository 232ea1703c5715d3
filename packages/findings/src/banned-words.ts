import {fold} from "@observatoire/catalog";

/**
 * Words that claim a cause where only an association is measured (methode.md §7.5). Compared without accents,
 * case nor punctuation: write "associé à", "sur la même période".
 */
export const bannedWords = [
  "grâce à",
  "grâce au",
  "grâce aux",
  "a permis",
  "ont permis",
  "permettant de créer",
  "impact de",
  "impact du",
  "impact des",
  "impact sur",
  "à cause de",
  "à cause du",
  "à cause des",
  "en raison de",
  "en raison du",
  "en raison des",
  "s'explique par",
  "s'expliquent par",
  "est dû à",
  "est due à",
  "sont dus à",
  "sont dues à",
  "a entraîné",
  "ont entraîné",
  "a provoqué",
  "ont provoqué",
  "a généré",
  "ont généré",
  "a créé des emplois",
  "a fait progresser",
  "a fait baisser",
  "sous l'effet de",
  "sous l'effet du",
  "conséquence de",
  "résulte de",
  "doit à"
] as const;

/** Banned wordings found in a text, in the order of the list. */
export function findBannedWords(text: string): string[] {
  const words = ` ${fold(text)} `;
  return bannedWords.filter((banned) => words.includes(` ${fold(banned)} `));
}

/** True when a text claims a cause. */
export function hasBannedWords(text: string): boolean {
  return findBannedWords(text).length > 0;
}
