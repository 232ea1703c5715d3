import {rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {type Correction, DataError, type Manifest, type SiteContent} from "@observatoire/catalog";
import type {Territoire as Declaration} from "@observatoire/ingest-geography";
import type {Observations, Visibilite} from "@observatoire/programme";
import {type Build, composeRun} from "./compose-run.ts";
import {firstAsked, planCorrection} from "./describe-corrections.ts";
import type {Editions} from "./editions/edition-folder.ts";
import {editionPages} from "./editions/edition-pages.ts";
import {followProgramme} from "./follow-programme.ts";
import {sources} from "./modules.ts";
import type {Project} from "./project.ts";
import {planBase, planFile, publishProgramme, writeDerived} from "./publish-programme.ts";
import type {Published} from "./published.ts";
import {readJournal} from "./read-journal.ts";
import {type FoundProgramme, keepProgramme, type ReadProgramme} from "./read-programme.ts";
import type {Reporter} from "./reporter.ts";
import {currentManifest, listRuns, readManifest} from "./run-folder.ts";
import {diagnosticPages, siteContent} from "./site-content.ts";
import {verifyConfidential} from "./verify-confidential.ts";
import {type Forbidden, verifyDisclosure} from "./verify-disclosure.ts";

export interface SitesInput {
  /** What the run is, before its plan is known. */
  manifest: Manifest;
  published: Published;
  declaration: Declaration;
  plan: FoundProgramme | null;
  editions: Editions;
  effectif: Observations["effectif"];
  forbidden: Forbidden;
  /** Run whose files may be linked, or null. */
  same: string | null;
  reporter: Reporter;
}

/**
 * Makes the sites of the staged run, and says in its manifest which plan they show. A plan that is to be corrected, or that
 * would let out what is reserved, stops nothing: the one in service stays, else none is shown.
 */
export async function publishSites(project: Project, input: SitesInput): Promise<Manifest> {
  const {plan, manifest} = input;
  const {declared = null, former = null, faults = []} = plan ?? {};
  const since = firstAsked(currentManifest(project), {code: "PROGRAMME", seance: null}, manifest.endedAt);
  let why: Parameters<typeof planCorrection>[0] | null = faults.length > 0 ? faults : null;
  const isOther = former !== null && former.sha256 !== declared?.sha256;
  for (const shown of [...(declared ? [declared] : []), ...(isOther ? [former] : []), null]) {
    const correction = why && planCorrection(why, shown, {since});
    try {
      return await composeSites(project, shown, correction, input);
    } catch (error) {
      // Without a plan nothing is left to take away: what is protected comes from the data.
      if (shown === null || !(error instanceof DataError) || error.code !== "DISCLOSURE") throw error;
      why ??= error;
      for (const visibilite of ["public", "comite"] as const) {
        rmSync(join(project.staging, planFile(visibilite)), {force: true});
        rmSync(planFolder(project, visibilite), {recursive: true, force: true});
      }
    }
  }
  throw new Error("le site sans plan d'actions est toujours essayé");
}

async function composeSites(
  project: Project,
  plan: ReadProgramme | null,
  correction: Correction | null,
  {published, declaration, editions, effectif, forbidden, same, reporter, ...input}: SitesInput
): Promise<Manifest> {
  const manifest: Manifest = {
    ...input.manifest,
    programme: plan && {sha256: plan.sha256, changedAt: plan.changedAt, fictif: plan.fictif},
    corrections: [...(correction ? [correction] : []), ...input.manifest.corrections]
  };
  const failingSince = correction?.since ?? null;
  const open = join(project.staging, "published");
  const diagnostic = diagnosticPages(published, manifest, sources, {
    journal: readJournal(project),
    runs: listRuns(project).flatMap((run) => readManifest(join(project.runs, run)) ?? []),
    previous: currentManifest(project),
    today: manifest.endedAt
  });
  const drawn: Build["drawn"] = new Map();
  for (const {folder, visibilite, deployment} of listSites(declaration.deploiement, plan !== null)) {
    const out = join(project.staging, folder);
    rmSync(out, {recursive: true, force: true});
    const programme = plan && followProgramme(plan, visibilite, {published, effectif, failingSince});
    const sessions = editionPages(project, editions, visibilite);
    const content = siteContent(published, manifest, declaration, sources, {
      diagnostic,
      suivi: {
        programme,
        notice: correction?.notice ?? null,
        deployment,
        seances: sessions.seances,
        pagesSeances: sessions.pages
      }
    });
    const files = programme && planFolder(project, visibilite);
    if (programme && files) {
      await publishProgramme(files, programme, published.territoire.nom);
      writeFileSync(join(project.staging, planFile(visibilite)), `${JSON.stringify(programme)}\n`);
    }
    await composeRun(project, content, manifest.commit, {
      build: {
        folder,
        programme: files,
        comments: programme?.plan.commentaires ?? [],
        copyEditions: sessions.copy,
        same: same && join(same, folder),
        drawn
      },
      reporter
    });
    reporter.step("contrôle de ce qui sort");
    await verifyDisclosure(out, forbidden, same && join(same, folder));
    if (plan && visibilite === "public") verifyConfidential(out, plan.plan, {open});
  }
  if (plan) {
    keepProgramme(project.staging, plan);
    const whole = followProgramme(plan, "comite", {published, effectif, failingSince});
    await writeDerived(join(project.staging, planBase), whole);
  }
  return manifest;
}

/** Files of the plan that a site offers. */
const planFolder = ({staging}: Project, visibilite: Visibilite) => join(staging, `programme-${visibilite}`);

/** Sites of a run: everybody's, and the committee's when there is a plan; a deployment of the committee has that one alone. */
export function listSites(
  deploiement: SiteContent["deployment"],
  hasPlan: boolean
): {folder: Build["folder"]; visibilite: Visibilite; deployment: SiteContent["deployment"]}[] {
  if (deploiement === "comite") return [{folder: "site", visibilite: "comite", deployment: "comite"}];
  const everybody = {folder: "site", visibilite: "public", deployment: deploiement} as const;
  return hasPlan
    ? [everybody, {folder: "site-comite", visibilite: "comite", deployment: "comite"}]
    : [everybody];
}
