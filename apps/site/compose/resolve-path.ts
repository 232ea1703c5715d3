/** `../emploi.html` for a link from "territoires/commune-77284" to "emploi". */
export function resolvePath(from: string, to: string): string {
  return `${rootOf(from)}${to}.html`;
}

/** Way back to the root of the site from a page: "./" or "../". */
export function rootOf(path: string): string {
  return "../".repeat(path.split("/").length - 1) || "./";
}

/**
 * Absolute addresses of blocks and figures become relative: `href="/emploi#x"` → `href="./emploi.html#x"`;
 * `/telechargements/x.csv` keeps its name. Links so work at any address, and from a folder.
 */
export function resolveLinks(html: string, from: string, isPage: (path: string) => boolean): string {
  if (!html.includes('="/')) return html;
  const root = rootOf(from);
  return html.replace(/(\s(?:href|src))="\/(?!\/)([^"#?]*)/g, (_match, attribute: string, path: string) => {
    const target = path === "" || path.endsWith("/") ? `${path}index` : path;
    return `${attribute}="${root}${isPage(target) ? `${target}.html` : path}`;
  });
}
