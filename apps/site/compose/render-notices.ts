import type {PageContent, SiteContent} from "@observatoire/catalog";
import {renderAge} from "./render-age.ts";

/** True when something on the page rests on simulated data. */
export function isSimulated(content: SiteContent, page: PageContent): boolean {
  return (
    page.frozenSimulated === true ||
    page.figures.some(({simulated}) => simulated) ||
    (content.simulated && Object.keys(page.blocs).length > 0)
  );
}

/** True when no search engine may list the page. */
export function isHidden(content: SiteContent, page: PageContent | null): boolean {
  if (content.simulated || content.deployment !== "public") return true;
  return page === null || page.indexable === false || page.figures.some(({simulated}) => simulated);
}

/** Banners (simulated, restricted) and what fails, is late or stale, or an empty string. */
export function renderNotices(content: SiteContent, page: PageContent): string {
  const notices: string[] = [];
  if (isSimulated(content, page)) {
    notices.push(
      '<p class="bandeau bandeau-simule"><strong>Données simulées.</strong> Cette page montre en tout ou partie des chiffres fabriqués pour la démonstration\u00a0: ne pas les citer.</p>'
    );
  }
  if (content.deployment === "comite") {
    notices.push(
      '<p class="bandeau bandeau-reserve"><strong>Diffusion restreinte.</strong> Version réservée au comité de pilotage\u00a0: ne pas diffuser.</p>'
    );
  }
  const age = renderAge(content, page);
  if (age !== "") notices.push(age);
  return notices.length === 0
    ? ""
    : `<div class="avis" role="region" aria-label="Avertissements">${notices.join("")}</div>`;
}
