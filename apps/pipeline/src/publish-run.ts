import {rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {
  DataError,
  type FigureSource,
  type Manifest,
  type MapGeometry,
  type SiteContent,
  type Snapshot,
  type Territoire
} from "@observatoire/catalog";
import {indicators} from "@observatoire/indicators";
import type {Visibilite} from "@observatoire/programme";
import {ensureShells} from "@observatoire/site";
import {openWarehouse, type Warehouse} from "@observatoire/warehouse";
import {readStaged, type StagedRun} from "./build-run.ts";
import {type Build, composeRun} from "./compose-run.ts";
import {editionPages} from "./editions/edition-pages.ts";
import {computeFingerprint, hashProgramme} from "./fingerprint.ts";
import {followProgramme, readEffectifs} from "./follow-programme.ts";
import {addDays, ageOf, expectedBefore, failingSentence, lateSentence} from "./freshness.ts";
import {loadTerritoire} from "./load-territoire.ts";
import {sources} from "./modules.ts";
import type {Project} from "./project.ts";
import {publishChanges} from "./publish-changes.ts";
import {publishFiles} from "./publish-files.ts";
import {planBase, planFile, publishProgramme, writeDerived} from "./publish-programme.ts";
import {type PublishedCatalogue, type PublishedCommune, readPublished} from "./published.ts";
import {readEtablissements} from "./read-etablissements.ts";
import {readGeometry} from "./read-geometry.ts";
import {readJournal} from "./read-journal.ts";
import {keepProgramme, readProgramme} from "./read-programme.ts";
import type {Reporter} from "./reporter.ts";
import {currentManifest, listRuns, readManifest, switchRun} from "./run-folder.ts";
import {sealRun} from "./seal-run.ts";
import {diagnosticPages, siteContent} from "./site-content.ts";
import {verifyConfidential} from "./verify-confidential.ts";
import {type Forbidden, readForbidden, verifyDisclosure} from "./verify-disclosure.ts";

/** Builds the site's shells when they are absent or older than their sources: nothing to do on most days. */
export function buildShells(reporter: Reporter): void {
  reporter.step("pages du site");
  ensureShells();
}

/** Publishes the staged, checked run: published files, site, manifest, then the switch that readers see. */
export async function publishRun(
  project: Project,
  {reporter, now}: {reporter: Reporter; now: () => Date}
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
  const same = holdsTheSame(project, staged, snapshots) ? project.current : null;
  let forbidden: Forbidden;
  let effectif: Awaited<ReturnType<typeof readEffectifs>>;
  try {
    forbidden = await readForbidden(warehouse);
    const contours = snapshots.find(({source}) => source === "contours") ?? null;
    const geometry = (codes: readonly string[]) => readGeometry(project, codes, contours);
    const named = await readEtablissements(warehouse, snapshots, {
      today,
      limitDays: declaration.age_diffusion
    });
    const catalogue = await readCatalogue(warehouse, staged, {
      named,
      dateLabel: declaration.label,
      date: today,
      geometry
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
    const sirets = plan?.plan.projets_industriels.flatMap(({siret}) => siret ?? []) ?? [];
    effectif = await readEffectifs(warehouse, sirets, {
      snapshots,
      today,
      limitDays: declaration.age_diffusion
    });
  } finally {
    warehouse.close();
  }
  const manifest: Manifest = {
    ...staged,
    checks,
    endedAt: today,
    nextBefore: addDays(today, declaration.delai_actualisation),
    simulated: snapshots.some(({simulated}) => simulated)
  };
  const read = await readPublished(published);
  const etat = {
    journal: readJournal(project),
    runs: listRuns(project).flatMap((run) => readManifest(join(project.runs, run)) ?? []),
    previous: currentManifest(project),
    today
  };
  const {deploiement} = declaration;
  const sites = listSites(deploiement, plan !== null);
  const diagnostic = diagnosticPages(read, manifest, sources, etat);
  const drawn: Build["drawn"] = new Map();
  for (const {folder, visibilite, deployment} of sites) {
    const programme = plan && followProgramme(plan, visibilite, {published: read, effectif});
    const sessions = editionPages(project, visibilite);
    const content = siteContent(read, manifest, declaration, sources, {
      diagnostic,
      suivi: {programme, deployment, seances: sessions.seances, pagesSeances: sessions.pages}
    });
    const files = programme && join(project.staging, `programme-${visibilite}`);
    if (programme && files) {
      await publishProgramme(files, programme, declaration.nom);
      writeFileSync(join(project.staging, planFile(visibilite)), `${JSON.stringify(programme)}\n`);
    }
    await composeRun(project, content, staged.commit, {
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
    await verifyDisclosure(join(project.staging, folder), forbidden, same && join(same, folder));
    if (plan && visibilite === "public") verifyConfidential(join(project.staging, folder), plan.plan);
  }
  if (plan) {
    keepProgramme(project.staging, plan);
    const whole = followProgramme(plan, "comite", {published: read, effectif});
    await writeDerived(join(project.staging, planBase), whole);
    for (const {sentence} of plan.faults) reporter.warn(sentence);
  }
  writeFileSync(join(project.staging, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  rmSync(join(project.staging, "en-cours.json"), {force: true});
  rmSync(join(project.staging, "tmp"), {recursive: true, force: true});
  reporter.step("empreintes du passage");
  await sealRun(project.staging);
  switchRun(project, staged.run);
  return manifest;
}

/** True when the published run has the same values, written and drawn by the program of today: its files may be linked. */
function holdsTheSame(project: Project, staged: StagedRun, snapshots: readonly Snapshot[]): boolean {
  if (staged.dataRun === staged.run || currentManifest(project)?.dataRun !== staged.dataRun) return false;
  const programme = hashProgramme(project);
  return computeFingerprint(project, snapshots, {demo: staged.demo, programme}) === staged.fingerprint;
}

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

interface CatalogueContext {
  named: Pick<PublishedCatalogue, "etablissements" | "etablissementsRetires">;
  dateLabel: string | null;
  date: string;
  geometry: (codes: readonly string[]) => MapGeometry | null;
}

async function readCatalogue(
  warehouse: Warehouse,
  staged: StagedRun,
  {named, dateLabel, date, geometry}: CatalogueContext
): Promise<PublishedCatalogue> {
  const territoires = await warehouse.all<Territoire>(
    `select niveau, code_territoire as code, nom, tncc, communes, simule from core.territoire order by niveau, code`
  );
  const communes = await warehouse.all<PublishedCommune>(
    `select code_commune as code, nom_commune as nom, code_epci, code_departement, code_region,
        coalesce(codes_postaux, '') as codes_postaux
     from core.commune as commune
     semi join (from core.appartenance where niveau = 'ti') as perimetre using (code_commune) order by code`
  );
  const modalites = await warehouse.all<{
    dimension: string;
    modalite: string;
    libelle: string;
    libelle_court: string;
  }>("select dimension, modalite, libelle, libelle_court from mart.modalite order by dimension, ordre");
  const sqlFiles = await warehouse.all<{nom: string; fichier: string}>(
    "select nom, fichier from meta.modele where starts_with(nom, 'indicator.')"
  );
  const names: PublishedCatalogue["modalites"] = {};
  for (const {dimension, modalite, libelle, libelle_court} of modalites) {
    names[dimension] = {...names[dimension], [modalite]: {libelle, court: libelle_court}};
  }
  return {
    run: staged.run,
    date,
    commit: staged.commit,
    territoire: {code: staged.territoire.code, nom: staged.territoire.nom, dateLabel},
    territoires,
    communes,
    indicateurs: indicators.map((indicator) => ({
      ...indicator,
      sql: sqlFiles.find(({nom}) => nom === `indicator.${indicator.id}`)?.fichier ?? ""
    })),
    indicateurSources: indicators.flatMap(({id, sources}) =>
      sources.map((source) => ({indicateur: id, source}))
    ),
    sources: describeSources(staged, date),
    modalites: names,
    geometrie: geometry(communes.map(({code}) => code)),
    ...named
  };
}

/** What figures print of each source: the vintage and collection of its main file, simulated if any of its files is. */
function describeSources(staged: StagedRun, today: string): FigureSource[] {
  return sources.flatMap((source) => {
    const entry = staged.sources.find((one) => one.source === source.id);
    const files = entry?.files ?? [];
    const snapshot = files[0]?.snapshot;
    if (!snapshot) return [];
    return [
      {
        id: source.id,
        title: source.title,
        producer: source.producer,
        attribution: source.attribution,
        licence: source.licence,
        vintage: snapshot.vintage,
        collectedOn: snapshot.collectedAt.slice(0, 10),
        homepage: source.homepage,
        origin: snapshot.origin,
        sha256: snapshot.sha256,
        simulated: files.some((file) => file.snapshot.simulated),
        expectedBefore: expectedBefore(source, snapshot),
        late: lateSentence(source, snapshot, today),
        stale: ageOf(source, snapshot, today).state === "perimee",
        failing: entry?.failure ? failingSentence(snapshot, entry.failure) : null
      }
    ];
  });
}
