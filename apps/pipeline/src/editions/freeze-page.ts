import {html} from "../pages/html.ts";
import {frozenName} from "./edition-folder.ts";

/** Prose pages that stay as long as the site does: a frozen page may still lead there. */
const lasting = ["index", "methode", "glossaire", "etat", "changements", "accessibilite", "mentions-legales"];

/** Where the links of a frozen page may lead. */
export interface FrozenLinks {
  date: string;
  /** Paths of the pages frozen with it. */
  pages: ReadonlySet<string>;
  /** Figures that may not be kept, and the sentence in their place. */
  removed: {figures: ReadonlySet<string>; notice: string};
  /** Receives each file that the page offers ("telecharger/figures/x.csv"): it is frozen too. */
  onFile: (path: string) => void;
}

/**
 * The body of a composed page, for ever: from its heading to its share line, its links turned to the frozen pages and
 * files. A link to a page that may change or go becomes plain text. Addresses are relative to `seances/`.
 */
export function freezePage(page: string, path: string, links: FrozenLinks): string {
  const from = page.indexOf("</h1>");
  const to = page.indexOf('<p class="partage">');
  if (from < 0 || to < from) throw new Error(`page « ${path} » : corps introuvable`);
  return (
    page
      .slice(from + "</h1>".length, to)
      // A date past says nothing of what a session saw.
      .replace(/(<time\b[^>]*?) data-echeance(?=[\s>])/g, "$1")
      .replace(/<figure class="figure [^"]*" id="figure-([^"]+)"[\s\S]*?<\/figure>/g, (figure, id) =>
        links.removed.figures.has(id)
          ? html`<p class="figure-empty">${links.removed.notice}</p>`.html
          : figure
      )
      .replace(/<!--\/?(?:figure|figures|bloc):[^>]*-->/g, "")
      .replace(/<button class="avec-js" type="button" data-seance>[\s\S]*?<\/button>/g, "")
      .replace(/<a\b([^>]*?)\shref="([^"]*)"([^>]*)>([\s\S]*?)<\/a>/g, (whole, before, href, after, text) => {
        const target = frozenTarget(href, path, links);
        if (target === href) return whole;
        return target === null ? `<span>${text}</span>` : `<a${before} href="${target}"${after}>${text}</a>`;
      })
  );
}

function frozenTarget(href: string, page: string, {date, pages, onFile}: FrozenLinks): string | null {
  if (href.startsWith("#") || /^(?:[a-z][a-z+.-]*:|\/\/)/i.test(href)) return href;
  const url = new URL(href, `http://site/${page}.html`);
  const path = decodeURIComponent(url.pathname).slice(1);
  if (path.startsWith("telecharger/figures/") || path.startsWith("telecharger/programme/")) {
    onFile(path);
    return `./${date}/${path.slice("telecharger/".length)}`;
  }
  const name = path.replace(/\.html$/, "");
  if (pages.has(name)) return `./${frozenName(date, name)}.html${url.hash}`;
  return lasting.includes(name) ? `../${name}.html` : null;
}
