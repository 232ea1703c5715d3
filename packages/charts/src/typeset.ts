/** French spacing for sentences typed with ordinary spaces: no-break before `: ; ? ! % »` and after `«`. */
export function typeset(text: string): string {
  return text.replace(/ (?=[:;?!%»€])/g, "\u00a0").replace(/« /g, "«\u00a0");
}
