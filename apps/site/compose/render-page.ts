import {formatDate, type PageContent, type SiteContent} from "@observatoire/catalog";
import {renderSVG} from "uqr";
import {escapeHtml} from "./escape-html.ts";
import {nestHeadings} from "./nest-headings.ts";
import type {Scripts, Shell} from "./read-shells.ts";
import {isHidden, renderNotices} from "./render-notices.ts";
import {resolvePath, rootOf} from "./resolve-path.ts";
import {typesetHtml} from "./typeset-html.ts";

/** The filled parts of a shell. */
export interface PageParts {
  header: string;
  heading: string;
  body: string;
  footer: string;
}

export interface PageContext {
  content: SiteContent;
  shell: Shell;
  page: PageContent;
  scripts: Scripts;
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%230b5fa5'/%3E%3Cpath d='M7 25V15h4v10zm7 0V8h4v17zm7 0V12h4v13z' fill='%23fff'/%3E%3C/svg%3E";

/** The whole document of a page. */
export function renderPage(context: PageContext, parts: PageParts): string {
  const {content, page, shell} = context;
  const side = shell.contents
    ? `<nav class="sommaire" aria-labelledby="sommaire-titre"><p id="sommaire-titre">Sommaire</p><ol>${shell.contents}</ol>${sessionButton(page)}</nav>`
    : "";
  const chapeau = page.chapeau === null ? "" : `<p class="chapeau">${escapeHtml(page.chapeau)}</p>`;
  const html = typesetHtml(`<!DOCTYPE html>
<html lang="fr" style="--impression:${escapeHtml(printedFooter(content, page))}">
${renderHead(context)}
<body class="page-${page.shell.replaceAll("/", "-")}">
<a class="evitement" href="#contenu">Aller au contenu</a>
<header class="entete">${markCurrent(parts.header, page)}</header>
${renderDeadlines(context)}
${renderNotices(content, page)}
<div class="corps${side && " avec-sommaire"}">
${renderBreadcrumb(page)}${side}<main id="contenu" tabindex="-1">
${parts.heading}${chapeau}${nestHeadings(parts.body)}${frozenMark}
${renderShare(content, page)}
</main>
${renderPager(page)}</div>
<footer class="pied">${parts.footer}</footer>
</body>
</html>
`);
  // A frozen body is put in last: nothing here may change a byte of it.
  return html.replace(frozenMark, () => page.frozen ?? "");
}

const frozenMark = "<!--fige-->";

/** When what the page shows was put together. */
const dateOf = (content: SiteContent, {asOf}: PageContent): string => asOf ?? content.date;

/** The script that says what is overdue, where its banner stands; it reads the dates in its own attributes. */
function renderDeadlines({content, page, scripts}: PageContext): string {
  const next =
    content.nextBefore === null
      ? ""
      : ` data-attendue="${escapeHtml(content.nextBefore)}" data-le="${formatDate(content.nextBefore)}" data-chiffres="${formatDate(dateOf(content, page))}"`;
  return `<script src="${rootOf(page.path)}${scripts.deadlines}"${next}></script>`;
}

/** Foot of each printed sheet, as a CSS string: dates of the data and permanent address. */
function printedFooter(content: SiteContent, page: PageContent): string {
  const next =
    content.nextBefore === null
      ? ""
      : `, prochaine actualisation attendue le ${formatDate(content.nextBefore)}`;
  const text = `${permalink(content, page) ?? content.title} · données assemblées le ${formatDate(dateOf(content, page))}${next}`;
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

function renderHead({content, page, shell, scripts}: PageContext): string {
  const title = page.path === "index" ? content.title : `${page.title} | ${content.title}`;
  const description = escapeHtml(page.description);
  const address = permalink(content, page);
  const root = rootOf(page.path);
  return `<head>
<meta charset="utf-8">
${page.shell === "404" ? `<base href="${escapeHtml(folderOf(content.address))}">\n` : ""}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${description}">
${isHidden(content, page) ? '<meta name="robots" content="noindex, nofollow">\n' : ""}${address ? `<link rel="canonical" href="${escapeHtml(address)}">\n<meta property="og:url" content="${escapeHtml(address)}">\n` : ""}<meta property="og:type" content="website">
<meta property="og:locale" content="fr_FR">
<meta property="og:title" content="${escapeHtml(page.path === "index" ? content.title : page.title)}">
<meta property="og:description" content="${description}">
<meta property="og:site_name" content="${escapeHtml(content.title)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${root}${shell.stylesheet}">
<script src="${root}${scripts.site}"></script>
</head>`;
}

/** Address one may quote, or null when the site has none yet. The home page is the bare address. */
export function permalink({address}: SiteContent, {path}: Pick<PageContent, "path">): string | null {
  if (address === null) return null;
  return path === "index" ? `${address}/` : `${address}/${path}.html`;
}

/** The chapter one is in is told by `aria-current`: "page" for itself, "true" for a page below it in its breadcrumb. */
function markCurrent(header: string, page: PageContent): string {
  const here = header.replace(
    `<li><a href="./${page.path.split("/").at(-1)}.html"`,
    (link) => `${link} aria-current="page"`
  );
  if (here !== header) return here;
  if (!page.path.includes("/")) {
    const above = page.breadcrumb.findLast(({path}) => path !== "index" && path !== page.path);
    if (!above) return header;
    return header.replace(
      `<li><a href="${resolvePath(page.path, above.path)}"`,
      (link) => `${link} aria-current="true"`
    );
  }
  return header.replace('<li><a href="./index.html"', (link) => `${link} aria-current="true"`);
}

function renderBreadcrumb({breadcrumb, path, title}: PageContent): string {
  if (breadcrumb.length === 0) return "";
  const links = breadcrumb
    .filter((step) => step.path !== path)
    .map((step) => `<li><a href="${resolvePath(path, step.path)}">${escapeHtml(step.title)}</a></li>`);
  return `<nav class="fil" aria-label="Fil d'Ariane"><ol>${links.join("")}<li aria-current="page">${escapeHtml(title)}</li></ol></nav>\n`;
}

function renderPager({previous, next, path}: PageContent): string {
  if (previous === null && next === null) return "";
  const link = (target: {title: string; path: string} | null, rel: "prev" | "next", label: string) =>
    target === null
      ? ""
      : `<a rel="${rel}" href="${resolvePath(path, target.path)}"><span>${label}</span> ${escapeHtml(target.title)}</a>`;
  return `<nav class="suite" aria-label="Chapitre précédent et suivant">${link(previous, "prev", "Précédent")}${link(next, "next", "Suivant")}</nav>\n`;
}

/** « Mode séance », on pages that have something to project. */
function sessionButton({figures, frozen}: PageContent): string {
  return figures.some(({kind}) => kind !== "chiffre-cle") ||
    /class="figure figure--(?!chiffre-cle)/.test(frozen ?? "")
    ? '<button class="avec-js" type="button" data-seance>Mode séance</button>'
    : "";
}

function renderShare(content: SiteContent, page: PageContent): string {
  const address = permalink(content, page);
  const href = address ?? resolvePath(page.path, page.path);
  return `<p class="partage"><a rel="bookmark" href="${escapeHtml(href)}">Lien permanent de cette page</a> <button class="avec-js" type="button" data-copier>Copier le lien</button> ${sessionButton(page)} <span role="status" data-copie></span></p>
<p class="impression">${escapeHtml(content.title)} · ${escapeHtml(page.title)} · données assemblées le ${formatDate(dateOf(content, page))} · ${escapeHtml(address ?? `page «\u00a0${page.path}.html\u00a0»`)}</p>${address === null || !page.path.startsWith("seances/") ? "" : renderQr(address)}`;
}

/** On paper, the way back to the page: what a committee saw keeps its address. */
function renderQr(address: string): string {
  return `<div class="qr" aria-hidden="true">${renderSVG(address, {pixelSize: 4, border: 1})}</div>`;
}

/** Folder of the site on its server: the page of an unknown address stands at any depth. */
function folderOf(address: string | null): string {
  return address === null ? "/" : `${new URL(address).pathname.replace(/\/+$/, "")}/`;
}
