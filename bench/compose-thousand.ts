import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {FigureSpec, Manifest, SiteContent} from "@observatoire/catalog";
import {renderFragment} from "@observatoire/charts";
import {composeSite} from "@observatoire/site";
import {readEditions} from "../apps/pipeline/src/editions/edition-folder.ts";
import {editionPages} from "../apps/pipeline/src/editions/edition-pages.ts";
import {loadTerritoire} from "../apps/pipeline/src/load-territoire.ts";
import {sources} from "../apps/pipeline/src/modules.ts";
import {openProject, readJson} from "../apps/pipeline/src/project.ts";
import {readPublished} from "../apps/pipeline/src/published.ts";
import {siteContent} from "../apps/pipeline/src/site-content.ts";
import {time} from "./measure.ts";

const shells = fileURLToPath(new URL("../apps/site/dist", import.meta.url));

/** Seconds to compose 1 000 territory pages of a published run, with figures drawn once and with every figure drawn. */
export async function composeThousand(data: string): Promise<{stampSeconds: number; fullSeconds: number}> {
  const run = join(data, "current");
  const manifest = readJson<Manifest>(join(run, "manifest.json"));
  if (!manifest) throw new Error(`aucun passage publié dans ${data}`);
  const project = openProject(data);
  const {declaration} = loadTerritoire(project, []);
  const {pages: pagesSeances, seances} = editionPages(project, readEditions(project), "public");
  const content = siteContent(await readPublished(join(run, "published")), manifest, declaration, sources, {
    suivi: {programme: null, notice: null, deployment: declaration.deploiement, seances, pagesSeances}
  });
  const territories = content.pages.filter(({shell}) => shell === "territoires/territoire");
  const pages = Array.from({length: 1000}, (_, index) => {
    const page = territories[index % territories.length]!;
    return {...page, path: `territoires/essai-${index}`};
  });
  const drawn = new Map<FigureSpec, string>();
  const draw = (spec: FigureSpec) =>
    renderFragment(spec, {
      downloads: {csv: "/x.csv", json: "/x.json"},
      explain: {command: "", run: "", date: content.date, commit: ""}
    });
  const cached = (spec: FigureSpec) => {
    const known = drawn.get(spec) ?? draw(spec);
    drawn.set(spec, known);
    return known;
  };
  const others = content.pages.filter(({shell}) => shell !== "territoires/territoire");
  const thousand: SiteContent = {...content, pages: [...others, ...pages]};
  for (const {figures} of thousand.pages) figures.forEach(cached);
  const compose = async (renderFigure: (spec: FigureSpec) => string) => {
    const out = mkdtempSync(join(tmpdir(), "observatoire-pages-"));
    try {
      return (await time(() => composeSite({content: thousand, shells, out, renderFigure}))).seconds;
    } finally {
      rmSync(out, {recursive: true, force: true});
    }
  };
  return {stampSeconds: await compose(cached), fullSeconds: await compose(draw)};
}
