import type {Fault} from "./fault.ts";

/** Reads a page: its links, and the anchors one may link to. */
function readPage(html: string): {links: string[]; anchors: Set<string>} {
  const links = [
    ...html.matchAll(/<(?:a|link|script|img|source|use|form)\b[^>]*?\s(?:href|src|action)="([^"]*)"/g)
  ];
  const anchors = [...html.matchAll(/\sid="([^"]+)"/g)];
  return {
    links: links.map(([, link]) => link!.replaceAll("&amp;", "&")),
    anchors: new Set(anchors.map(([, id]) => id!))
  };
}

/**
 * Checks that each internal link leads to a file of the site and each anchor to an element.
 * `pages`: HTML by path ("territoires/commune-77284.html"); `files`: every path of the site.
 */
export function checkLinks(pages: ReadonlyMap<string, string>, files: ReadonlySet<string>): Fault[] {
  const read = new Map([...pages].map(([path, html]) => [path, readPage(html)]));
  const faults: Fault[] = [];
  for (const [page, {links}] of read) {
    for (const link of new Set(links)) {
      if (/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(link)) continue;
      const url = new URL(link, `http://site/${page}`);
      const path = decodeURIComponent(url.pathname).slice(1);
      const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
      if (!files.has(file)) {
        faults.push({page, rule: "lien", message: `le lien « ${link} » ne mène à aucun fichier`});
        continue;
      }
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor !== "" && read.has(file) && !read.get(file)!.anchors.has(anchor)) {
        faults.push({page, rule: "ancre", message: `l'ancre du lien « ${link} » n'existe pas`});
      }
    }
  }
  return faults;
}
