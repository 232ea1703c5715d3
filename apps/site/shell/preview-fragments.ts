import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {MarkdownIt} from "./markdown-it.ts";

/**
 * Preview only (`npm run dev`): shows the figures and blocks of a composed site, whose folder OBSERVATOIRE_PREVIEW names,
 * in place of the placeholders. A build ignores data, so that shells stay a code artefact.
 */
export function useFragments(md: MarkdownIt): MarkdownIt {
  const composed = process.env.OBSERVATOIRE_PREVIEW;
  if (composed === undefined) return md;
  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (tokens, options, env) => {
    const html = render(tokens, options, env);
    const {path} = env as {path?: string};
    const page = join(composed, `${path}.html`);
    if (path === undefined || !existsSync(page)) return html;
    return insertFragments(html, readFileSync(page, "utf8"));
  };
  return md;
}

/** Replaces `<figure data-figure="id"></figure>` by what stands between `<!--figure:id-->` and `<!--/figure:id-->`. */
export function insertFragments(html: string, composedPage: string): string {
  return html.replace(
    /<(figure|div|span) data-(figures?|bloc|valeur)="([^"]+)"><\/\1>/g,
    (placeholder, _tag: string, kind: string, id: string) => {
      const start = `<!--${kind}:${id}-->`;
      const from = composedPage.indexOf(start);
      const to = composedPage.indexOf(`<!--/${kind}:${id}-->`, from);
      return from < 0 || to < 0 ? placeholder : composedPage.slice(from + start.length, to);
    }
  );
}
