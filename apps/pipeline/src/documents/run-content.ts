import {join} from "node:path";
import type {Manifest, SiteContent} from "@observatoire/catalog";
import type {PlanSuivi, Visibilite} from "@observatoire/programme";
import {readDeclaration} from "../load-territoire.ts";
import {sources} from "../modules.ts";
import {type Project, readJson} from "../project.ts";
import {planFile} from "../publish-programme.ts";
import {type Published, readPublished} from "../published.ts";
import {requireRun} from "../run-folder.ts";
import {siteContent} from "../site-content.ts";

/** What the published run shows to the readers of a build, as its pages were made from. */
export interface RunContent {
  content: SiteContent;
  published: Published;
  programme: PlanSuivi | null;
}

/** Stands where units would be named, in what is frozen. */
export const notFrozen =
  "La liste nominative n'est pas figée : qui peut être nommé change chaque mois, et la page du jour la donne.";

/**
 * Reads the published run again, without computing anything: documents show what its pages show. What is frozen names no
 * unit: one that asks not to be named would stay there for ever.
 */
export async function readRunContent(
  project: Project,
  visibilite: Visibilite,
  {frozen = false}: {frozen?: boolean} = {}
): Promise<RunContent> {
  const run = requireRun(project);
  const manifest = readJson<Manifest>(join(run, "manifest.json"))!;
  const read = await readPublished(join(run, "published"));
  const published = frozen ? {...read, etablissements: [], etablissementsRetires: notFrozen} : read;
  const programme = readJson<PlanSuivi>(join(run, planFile(visibilite)));
  const declaration = readDeclaration(project);
  const deployment = visibilite === "comite" ? "comite" : declaration.deploiement;
  const content = siteContent(published, manifest, declaration, sources, {
    suivi: {programme, notice: null, deployment, seances: [], pagesSeances: []}
  });
  return {content, published, programme};
}
