import type {PageContent} from "@observatoire/catalog";
import {escapeHtml} from "./escape-html.ts";
import {siteError} from "./site-error.ts";
import type {PlaceholderKind, Segment} from "./split-placeholders.ts";

/** Finds the HTML of a placeholder, or undefined when nobody gave it. */
export type FindContent = (kind: PlaceholderKind, id: string) => string | undefined;

/**
 * Fills the placeholders of a shell. Marks stay around figures and blocks, for the preview.
 * Fails with SITE on a placeholder without content; `used` gathers what was found.
 */
export function fillSegments(
  segments: readonly Segment[],
  find: FindContent,
  {page, used}: {page: string; used?: Set<string>}
): string {
  let html = "";
  for (const segment of segments) {
    if (typeof segment === "string") {
      html += segment;
      continue;
    }
    const {kind, id} = segment;
    const content = find(kind, id);
    if (content === undefined) {
      throw siteError(
        `page « ${page} »`,
        `un contenu pour l'emplacement « ${id} » (data-${kind})`,
        "aucun",
        "le fournir dans le contenu de la page ou retirer l'emplacement de la coquille"
      );
    }
    used?.add(`${kind}:${id}`);
    html += kind === "valeur" ? content : `<!--${kind}:${id}-->${content}<!--/${kind}:${id}-->`;
  }
  return html;
}

/** Fails with SITE when a figure or a block of the page has no place in its shell. */
export function refuseUnused(content: PageContent, used: ReadonlySet<string>): void {
  const given = [
    ...content.figures.map(({id}) => `figure:${id}`),
    ...Object.keys(content.blocs).map((id) => `bloc:${id}`)
  ];
  const prefixes = [...used].flatMap((key) => /^figures:(.*)$/.exec(key)?.[1] ?? []);
  const isGathered = (key: string) => prefixes.some((prefix) => key.startsWith(`figure:${prefix}-`));
  const unused = given.find((key) => !used.has(key) && !isGathered(key));
  if (unused === undefined) return;
  const [kind, id] = unused.split(/:(.*)/);
  throw siteError(
    `page « ${content.path} »`,
    `un emplacement data-${kind}="${id}" dans la coquille « ${content.shell} »`,
    "aucun",
    "l'ajouter à la coquille ou retirer ce contenu de la page"
  );
}

/** Plain text of a value, escaped. */
export function formatText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : escapeHtml(text);
}
