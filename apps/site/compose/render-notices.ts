import type {PageContent, SiteContent} from "@observatoire/catalog";
import {escapeHtml} from "./escape-html.ts";

/** True when something on the page rests on simulated data. */
export function isSimulated(content: SiteContent, page: PageContent): boolean {
  return (
    page.figures.some(({simulated}) => simulated) || (content.simulated && Object.keys(page.blocs).length > 0)
  );
}

/** True when no search engine may list the page. */
export function isHidden(content: SiteContent, page: PageContent | null): boolean {
  if (content.simulated || content.deployment !== "public") return true;
  return page === null || page.indexable === false || page.figures.some(({simulated}) => simulated);
}

/** Banners (simulated, restricted) and the quiet line of late sources, or an empty string. */
export function renderNotices(content: SiteContent, page: PageContent): string {
  const notices: string[] = [];
  if (isSimulated(content, page)) {
    notices.push(
      '<p class="bandeau bandeau-simule"><strong>Données simulées.</strong> Cette page montre en tout ou partie des chiffres fabriqués pour la démonstration\u00a0: ne pas les citer.</p>'
    );
  }
  if (content.deployment === "comite") {
    notices.push(
      '<p class="bandeau bandeau-reserve"><strong>Version réservée au comité de pilotage.</strong> Ne pas diffuser.</p>'
    );
  }
  const late = findLate(content, page);
  if (late.length > 0) notices.push(`<p class="retard">${late.map(escapeHtml).join(" ")}</p>`);
  return notices.length === 0
    ? ""
    : `<div class="avis" role="region" aria-label="Avertissements">${notices.join("")}</div>`;
}

function findLate(content: SiteContent, page: PageContent): string[] {
  const own = page.figures.flatMap(({sources}) =>
    sources.flatMap(({title, late}) =>
      late === null ? [] : [`${title}\u00a0: ${late.charAt(0).toLowerCase()}${late.slice(1)}`]
    )
  );
  if (own.length > 0) return [...new Set(own)];
  return content.late !== null && ["index", "etat"].includes(page.shell) ? [content.late] : [];
}
