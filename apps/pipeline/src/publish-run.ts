import {rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DataError, type Manifest} from "@observatoire/catalog";
import {indicators} from "@observatoire/indicators";
import {ensureShells} from "@observatoire/site";
import {openWarehouse} from "@observatoire/warehouse";
import {readStaged} from "./build-run.ts";
import {editionCorrection, firstAsked} from "./describe-corrections.ts";
import {readEditions, withholdProtected} from "./editions/edition-folder.ts";
import {readEffectifs} from "./follow-programme.ts";
import {addDays} from "./freshness.ts";
import {loadTerritoire} from "./load-territoire.ts";
import {sources} from "./modules.ts";
import type {Project} from "./project.ts";
import {publishChanges} from "./publish-changes.ts";
import {publishFiles} from "./publish-files.ts";
import {publishSites} from "./publish-sites.ts";
import {readPublished} from "./published.ts";
import {readCatalogue} from "./read-catalogue.ts";
import {readEtablissements} from "./read-etablissements.ts";
import {readGeometry} from "./read-geometry.ts";
import {readProgramme} from "./read-programme.ts";
import type {Reporter} from "./reporter.ts";
import {readRetraits} from "./retraits.ts";
import {currentManifest, currentRun, switchRun} from "./run-folder.ts";
import {holdsTheSame} from "./same-run.ts";
import {sealRun} from "./seal-run.ts";
import {readForbidden, verifyDisclosure} from "./verify-disclosure.ts";

/** Builds the site's shells when they are absent or older than their sources: nothing to do on most days. */
export function buildShells(reporter: Reporter): void {
  reporter.step("pages du site");
  ensureShells();
}

export interface PublishInput {
  reporter: Reporter;
  now: () => Date;
  /** Every source was asked: the pages promise anew. Else their promise is that of the run that readers see. */
  renewed: boolean;
}

/** Publishes the staged, checked run: published files, sites, manifest, then the switch that readers see. */
export async function publishRun(
  project: Project,
  {reporter, now, renewed}: PublishInput
): Promise<Manifest> {
  const staged = readStaged(project);
  const today = now().toISOString();
  const {checks} = staged;
  if (checks === null) {
    throw new DataError("CHECK", {
      where: "publish",
      expected: "un passage contrôlé",
      found: "un passage construit mais non contrôlé",
      action: "lancer « npx observatoire check »"
    });
  }
  const snapshots = staged.sources.flatMap(({files}) => files.map(({snapshot}) => snapshot));
  const {declaration, perimetre} = loadTerritoire(project, snapshots);
  buildShells(reporter);
  const published = join(project.staging, "published");
  reporter.step("fichiers publiés");
  const warehouse = await openWarehouse(join(project.staging, "warehouse.duckdb"), {readOnly: true});
  const plan = readProgramme(project, {
    demo: staged.demo,
    epcis: new Set(perimetre.epci.map(({code}) => code)),
    indicateurs: new Set(indicators.map(({id}) => id))
  });
  const retraits = readRetraits(project);
  if (retraits.fault) reporter.warn(retraits.fault);
  const same = holdsTheSame(project, staged, {snapshots, retraits}) ? currentRun(project) : null;
  const read = async () => {
    const forbidden = await readForbidden(warehouse, retraits);
    const contours = snapshots.find(({source}) => source === "contours") ?? null;
    const named = await readEtablissements(warehouse, snapshots, {
      today,
      limitDays: declaration.age_diffusion,
      retraits
    });
    const catalogue = await readCatalogue(warehouse, staged, {
      named,
      dateLabel: declaration.label,
      date: today,
      geometry: (codes) => readGeometry(project, codes, contours)
    });
    const {changements, warnings} = await publishChanges(warehouse, published, {
      project,
      staged,
      date: today,
      indicators,
      sources
    });
    for (const warning of warnings) reporter.warn(warning);
    await publishFiles(
      warehouse,
      published,
      {...catalogue, changements},
      {sources, same: same && join(same, "published")}
    );
    const sirets = [plan?.declared, plan?.former].flatMap(
      (one) => one?.plan.projets_industriels.flatMap(({siret}) => siret ?? []) ?? []
    );
    const effectif = await readEffectifs(warehouse, sirets, {
      snapshots,
      today,
      limitDays: declaration.age_diffusion,
      retraits
    });
    return {forbidden, effectif};
  };
  const {forbidden, effectif} = await read().finally(() => warehouse.close());
  const current = currentManifest(project);
  const editions = await withholdProtected(project, readEditions(project), (folder) =>
    verifyDisclosure(folder, forbidden)
  );
  const withheld = editions.withheld.map((one) =>
    editionCorrection(one, {since: firstAsked(current, {code: "EDITION", seance: one.date}, today)})
  );
  const refreshedAt = renewed ? today : promisedSince(current, today);
  const manifest = await publishSites(project, {
    manifest: {
      ...staged,
      checks,
      endedAt: today,
      refreshedAt,
      nextBefore: addDays(refreshedAt, declaration.delai_actualisation),
      simulated: snapshots.some(({simulated}) => simulated),
      programme: null,
      corrections: withheld,
      retraits: retraits.sha256
    },
    published: await readPublished(published),
    declaration,
    plan,
    editions,
    effectif,
    forbidden,
    same,
    reporter
  });
  for (const {message} of manifest.corrections) reporter.warn(message);
  writeFileSync(join(project.staging, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  rmSync(join(project.staging, "en-cours.json"), {force: true});
  rmSync(join(project.staging, "tmp"), {recursive: true, force: true});
  reporter.step("empreintes du passage");
  await sealRun(project.staging);
  switchRun(project, staged.run);
  return manifest;
}

const promisedSince = (current: Manifest | null, today: string): string =>
  current === null ? today : (current.refreshedAt ?? current.endedAt);
