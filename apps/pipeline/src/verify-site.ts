import {existsSync} from "node:fs";
import {join} from "node:path";
import {DataError, errorCodes} from "@observatoire/catalog";
import {checkSite, formatReport} from "@observatoire/site/check";
import {openProject} from "./project.ts";
import {requireRun} from "./run-folder.ts";

/** Checks every page of the published sites in real headless Chromium; the last step of `npm test`. */
try {
  const run = requireRun(openProject());
  for (const [site, pages] of [
    ["site", "whole"],
    ["site-comite", "sample"]
  ] as const) {
    if (!existsSync(join(run, site))) continue;
    const report = await checkSite(join(run, site), {pages});
    console.log(site === "site" ? "Le site de tous" : "Le site du comité, une page de chaque sorte");
    for (const line of formatReport(report)) console.log(line);
    if (report.faults.length > 0) process.exitCode = errorCodes.SITE;
  }
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  console.error(error.message);
  process.exitCode = errorCodes[error.code];
}
