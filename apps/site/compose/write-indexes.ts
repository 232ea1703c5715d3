import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {SiteContent} from "@observatoire/catalog";
import {escapeHtml} from "./escape-html.ts";
import {hiddenDownloads} from "./mark-hidden-links.ts";
import {isHidden} from "./render-notices.ts";
import {permalink} from "./render-page.ts";

/** Writes `recherche.json`, `robots.txt` and, for a public site with an address, `sitemap.xml`. Returns the bytes. */
export async function writeIndexes(content: SiteContent, out: string): Promise<number> {
  const listed = content.pages.filter((page) => !isHidden(content, page));
  const files: [string, string][] = [
    ["recherche.json", formatSearch(content)],
    ["robots.txt", formatRobots(content, listed.length > 0)]
  ];
  if (content.address !== null && listed.length > 0) {
    files.push(["sitemap.xml", formatSitemap(content, listed)]);
  }
  for (const [name, text] of files) await writeFile(join(out, name), text);
  return files.reduce((total, [, text]) => total + Buffer.byteLength(text), 0);
}

/** One array per entry: kind, title, detail, address from the root, extra words. */
export function formatSearch({search}: SiteContent): string {
  const rows = search.map(({kind, title, detail, path, words}) => {
    const [page, anchor] = path.split("#");
    return JSON.stringify([kind, title, detail, `${page}.html${anchor ? `#${anchor}` : ""}`, words]);
  });
  return `[${rows.join(",\n")}]\n`;
}

/** Pages that are not indexable and their files are refused by name, also where all the site is. */
function formatRobots({address, pages}: SiteContent, listed: boolean): string {
  const folder = address === null ? "" : new URL(address).pathname.replace(/\/$/, "");
  const hidden = pages.filter(({indexable}) => indexable === false).map(({path}) => `${path}.html`);
  const lines = [
    "User-agent: *",
    listed ? "Allow: /" : "Disallow: /",
    ...[...hidden, hiddenDownloads].map((path) => `Disallow: ${folder}/${path}`),
    ...(listed && address !== null ? ["", `Sitemap: ${address}/sitemap.xml`] : [])
  ];
  return `${lines.join("\n")}\n`;
}

function formatSitemap(content: SiteContent, pages: SiteContent["pages"]): string {
  const urls = pages.map(
    (page) =>
      `<url><loc>${escapeHtml(permalink(content, page)!)}</loc><lastmod>${content.date.slice(0, 10)}</lastmod></url>`
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
}
