import {existsSync} from "node:fs";
import {cp, mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {FigureSpec, PageContent, SiteContent} from "@observatoire/catalog";
import {type FindContent, fillSegments, formatText, refuseUnused} from "./fill-segments.ts";
import {keepFormerAssets} from "./keep-former-assets.ts";
import {markHiddenLinks} from "./mark-hidden-links.ts";
import {planPages} from "./plan-pages.ts";
import {readShells, type Scripts, type Shell} from "./read-shells.ts";
import {renderPage} from "./render-page.ts";
import {resolveLinks} from "./resolve-path.ts";
import {siteError} from "./site-error.ts";
import {logoPath, siteBlocs, siteValues} from "./site-values.ts";
import {writeIndexes} from "./write-indexes.ts";

export interface ComposeOptions {
  content: SiteContent;
  /** Where `npm run build` left the shells: `apps/site/dist`. */
  shells: string;
  /** Folder of the site; must be empty or absent. */
  out: string;
  /** Folder of `content.logo`; needed only when there is one. */
  data?: string;
  /** Folder of the site published before, whose style sheet and scripts pages already fetched still ask for. */
  former?: string;
  /** HTML fragment of a figure (chart, caption, table twin); `page` is the path it will stand on. */
  renderFigure: (spec: FigureSpec, context: {page: string}) => string;
  onPage?: (path: string, html: string) => void;
}

export interface ComposedSite {
  pages: number;
  bytes: number;
}

/** Puts the content into the shells: one HTML file per page, the assets, the indexes. Fails with SITE. */
export async function composeSite(options: ComposeOptions): Promise<ComposedSite> {
  const {shells, assets, scripts} = await readShells(options.shells);
  const pages = planPages(options.content, shells);
  const content = {...options.content, pages: pages.filter(({path}) => path !== "404")};
  const stamp = createStamp({...options, content}, scripts);
  let bytes = 0;
  for (const folder of new Set(pages.map(({path}) => dirname(join(options.out, path))))) {
    await mkdir(folder, {recursive: true});
  }
  for (const page of pages) {
    const html = stamp(page, shells.get(page.shell)!);
    await writeFile(join(options.out, `${page.path}.html`), html);
    bytes += Buffer.byteLength(html);
    options.onPage?.(page.path, html);
  }
  for (const asset of assets) await cp(join(options.shells, asset), join(options.out, asset));
  if (options.former !== undefined) await keepFormerAssets(options.former, options.out);
  if (content.logo !== null) await copyLogo(content.logo, options);
  bytes += await writeIndexes(content, options.out);
  return {pages: pages.length, bytes};
}

async function copyLogo(logo: string, {data, out}: ComposeOptions): Promise<void> {
  const from = join(data ?? "", logo);
  if (data === undefined || !existsSync(from)) {
    throw siteError(
      "logo du site",
      "un fichier image",
      `« ${logo} » introuvable`,
      "corriger « logo » dans territoire.yaml"
    );
  }
  await cp(from, join(out, logoPath(logo)));
}

/** Prepares what pages share, and returns the function that stamps one. */
export function createStamp(
  {content, renderFigure}: Pick<ComposeOptions, "content" | "renderFigure">,
  scripts: Scripts
): (page: PageContent, shell: Shell) => string {
  const common = {valeurs: siteValues(content), blocs: siteBlocs(content)};
  const paths = new Set(content.pages.map(({path}) => path));
  const isPage = (path: string) => paths.has(path);
  return (page, shell) => {
    const find: FindContent = (kind, id) => {
      if (kind === "valeur") return formatText(page.valeurs[id] ?? common.valeurs[id]);
      const html =
        kind === "bloc"
          ? (page.blocs[id] ?? common.blocs[id])
          : renderFigures(page, {kind, id}, renderFigure);
      return html === undefined ? undefined : markHiddenLinks(resolveLinks(html, page.path, isPage));
    };
    const used = new Set<string>();
    const parts = {
      header: fillSegments(shell.header, find, {page: page.path}),
      heading: fillSegments(shell.heading, find, {page: page.path, used}),
      body: fillSegments(shell.body, find, {page: page.path, used}),
      footer: fillSegments(shell.footer, find, {page: page.path})
    };
    refuseUnused(page, used);
    return renderPage({content, shell, page, scripts}, parts);
  };
}

/** The figure of that id, or all those whose id starts with it; undefined when the one asked for is not there. */
function renderFigures(
  page: PageContent,
  {kind, id}: {kind: "figure" | "figures"; id: string},
  renderFigure: ComposeOptions["renderFigure"]
): string | undefined {
  const wanted = page.figures.filter((spec) =>
    kind === "figures" ? spec.id.startsWith(`${id}-`) : spec.id === id
  );
  if (kind === "figure" && wanted.length === 0) return undefined;
  return wanted.map((spec) => renderFigure(spec, {page: page.path})).join("");
}
