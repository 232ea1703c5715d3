import {writePlanWorkbook} from "@observatoire/programme";
import {
  type DocumentModel,
  type MadeFile,
  makeCsvFiles,
  makeFigureFiles,
  makeIndicatorsXlsx,
  makePdf,
  makePptx
} from "@observatoire/report";
import type {Project} from "../project.ts";
import type {Reporter} from "../reporter.ts";
import type {Occasion} from "./document-model.ts";
import {dossier} from "./dossier.ts";
import {noteAxe, noteEpci} from "./notes.ts";
import {rapport} from "./rapport.ts";
import type {RunContent} from "./run-content.ts";

/**
 * The pack of a session, from what the run shows: the committee's document as PDF and slides, the workbooks, the briefs by axis
 * and by EPCI, the report to regional and national bodies, then each figure as CSV and as pictures.
 */
export async function makeDocuments(
  project: Project,
  run: RunContent,
  occasion: Occasion,
  reporter: Reporter
): Promise<MadeFile[]> {
  const main = dossier(project, run, occasion);
  const briefs: DocumentModel[] = [...noteAxe(project, run, occasion), ...noteEpci(project, run, occasion)];
  const report = rapport(project, run, occasion);
  const made: MadeFile[] = [];
  const pdfs = [main, ...briefs, ...(report ? [report] : [])];
  for (const [index, model] of pdfs.entries()) {
    reporter.progress(`PDF ${index + 1} sur ${pdfs.length}`);
    made.push(await makePdf(model));
  }
  reporter.progress("diaporama et classeurs");
  made.push(await makePptx(main), await makeIndicatorsXlsx(main));
  if (run.programme) {
    made.push({
      name: "plan.xlsx",
      bytes: await writePlanWorkbook(run.programme.plan, {title: main.title, date: occasion.date})
    });
  }
  reporter.progress("fichiers de chaque figure");
  const inside = (file: MadeFile): MadeFile => ({...file, name: `figures/${file.name}`});
  made.push(...makeCsvFiles(main).map(inside));
  for (const figure of main.sections.flatMap((section) => section.figures)) {
    made.push(...makeFigureFiles(figure).map(inside));
  }
  return made;
}
