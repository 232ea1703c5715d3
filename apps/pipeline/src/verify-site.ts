import {join} from "node:path";
import {checkSite} from "@observatoire/site";
import {openProject} from "./project.ts";
import {requireRun} from "./run-folder.ts";

/** Checks every page of the published site in real headless Chromium; the last step of `npm test`. */
const run = requireRun(openProject());
const {lines, ok} = await checkSite(join(run, "site"), {pages: "all"});
for (const line of lines) console.log(line);
process.exitCode = ok ? 0 : 7;
