/**
 * French spacing of sentences typed with ordinary spaces: narrow no-break space before `; ! ?`, no-break space before
 * `: % € »` and after `«`. Spaces that the formatter wrote are left as they are.
 */
export function typeset(text: string): string {
  return text
    .replace(/ (?=[;!?])/g, "\u202f")
    .replace(/ (?=[:%€»])/g, "\u00a0")
    .replace(/« /g, "«\u00a0");
}
