export {type CheckOptions, checkSite} from "./check-site.ts";
export type {Fault, SiteReport} from "./fault.ts";
export {findChromium} from "./find-chromium.ts";
export {formatReport} from "./format-report.ts";
export {type ServedFolder, serveFolder} from "./serve-folder.ts";
