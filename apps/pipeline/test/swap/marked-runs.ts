import {linkSync, mkdirSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {openWarehouse} from "@observatoire/warehouse";
import type {Project} from "../../src/project.ts";
import {planBase, planFile} from "../../src/publish-programme.ts";
import {currentRun, listRuns, stageRun, switchRun} from "../../src/run-folder.ts";
import {sealRun} from "../../src/seal-run.ts";

/** Each run says its mark in every file it holds: a reader who sees two of them has seen a mixed state. */
export const marks = ["rouge", "vert", "bleu"] as const;
export type Mark = (typeof marks)[number];

/** Long enough to leave the server in several pieces, with the mark in each. */
const lines = 4000;
/** Of the Parquet file and of the warehouse. */
export const rows = 2000;

/** Makes one small complete run per mark, and returns where they stand. */
export async function makeMarkedRuns(folder: string): Promise<Record<Mark, string>> {
  const made = {} as Record<Mark, string>;
  for (const mark of marks) {
    const run = join(folder, mark);
    mkdirSync(join(run, "published"), {recursive: true});
    mkdirSync(join(run, "site"), {recursive: true});
    const warehouse = await openWarehouse(join(run, "warehouse.duckdb"));
    await warehouse.run("create schema mart");
    await warehouse.run(
      `create table mart.indicateur as select '${mark}' as marque, range as rang from range(${rows})`
    );
    const parquet = join(run, "published/indicateurs.parquet");
    await warehouse.run(`copy mart.indicateur to '${parquet}' (format parquet)`);
    await warehouse.run("checkpoint");
    warehouse.close();
    const plan = await openWarehouse(join(run, planBase));
    await plan.run(`create schema derived; create table derived.action as select '${mark}' as marque`);
    await plan.run("checkpoint");
    plan.close();
    const json = `${JSON.stringify({marque: mark, lignes: Array(lines).fill(mark)})}\n`;
    const page = `<!doctype html><html lang="fr"><title>${mark}</title>\n${`<p>${mark}</p>\n`.repeat(lines)}</html>\n`;
    writeFileSync(join(run, "published/catalogue.json"), json);
    writeFileSync(join(run, "site/catalogue.json"), json);
    for (const name of ["index", "etat", "changements"]) writeFileSync(join(run, `site/${name}.html`), page);
    for (const folder of ["site/programme", "site-comite"]) {
      mkdirSync(join(run, folder), {recursive: true});
      writeFileSync(join(run, folder, "index.html"), page);
    }
    for (const visibilite of ["public", "comite"] as const) {
      writeFileSync(join(run, planFile(visibilite)), json);
    }
    const programme = {sha256: mark, changedAt: "", fictif: false};
    writeFileSync(join(run, "manifest.json"), `${JSON.stringify({run: mark, programme})}\n`);
    await sealRun(run);
    made[mark] = run;
  }
  return made;
}

/** Publishes a run as `refresh` does: staged (here by hard links), then renamed, then the link. Its id ends with its mark. */
export function publishMarked(project: Project, from: string, run: string): void {
  const staging = stageRun(project);
  for (const entry of readdirSync(from, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const target = join(staging, path.slice(from.length + 1));
    mkdirSync(dirname(target), {recursive: true});
    linkSync(path, target);
  }
  switchRun(project, run);
}

/** What publication must not be: the files of the run in service replaced one after the other, under the readers' eyes. */
export async function publishCarelessly(project: Project, from: string): Promise<void> {
  const folder = currentRun(project);
  if (folder === null) throw new Error("aucun passage publié");
  for (const path of [
    "site/index.html",
    "site/catalogue.json",
    "published/catalogue.json",
    "warehouse.duckdb"
  ]) {
    rmSync(join(folder, path));
    linkSync(join(from, path), join(folder, path));
    await new Promise((wait) => setTimeout(wait, 3));
  }
}

/** Removes the oldest runs beyond `kept`, as a refresh does after publishing. */
export function removeOldRuns(project: Project, kept: number): void {
  for (const run of listRuns(project).slice(0, -kept)) {
    rmSync(join(project.runs, run), {recursive: true, force: true});
  }
}
