import {cpSync, mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {FigureSpec, PageContent, SiteContent} from "@observatoire/catalog";
import {renderDownloadSvg, renderFragment, sourceText, toCsv, toJson} from "@observatoire/charts";
import {composeSite} from "@observatoire/site";
import type {Project} from "./project.ts";
import {hiddenFolder} from "./published.ts";
import {refuseSimulated} from "./refuse-simulated.ts";
import type {Reporter} from "./reporter.ts";

/** Folder of the downloads, at a stable address outside Framework's hashed names. */
const downloads = "telecharger";

/** Makes `site/` of the staged run: pages from the shells, figures, and a file for each figure in each format. */
export async function composeRun(
  project: Project,
  content: SiteContent,
  commit: string,
  reporter: Reporter
): Promise<{pages: number; bytes: number}> {
  refuseSimulated(content);
  const out = join(project.staging, "site");
  const folders = new Map(content.pages.map((page) => [page.path, figureFolder(page)]));
  const total = content.pages.length;
  let done = 0;
  reporter.step("composition des pages");
  const result = await composeSite({
    content,
    shells: project.shells,
    out,
    data: project.data,
    former: join(project.current, "site"),
    renderFigure: (spec, {page}) => renderFigure(spec, folders.get(page) ?? "", page, content, commit),
    onPage: () => {
      done += 1;
      if (done % 20 === 0) reporter.progress(`${done} sur ${total}`);
    }
  });
  reporter.step("fichiers à télécharger");
  for (const page of content.pages) {
    for (const spec of page.figures) writeDownloads(join(out, figureFolder(page)), page.path, spec);
  }
  cpSync(join(project.staging, "published"), join(out, downloads), {recursive: true});
  return result;
}

/** What search engines may not index has its downloads in a folder that robots.txt closes. */
const figureFolder = ({indexable}: PageContent): string =>
  `${downloads}${indexable === false ? `/${hiddenFolder}` : ""}/figures`;

function renderFigure(
  spec: FigureSpec,
  folder: string,
  page: string,
  content: SiteContent,
  commit: string
): string {
  const base = `/${folder}/${figurePath(page, spec)}`;
  return renderFragment(spec, {
    downloads: {
      csv: `${base}.csv`,
      csvFr: `${base}-excel.csv`,
      json: `${base}.json`,
      ...(hasPicture(spec) ? {svg: `${base}.svg`} : {})
    },
    explain: {
      command: spec.indicators[0]
        ? `npx observatoire explain ${spec.indicators[0].id} ${explainWord(page)} ${spec.period.to.slice(0, 4)}`
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
function figurePath(page: string, spec: FigureSpec): string {
  return page.startsWith("territoires/") && page !== "territoires/index" ? `${page}/${spec.id}` : spec.id;
}

function writeDownloads(folder: string, page: string, spec: FigureSpec): void {
  const path = join(folder, figurePath(page, spec));
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(`${path}.csv`, toCsv(spec, {locale: "machine"}));
  writeFileSync(`${path}-excel.csv`, toCsv(spec, {locale: "fr"}));
  writeFileSync(`${path}.json`, toJson(spec));
  if (!hasPicture(spec)) return;
  writeFileSync(`${path}.svg`, renderDownloadSvg(spec, {title: spec.title, source: sourceText(spec)}));
}
