import {type FigureSource, type FigureSpec, formatDate, licences, statuts} from "@observatoire/catalog";
import {escapeMarkup} from "./escape-markup.ts";
import {simulatedWords} from "./render-svg.ts";
import {isStale, staleWords, tellAge} from "./tell-age.ts";

/** The source line: producer, dataset, vintage, date of collection, licence. */
export function renderSourceLine(spec: FigureSpec): string {
  if (spec.sources.length === 0) return "";
  const word = spec.sources.length > 1 ? "Sources" : "Source";
  const sources = spec.sources.map(renderSource).join("\u00a0; ");
  return `<p class="figure-source">${word}\u00a0: ${sources}\u00a0; calculs de l’observatoire.</p>`;
}

/** Failing and late sources, in the open: never in what one folds. */
export function renderAge(spec: FigureSpec): string {
  return tellAge(spec)
    .map(
      (sentence) => `<p class="figure-late"><span aria-hidden="true">◷</span> ${escapeMarkup(sentence)}</p>`
    )
    .join("");
}

/** Badges in words and signs: real or simulated, the worst statut shown, and data past their last limit. */
export function renderBadges(spec: FigureSpec): string {
  const isKnown = spec.empty === null && spec.rows.length > 0;
  const badges = [
    !isKnown && !spec.simulated
      ? ""
      : spec.simulated
        ? `<span class="figure-badge figure-badge--simule"><span aria-hidden="true">▲</span> ${simulatedWords}</span>`
        : `<span class="figure-badge figure-badge--reel"><span aria-hidden="true">●</span> Données réelles</span>`
  ];
  const {label, sign} = statuts[spec.statut];
  if (spec.statut !== "connu")
    badges.push(
      `<span class="figure-badge figure-badge--statut">${escapeMarkup(capitalise(label))} <span class="figure-sign">(${sign})</span></span>`
    );
  if (isStale(spec))
    badges.push(
      `<span class="figure-badge figure-badge--perime"><span aria-hidden="true">■</span> ${staleWords}</span>`
    );
  const shown = badges.filter((badge) => badge !== "");
  return shown.length === 0 ? "" : `<p class="figure-badges">${shown.join(" ")}</p>`;
}

/** « Urssaf, Effectifs salariés, 2024, collecté le 3 novembre 2026 », then what is late or failing: plain text for files. */
export function sourceText(spec: FigureSpec): string {
  const parts = spec.sources.map(
    ({producer, title, vintage, collectedOn, licence}) =>
      `${producer}, ${title}, ${vintage}, collecté le ${formatDate(collectedOn)} (${licences[licence].title})`
  );
  if (parts.length === 0) return "";
  const text = `${parts.length > 1 ? "Sources" : "Source"}\u00a0: ${parts.join("\u00a0; ")}`;
  const age = tellAge(spec);
  return age.length === 0 ? text : `${text}. ${age.join(" ")}`;
}

function renderSource({
  producer,
  title,
  homepage,
  vintage,
  collectedOn,
  licence,
  simulated,
  expectedBefore
}: FigureSource): string {
  const name = /^https?:\/\//.test(homepage)
    ? `<a href="${escapeMarkup(homepage)}">${escapeMarkup(title)}</a>`
    : `<cite>${escapeMarkup(title)}</cite>`;
  const day = collectedOn.slice(0, 10);
  const verb = simulated ? "fichier simulé le" : "collecté le";
  const when = `${verb} <time datetime="${escapeMarkup(day)}">${formatDate(collectedOn)}</time>`;
  const {title: licenceTitle, url} = licences[licence];
  // The page says that an edition is overdue even if nothing runs any more: the browser compares the date with today.
  const next =
    expectedBefore && !simulated
      ? `, prochaine édition attendue avant le <time datetime="${escapeMarkup(expectedBefore)}" data-echeance>${formatDate(expectedBefore)}</time>`
      : "";
  return `${escapeMarkup(producer)}, ${name}, ${escapeMarkup(vintage)}, ${when}${next}, <a href="${url}" rel="license">${licenceTitle}</a>`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
