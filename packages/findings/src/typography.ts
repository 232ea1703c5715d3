const NBSP = "\u00a0";

/**
 * French spacing of a sentence: U+00A0 before : ; ? ! % » and after «, never an ASCII space there; straight
 * apostrophes, as in the producers' names; single spaces. Idempotent; leaves addresses and times alone.
 */
export function typography(text: string): string {
  return text
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/ {2,}/g, " ")
    .replace(/[ \u202f\u00a0]+([:;?!%»])/g, `${NBSP}$1`)
    .replace(/(\d)%/g, `$1${NBSP}%`)
    .replace(/«[ \u202f\u00a0]*/g, `«${NBSP}`)
    .replace(/([^\s«])»/g, `$1${NBSP}»`)
    .trim();
}
