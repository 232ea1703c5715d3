import {extname} from "node:path";
import {formatDate, type SiteContent} from "@observatoire/catalog";
import {escapeHtml} from "./escape-html.ts";

/** Values every shell may use, whatever its page. */
export function siteValues(content: SiteContent): Readonly<Record<string, string>> {
  return {
    "site.titre": content.title,
    "site.surtitre": content.title.endsWith(content.territoire)
      ? content.title.slice(0, -content.territoire.length).trim()
      : "Observatoire",
    "site.territoire": content.territoire,
    "site.editeur": content.publisher,
    "site.contact": content.contact,
    "site.date": formatDate(content.date),
    "site.run": content.run,
    "site.adresse": content.address ?? "adresse non encore fixée",
    "site.pages": String(content.pages.length)
  };
}

/** Blocks every shell may use: the contact as a link, the date of the next refresh, the logo, the list of all pages. */
export function siteBlocs(content: SiteContent): Readonly<Record<string, string>> {
  return {
    "site-contact": renderContact(content.contact),
    "site-actualisation": renderNext(content.nextBefore),
    "site-logo": content.logo === null ? "" : `<img class="logo" src="/${logoPath(content.logo)}" alt="">`,
    "plan-du-site": renderPlan(content)
  };
}

/** Where the logo stands in the site: "_site/logo.svg". */
export function logoPath(logo: string): string {
  return `_site/logo${extname(logo).toLowerCase()}`;
}

/** The browser compares this date with its own (`client/start-deadlines.ts`), should nothing run any more. */
function renderNext(iso: string | null): string {
  return iso === null
    ? ""
    : `Prochaine actualisation attendue le <time datetime="${escapeHtml(iso)}" data-actualisation data-echeance>${formatDate(iso)}</time>.`;
}

function renderContact(contact: string): string {
  const text = escapeHtml(contact);
  if (/^[^@\s]+@[^@\s]+$/.test(contact)) return `<a href="mailto:${text}">${text}</a>`;
  return /^https?:\/\//.test(contact) ? `<a href="${text}">${text}</a>` : text;
}

function renderPlan({pages}: SiteContent): string {
  const item = ({path, title}: {path: string; title: string}) =>
    `<li><a href="/${path}">${escapeHtml(title)}</a></li>`;
  const top = pages.filter(({path}) => !path.includes("/"));
  const territoires = pages.filter(({path}) => path.startsWith("territoires/"));
  const programme = pages.filter(({path}) => path.startsWith("programme/"));
  // A frozen page is reached from its session: the map names the sessions alone.
  const seances = pages.filter(
    ({path, frozen}) =>
      path === "seances/index" || (frozen !== undefined && /^seances\/[\d-]{10}$/.test(path))
  );
  const section = (title: string, list: readonly {path: string; title: string}[]) =>
    list.length === 0 ? "" : `<h2>${title}</h2><ul class="plan">${list.map(item).join("")}</ul>`;
  return (
    section("Chapitres et informations", top) +
    section("Programme", programme) +
    section("Séances", seances) +
    section("Territoires", territoires)
  );
}
