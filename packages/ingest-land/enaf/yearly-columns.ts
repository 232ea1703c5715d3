/** Destinations of the consumed land: our name, and the letters by which the producer's columns name them. */
export const destinations = [
  {name: "habitat", code: "hab", meaning: "pour l'habitat"},
  {name: "activite", code: "act", meaning: "pour l'activité"},
  {name: "mixte", code: "mix", meaning: "mixte, habitat et activité"},
  {name: "route", code: "rou", meaning: "pour les routes"},
  {name: "ferroviaire", code: "fer", meaning: "pour les voies ferrées"},
  {name: "inconnu", code: "inc", meaning: "de destination inconnue"}
] as const;

const twoDigits = (year: number): string => String(year % 100).padStart(2, "0");
const years = Array.from({length: 100}, (_, year) => year);

/**
 * Pattern of the yearly columns, `naf11art12` or `art11hab12`: the second year is the next one, which leaves out the
 * totals of several years (`naf11art21`). Its group is the first year.
 */
export function yearlyPattern(before: string, between: string): string {
  const pairs = years.map((year) => `${twoDigits(year)}(?=${between}${twoDigits(year + 1)}$)`);
  return `^${before}(${pairs.join("|")})${between}\\d\\d$`;
}

/** Headers that a figure of several years may bear, the longest period first: `naf11art25` before `naf11art21`. */
export function longPeriods(write: (from: string, to: string) => string): string[] {
  const starts = [9, 11];
  const ends = years.slice(11, 50).reverse();
  return ends.flatMap((end) =>
    starts.filter((start) => end > start + 1).map((start) => write(twoDigits(start), twoDigits(end)))
  );
}

/** Headers that bear a year of the twenty-first century, the last first: `surfcom2025`. */
export function yearNames(prefix: string): string[] {
  return years
    .slice(9, 50)
    .reverse()
    .map((year) => `${prefix}20${twoDigits(year)}`);
}
