import type {FigureSource, PageContent, SiteContent} from "@observatoire/catalog";
import {escapeHtml} from "./escape-html.ts";
import {resolvePath} from "./resolve-path.ts";

/** More than this, and the list is folded: each figure says it for itself all the same. */
const listed = 4;

/**
 * What a page says once, at its top, of the sources it rests on that fail, are late or stale: how many, which, since when.
 * The home page and the state of data speak for the whole site. Empty when all is well.
 */
export function renderAge(content: SiteContent, page: PageContent): string {
  const speaksForAll = ["index", "etat"].includes(page.shell);
  const aged = findAged(speaksForAll ? content.pages : [page], speaksForAll ? content.sources : []);
  if (aged.length === 0) return "";
  const lead = `<strong>${countAged(aged)}</strong>`;
  const link =
    page.path !== "etat" && content.pages.some(({path}) => path === "etat")
      ? ` <a href="${resolvePath(page.path, "etat")}">État des données</a>`
      : "";
  const [first] = aged;
  if (first && aged.length === 1) return `<p class="retard">${lead} ${tellSource(first)}${link}</p>`;
  const items = aged.map((source) => `<li>${tellSource(source)}</li>`).join("");
  return `<details class="retard"${aged.length > listed ? "" : " open"}><summary>${lead}</summary><ul>${items}</ul>${link && `<p>${link.trim()}</p>`}</details>`;
}

function findAged(pages: readonly PageContent[], others: readonly FigureSource[]): FigureSource[] {
  const shown = pages.flatMap(({figures}) => figures.flatMap((figure) => figure.sources));
  const aged = [...shown, ...others].filter(({failing, late}) => (failing ?? late) !== null);
  return [...new Map(aged.map((source) => [source.id, source])).values()];
}

/** « Une source n'a pas pu être actualisée, 2 sources sont en retard. » */
function countAged(aged: readonly FigureSource[]): string {
  const failing = aged.filter((source) => source.failing).length;
  const stale = aged.filter((source) => !source.failing && source.stale).length;
  const late = aged.length - failing - stale;
  const parts = [
    say(failing, "une source n'a pas pu être actualisée", "sources n'ont pas pu être actualisées"),
    say(stale, "une source est périmée", "sources sont périmées"),
    say(late, "une source est en retard", "sources sont en retard")
  ].filter((part) => part !== "");
  const text = parts.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function say(count: number, one: string, many: string): string {
  return count === 0 ? "" : count === 1 ? one : `${count} ${many}`;
}

/** « Effectifs salariés : données au 31 décembre 2025, actualisation en échec depuis le 24 novembre 2026. » */
function tellSource({title, late, failing, stale}: FigureSource): string {
  const sentence = failing ?? late ?? "";
  const more = failing && stale ? " Données périmées." : "";
  return `${escapeHtml(title)}\u00a0: ${escapeHtml(sentence.charAt(0).toLowerCase() + sentence.slice(1))}${more}`;
}
