import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {DataError, formatBytes, formatNumber} from "@observatoire/catalog";
import type {Visibilite} from "@observatoire/programme";
import type {MadeFile} from "@observatoire/report";
import {makeDocuments} from "../documents/make-documents.ts";
import {readRunContent} from "../documents/run-content.ts";
import {readDocuments} from "../editions/read-documents.ts";
import type {Project} from "../project.ts";
import type {Reporter} from "../reporter.ts";
import {requireRun} from "../run-folder.ts";

/**
 * Writes the documents of a frozen session, as they were frozen and verified, or working documents of the published run.
 */
export async function report(
  project: Project,
  {
    edition,
    vers,
    comite,
    reporter
  }: {
    edition: string | undefined;
    vers: string | undefined;
    comite: boolean;
    reporter: Reporter;
  }
): Promise<{text: string; data: unknown}> {
  const visibilite: Visibilite = comite ? "comite" : "public";
  const made =
    edition === undefined
      ? await workingDocuments(project, visibilite, reporter)
      : readDocuments(project, edition, visibilite);
  const folder = resolve(vers ?? join(project.data, "documents", edition ?? "travail", visibilite));
  for (const {name, bytes} of made) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), bytes);
  }
  const size = made.reduce((sum, {bytes}) => sum + bytes.length, 0);
  return {
    text: `${formatNumber(made.length)} documents (${formatBytes(size)}) écrits dans ${relative(process.cwd(), folder) || "."}\n`,
    data: made.map(({name, bytes}) => ({name, bytes: bytes.length}))
  };
}

async function workingDocuments(
  project: Project,
  visibilite: Visibilite,
  reporter: Reporter
): Promise<MadeFile[]> {
  const site = visibilite === "comite" ? "site-comite" : "site";
  if (visibilite === "comite" && !existsSync(join(requireRun(project), `programme-${visibilite}.json`))) {
    throw new DataError("NO_RUN", {
      where: "report --comite",
      expected: `un site du comité (${site}) dans le passage publié`,
      found: "aucun",
      action:
        "déclarer le plan d'actions dans data/territoire.yaml (programme:), puis lancer « npx observatoire refresh »"
    });
  }
  reporter.step("documents");
  const run = await readRunContent(project, visibilite);
  return makeDocuments(project, run, {date: run.content.date, titre: null}, reporter);
}
