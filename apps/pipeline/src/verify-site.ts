import {join} from "node:path";
import {DataError, errorCodes} from "@observatoire/catalog";
import {checkSite, formatReport} from "@observatoire/site/check";
import {openProject} from "./project.ts";
import {requireRun} from "./run-folder.ts";

/** Checks every page of the published site in real headless Chromium; the last step of `npm test`. */
try {
  const report = await checkSite(join(requireRun(openProject()), "site"), {pages: "whole"});
  for (const line of formatReport(report)) console.log(line);
  process.exitCode = report.faults.length === 0 ? 0 : errorCodes.SITE;
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  console.error(error.message);
  process.exitCode = errorCodes[error.code];
}
