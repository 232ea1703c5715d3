export {ensureShells} from "../build/ensure-shells.ts";
export {type ComposedSite, type ComposeOptions, composeSite, createStamp} from "./compose-site.ts";
export {escapeHtml} from "./escape-html.ts";
export {parseShell, readShells, type Shell} from "./read-shells.ts";
export {resolvePath} from "./resolve-path.ts";
export {typesetHtml} from "./typeset-html.ts";
