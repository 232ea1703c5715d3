import type {PageContent, SiteContent} from "@observatoire/catalog";
import type {Shell} from "./read-shells.ts";
import {siteError} from "./site-error.ts";
import {siteBlocs, siteValues} from "./site-values.ts";

/**
 * The pages to stamp: those of the content, then each prose shell of the root that nobody named (legal pages, glossary).
 * Fails with SITE on an unknown shell, a path given twice, a shell with placeholders that no page fills, or an entry of the
 * search that leads to a page that is not indexable.
 */
export function planPages(content: SiteContent, shells: ReadonlyMap<string, Shell>): PageContent[] {
  const paths = new Set<string>();
  for (const page of content.pages) {
    const where = `page « ${page.path} »`;
    if (!shells.has(page.shell)) {
      const known = [...shells.keys()].sort().join(", ");
      throw siteError(
        where,
        `une coquille parmi ${known}`,
        `« ${page.shell} »`,
        "corriger le nom de la coquille"
      );
    }
    if (folderOf(page.path) !== folderOf(page.shell)) {
      throw siteError(
        where,
        `un chemin dans le dossier de sa coquille « ${page.shell} »`,
        `« ${page.path} »`,
        "les liens de la coquille sont relatifs : garder le même dossier"
      );
    }
    if (paths.has(page.path)) {
      throw siteError(where, "une seule page à cette adresse", "deux", "retirer l'une des deux");
    }
    paths.add(page.path);
  }
  refuseHiddenEntries(content);
  const named = new Set(content.pages.map(({shell}) => shell));
  const prose = [...shells.values()]
    // A shell in a folder is a model (an action, a session): only the pages that name it are made from it.
    .filter(({name}) => !named.has(name) && !name.includes("/"))
    .map((shell) => prosePage(shell, content));
  return [...content.pages, ...prose.sort((a, b) => a.path.localeCompare(b.path))];
}

/** What the law keeps out of search engines stays out of the site's own search. */
function refuseHiddenEntries({pages, search}: SiteContent): void {
  const hidden = new Set(pages.filter(({indexable}) => indexable === false).map(({path}) => path));
  const entry = search.find(({path}) => hidden.has(path.split("#")[0]!));
  if (entry === undefined) return;
  throw siteError(
    `recherche, entrée « ${entry.title} »`,
    "une page que l'on peut indexer",
    `« ${entry.path} », page non indexable`,
    "retirer cette entrée de la recherche"
  );
}

function prosePage(shell: Shell, content: SiteContent): PageContent {
  const known = {valeur: siteValues(content), bloc: siteBlocs(content), figure: {}, figures: {}};
  const missing = [...shell.heading, ...shell.body].find(
    (segment) => typeof segment !== "string" && !(segment.id in known[segment.kind])
  );
  if (missing !== undefined && typeof missing !== "string") {
    throw siteError(
      `coquille « ${shell.name} »`,
      `une page qui fournisse « ${missing.id} » (data-${missing.kind})`,
      "aucune page",
      "ajouter la page au contenu du site ou retirer la coquille"
    );
  }
  return {
    shell: shell.name,
    path: shell.name,
    title: decode(shell.title),
    description: decode(shell.description),
    chapeau: null,
    figures: [],
    blocs: {},
    valeurs: {},
    breadcrumb: [{title: "Accueil", path: "index"}],
    previous: null,
    next: null
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function decode(html: string): string {
  return html
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
