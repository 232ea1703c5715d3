import {copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {DataError, formatDate, type Manifest} from "@observatoire/catalog";
import {indicators} from "@observatoire/indicators";
import {comparePlans, type PlanSuivi, type Visibilite} from "@observatoire/programme";
import type {MadeFile} from "@observatoire/report";
import {typesetHtml} from "@observatoire/site";
import {openWarehouse} from "@observatoire/warehouse";
import {notFrozen, type RunContent, readRunContent} from "../documents/run-content.ts";
import {readDeclaration} from "../load-territoire.ts";
import {sources} from "../modules.ts";
import {type Project, readJson} from "../project.ts";
import {isIndexable} from "../publish-files.ts";
import {planFile} from "../publish-programme.ts";
import {listSites} from "../publish-sites.ts";
import type {Reporter} from "../reporter.ts";
import {readRetraits} from "../retraits.ts";
import {requireRun} from "../run-folder.ts";
import {verifyConfidential} from "../verify-confidential.ts";
import {readForbidden, verifyDisclosure} from "../verify-disclosure.ts";
import {compareValues} from "./compare-values.ts";
import {type Edition, type FrozenPage, hashFolder, readEditions} from "./edition-folder.ts";
import {freezePage} from "./freeze-page.ts";
import {type FrozenValues, freezeValues} from "./freeze-values.ts";
import {renderChanges, type SessionChanges} from "./render-changes.ts";

export interface EditionInput {
  /** ISO day of the session. */
  date: string;
  titre: string;
  now: () => Date;
  reporter: Reporter;
  makeDocuments: (run: RunContent) => Promise<MadeFile[]>;
}

/** What a committee is shown of the site: the chapters and the programme. Prices may not be kept; communes are not discussed. */
const isFrozen = (path: string): boolean =>
  ["index", "emploi", "tissu", "foncier"].includes(path) ||
  path.startsWith("programme/") ||
  path.startsWith("territoires/epci-") ||
  path.startsWith("territoires/ti-");

/**
 * Freezes what a session saw from the published run: pages, values, plan, documents, what changed since the session
 * before. The folder is complete or absent; an existing session is never written again.
 */
export async function createEdition(
  project: Project,
  input: EditionInput
): Promise<{date: string; files: number}> {
  const {date, titre, now, reporter} = input;
  refuseDate(project, date);
  const run = requireRun(project);
  const manifest = readJson<Manifest>(join(run, "manifest.json"))!;
  const {intact, withheld} = readEditions(project);
  const former = intact.find((one) => one.date < date) ?? null;
  // Compared with an older one, the session would not say what changed since the last.
  const missing = withheld.find((one) => one.date < date && one.date > (former?.date ?? ""));
  if (missing) throw missing.fault;
  const staging = join(project.editions, `.en-cours-${date}`);
  rmSync(staging, {recursive: true, force: true});
  const declaration = readDeclaration(project);
  const whole = readJson<PlanSuivi>(join(run, planFile("comite")));
  const lectures: Edition["lectures"] = [];
  const warehouse = await openWarehouse(join(run, "warehouse.duckdb"), {readOnly: true});
  try {
    const forbidden = await readForbidden(warehouse, readRetraits(project));
    for (const {folder, visibilite} of listSites(declaration.deploiement, whole !== null)) {
      reporter.step(visibilite === "comite" ? "séance pour le comité" : "séance pour tous");
      const content = await readRunContent(project, visibilite, {frozen: true});
      const out = join(staging, visibilite);
      const pages = freezePages(content, {site: join(run, folder), out, date});
      const values = freezeValues(content.published, (id) =>
        isIndexable(indicators.find((one) => one.id === id)!, sources)
      );
      writeJson(join(out, "valeurs.json"), values);
      if (content.programme) writeJson(join(out, "plan.json"), content.programme);
      const changes = compareSession(project, former, {visibilite, values, programme: content.programme});
      writeJson(join(out, "changements.json"), changes);
      writeFileSync(join(out, "ouverture.html"), typesetHtml(renderChanges(changes)));
      for (const {name, bytes} of await input.makeDocuments(content)) {
        mkdirSync(dirname(join(out, "documents", name)), {recursive: true});
        writeFileSync(join(out, "documents", name), bytes);
      }
      reporter.step("contrôle de ce qui sort");
      await verifyDisclosure(out, forbidden);
      if (visibilite === "public" && whole)
        verifyConfidential(out, whole.plan, {open: join(run, "published")});
      lectures.push({visibilite, pages});
    }
  } finally {
    warehouse.close();
  }
  const edition: Edition = {
    date,
    titre: titre.trim(),
    figee: now().toISOString(),
    run: manifest.run,
    commit: manifest.commit,
    precedente: former?.date ?? null,
    lectures,
    fichiers: hashFolder(staging)
  };
  writeJson(join(staging, "edition.json"), edition);
  renameSync(staging, join(project.editions, date));
  return {date, files: Object.keys(edition.fichiers).length};
}

function refuseDate(project: Project, date: string): void {
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
  if (!real) {
    throw new DataError("EDITION", {
      where: "edition create",
      expected: "le jour de la séance, comme 2026-12-03",
      found: `« ${date} »`,
      action: "écrire la date année-mois-jour"
    });
  }
  if (!existsSync(join(project.editions, date))) return;
  throw new DataError("EDITION", {
    where: "edition create",
    expected: "un jour sans séance figée",
    found: `la séance du ${formatDate(date)}, déjà figée`,
    action: "choisir une autre date : une séance figée ne se modifie pas"
  });
}

function freezePages(
  {content}: RunContent,
  {site, out, date}: {site: string; out: string; date: string}
): FrozenPage[] {
  const pages = content.pages.filter(({path}) => isFrozen(path) && existsSync(join(site, `${path}.html`)));
  const paths = new Set(pages.map(({path}) => path));
  const files = new Set<string>();
  mkdirSync(join(out, "pages"), {recursive: true});
  for (const {path, figures} of pages) {
    const html = freezePage(readFileSync(join(site, `${path}.html`), "utf8"), path, {
      date,
      pages: paths,
      removed: {
        figures: new Set(figures.flatMap(({id, nominative}) => (nominative ? id : []))),
        notice: notFrozen
      },
      onFile: (file) => files.add(file)
    });
    writeFileSync(join(out, "pages", `${path.replaceAll("/", "-")}.html`), html);
  }
  for (const file of files) {
    const to = join(out, "fichiers", file.slice("telecharger/".length));
    mkdirSync(dirname(to), {recursive: true});
    copyFileSync(join(site, file), to);
  }
  return pages.map(({path, title, figures}) => ({
    path,
    title,
    simulated: figures.some(({simulated}) => simulated) || content.simulated
  }));
}

function compareSession(
  project: Project,
  former: Edition | null,
  {visibilite, values, programme}: {visibilite: Visibilite; values: FrozenValues; programme: PlanSuivi | null}
): SessionChanges {
  const folder = former && join(project.editions, former.date, visibilite);
  const before = folder && readJson<FrozenValues>(join(folder, "valeurs.json"));
  if (!former || !folder || !before) return {depuis: null, plan: [], valeurs: []};
  const plan = readJson<PlanSuivi>(join(folder, "plan.json"));
  return {
    depuis: former.date,
    plan: plan && programme ? comparePlans(plan, programme) : [],
    valeurs: compareValues(before, values)
  };
}

function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
}
