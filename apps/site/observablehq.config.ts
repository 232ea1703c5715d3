import {useFrenchSpaces} from "./shell/french-spaces.ts";
import type {MarkdownIt} from "./shell/markdown-it.ts";
import {chapters} from "./shell/navigation.ts";
import {useFragments} from "./shell/preview-fragments.ts";
import {renderFooter} from "./shell/render-footer.ts";
import {renderHeader} from "./shell/render-header.ts";

/**
 * Framework builds shells: prose, navigation and placeholders, no script and no data. `compose/` makes the pages.
 * Addresses end in .html so that the site also opens from a folder, without a server.
 */
export default {
  root: "src",
  output: "dist",
  title: "Observatoire",
  pages: chapters.map(({title, path}) => ({name: title, path: `/${path}`})),
  style: "style.css",
  globalStylesheets: [],
  sidebar: false,
  search: false,
  pager: false,
  toc: {label: "Sommaire"},
  preserveExtension: true,
  preserveIndex: true,
  head: ({data}: {data: {description?: string}}) =>
    `<meta name="description" content="${data.description ?? ""}">`,
  header: renderHeader,
  footer: renderFooter,
  markdownIt: (md: MarkdownIt) => useFragments(useFrenchSpaces(md))
};
