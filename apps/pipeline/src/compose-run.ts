import {cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {FigureSpec, PageContent, SiteContent} from "@observatoire/catalog";
import {renderDownloadSvg, renderFragment, sourceText, toCsv, toJson} from "@observatoire/charts";
import type {Commentaire} from "@observatoire/programme";
import {composeSite} from "@observatoire/site";
import {commentsBloc} from "./pages/programme/comments.ts";
import type {Project} from "./project.ts";
import {hiddenFolder} from "./published.ts";
import {refuseSimulated} from "./refuse-simulated.ts";
import type {Reporter} from "./reporter.ts";

/** Folder of the downloads, at a stable address outside Framework's hashed names. */
const downloads = "telecharger";

/** A site of the run: the one of everybody, or the committee's. */
export interface Build {
  /** Its folder in the run. */
  folder: "site" | "site-comite";
  /** Files of the plan that it offers, or null without plan. */
  programme: string | null;
  /** What the project manager wrote under figures. */
  comments: readonly Commentaire[];
  /** Puts the documents of the frozen sessions into the site. */
  copyEditions: (out: string) => void;
  /** Site of the run whose figures were drawn by the same program from the same values, or null. */
  same: string | null;
  /** Figures already drawn for another site of the run, and where their files are: they are the same ones. */
  drawn: Map<FigureSpec, {html: string; files: string | null}>;
}

/** Makes a site of the staged run: pages from the shells, figures, and a file for each figure in each format. */
export async function composeRun(
  project: Project,
  content: SiteContent,
  commit: string,
  {build, reporter}: {build: Build; reporter: Reporter}
): Promise<{pages: number; bytes: number}> {
  refuseSimulated(content);
  const out = join(project.staging, build.folder);
  const former = join(project.current, build.folder);
  const pages = new Map(content.pages.map((page) => [page.path, page]));
  const drawOnce = (spec: FigureSpec, draw: () => string) => {
    const known = build.drawn.get(spec);
    if (known) return known.html;
    const html = draw();
    build.drawn.set(spec, {html, files: null});
    return html;
  };
  const total = content.pages.length;
  let done = 0;
  reporter.step("composition des pages");
  const result = await composeSite({
    content,
    shells: project.shells,
    out,
    data: project.data,
    ...(existsSync(former) ? {former} : {}),
    renderFigure: (spec, {page}) =>
      drawOnce(spec, () => renderFigure(spec, pages.get(page)!, content, commit)) +
      commentsBloc(build.comments, `figure:${spec.id}`).html,
    onPage: () => {
      done += 1;
      if (done % 20 === 0) reporter.progress(`${done} sur ${total}`);
    }
  });
  reporter.step("fichiers à télécharger");
  for (const page of content.pages) {
    for (const spec of page.figures) {
      const name = join(figureFolder(page), figurePath(page, spec));
      const drawn = build.drawn.get(spec)!;
      const former = build.same && sameFigure(join(build.same, name), spec);
      writeDownloads(join(out, name), spec, drawn.files ?? former);
      drawn.files = join(out, name);
    }
  }
  linkFolder(join(project.staging, "published"), join(out, downloads));
  if (build.programme) cpSync(build.programme, join(out, downloads, "programme"), {recursive: true});
  build.copyEditions(out);
  return result;
}

/** The same files at another place, without their bytes being written again. */
function linkFolder(from: string, to: string): void {
  for (const entry of readdirSync(from, {recursive: true, encoding: "utf8", withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = join(to, file.slice(from.length));
    mkdirSync(dirname(path), {recursive: true});
    linkSync(file, path);
  }
}

/** What search engines may not index has its downloads in a folder that robots.txt closes. */
const figureFolder = ({indexable}: PageContent): string =>
  `${downloads}${indexable === false ? `/${hiddenFolder}` : ""}/figures`;

function renderFigure(spec: FigureSpec, page: PageContent, content: SiteContent, commit: string): string {
  const base = `/${figureFolder(page)}/${figurePath(page, spec)}`;
  return renderFragment(spec, {
    downloads: {
      csv: `${base}.csv`,
      csvFr: `${base}-excel.csv`,
      json: `${base}.json`,
      ...(hasPicture(spec) ? {svg: `${base}.svg`} : {})
    },
    explain: {
      command: spec.indicators[0]
        ? `npx observatoire explain ${spec.indicators[0].id} ${explainWord(page.path)} ${spec.period.to.slice(0, 4)}`
        : "",
      run: content.run,
      date: content.date,
      commit
    }
  });
}

/** The word that `explain` takes: "commune:77284" on the page of a commune, "ti" on the pages of the perimeter. */
function explainWord(page: string): string {
  const [, niveau, code] = /^territoires\/(commune|epci|ti)-(.+)$/.exec(page) ?? [];
  return niveau ? `${niveau}:${code}` : "ti";
}

/** A table has nothing to draw. */
const hasPicture = ({kind}: FigureSpec) => kind !== "table";

/** Figures of a stamped page keep their id from page to page: the page is part of the address. */
function figurePath({path, shell}: PageContent, {id}: FigureSpec): string {
  return path === shell ? id : `${path}/${id}`;
}

/** The path, when the files there are those of the very same figure; else null. */
function sameFigure(path: string, spec: FigureSpec): string | null {
  try {
    return readFileSync(`${path}.json`, "utf8") === toJson(spec) ? path : null;
  } catch {
    return null;
  }
}

/** Files of a figure, at a path without extension; linked when another site of the run has them. */
function writeDownloads(path: string, spec: FigureSpec, former: string | null): void {
  mkdirSync(dirname(path), {recursive: true});
  const write = (end: string, make: () => string) =>
    former === null ? writeFileSync(path + end, make()) : linkSync(former + end, path + end);
  write(".csv", () => toCsv(spec, {locale: "machine"}));
  write("-excel.csv", () => toCsv(spec, {locale: "fr"}));
  write(".json", () => toJson(spec));
  if (hasPicture(spec)) {
    write(".svg", () => renderDownloadSvg(spec, {title: spec.title, source: sourceText(spec)}));
  }
}
