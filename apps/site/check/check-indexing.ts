import type {Fault} from "./fault.ts";

/** What `robots.txt`, `sitemap.xml` and `recherche.json` hold, empty when absent. */
export interface Indexes {
  robots: string;
  sitemap: string;
  search: string;
}

const hiddenFile = /<a\b[^>]*\shref="[^"]*telecharger\/non-indexable\/[^"]*"[^>]*>/g;

/**
 * Pages that `robots.txt` refuses by name say so themselves, are in neither the sitemap nor the search; links to files that
 * are not to be listed say "nofollow", and every page that has one is refused.
 */
export function checkIndexing(
  pages: ReadonlyMap<string, string>,
  {robots, sitemap, search}: Indexes
): Fault[] {
  const faults: Fault[] = [];
  const fault = (page: string, message: string) => faults.push({page, rule: "indexation", message});
  const refused = [...robots.matchAll(/^Disallow: (\/\S*\.html)$/gm)].map(([, path]) => path!);
  const isRefused = (page: string) => refused.some((path) => path.endsWith(`/${page}`));
  const found = new Set((JSON.parse(search || "[]") as string[][]).map((entry) => entry[3]?.split("#")[0]));
  for (const [page, html] of pages) {
    const links = html.match(hiddenFile) ?? [];
    if (links.some((link) => !/\srel="[^"]*\bnofollow\b/.test(link)))
      fault(page, 'un lien vers un fichier non indexable sans rel="nofollow"');
    if (links.length > 0 && !isRefused(page))
      fault(page, "la page montre des données non indexables, et robots.txt ne la refuse pas");
    if (!isRefused(page)) continue;
    if (!html.includes('<meta name="robots" content="noindex, nofollow">'))
      fault(page, "robots.txt la refuse, mais elle n'a pas de balise « noindex, nofollow »");
    if (found.has(page)) fault(page, "page non indexable dans la recherche du site");
    if (sitemap.includes(`/${page}</loc>`)) fault(page, "page non indexable dans le plan des robots");
  }
  return faults;
}
