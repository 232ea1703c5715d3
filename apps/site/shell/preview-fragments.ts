import {existsSync, readFileSync} from "node:fs";
import type {MarkdownIt} from "./markdown-it.ts";

const composed = new URL("../../../data/current/site/", import.meta.url);

/**
 * Preview only (`npm run dev`): shows the figures and blocks of the last composed site in place of the placeholders.
 * A build ignores data, so that shells stay a code artefact.
 */
export function useFragments(md: MarkdownIt): MarkdownIt {
  if (process.env.OBSERVATOIRE_PREVIEW !== "1") return md;
  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (tokens, options, env) => {
    const html = render(tokens, options, env);
    const {path} = env as {path?: string};
    const page = path === undefined ? undefined : new URL(`.${path}.html`, composed);
    if (page === undefined || !existsSync(page)) return html;
    return insertFragments(html, readFileSync(page, "utf8"));
  };
  return md;
}

/** Replaces `<figure data-figure="id"></figure>` by what stands between `<!--figure:id-->` and `<!--/figure:id-->`. */
export function insertFragments(html: string, composedPage: string): string {
  return html.replace(
    /<(figure|div|span) data-(figure|bloc|valeur)="([^"]+)"><\/\1>/g,
    (placeholder, _tag: string, kind: string, id: string) => {
      const start = `<!--${kind}:${id}-->`;
      const from = composedPage.indexOf(start);
      const to = composedPage.indexOf(`<!--/${kind}:${id}-->`, from);
      return from < 0 || to < 0 ? placeholder : composedPage.slice(from + start.length, to);
    }
  );
}
