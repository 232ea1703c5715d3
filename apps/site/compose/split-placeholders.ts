/** `figures`: every figure of the page whose id starts with the prefix, in their order; there may be none. */
export type PlaceholderKind = "figure" | "figures" | "bloc" | "valeur";

/** A piece of a shell: HTML as it is, or the place of a content. */
export type Segment = string | {kind: PlaceholderKind; id: string};

const placeholder = /<(figure|div|span) data-(figures?|bloc|valeur)="([^"]*)"[^>]*>\s*<\/\1>/g;

/** Cuts HTML at its placeholders, without a DOM: `a<span data-valeur="x"></span>b` → `["a", {valeur x}, "b"]`. */
export function splitPlaceholders(html: string): Segment[] {
  const segments: Segment[] = [];
  let last = 0;
  for (const match of html.matchAll(placeholder)) {
    if (match.index > last) segments.push(html.slice(last, match.index));
    segments.push({kind: match[2] as PlaceholderKind, id: match[3]!});
    last = match.index + match[0].length;
  }
  if (last < html.length) segments.push(html.slice(last));
  return segments;
}
