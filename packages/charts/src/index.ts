export {type Colour, inlineColours, palette} from "./palette.ts";
export {renderDownloadSvg} from "./render-download-svg.ts";
export {type Downloads, type FragmentOptions, renderFragment} from "./render-fragment.ts";
export type {Explain} from "./render-provenance.ts";
export {sourceText} from "./render-source.ts";
export {renderSvg, type SvgOptions, simulatedWords} from "./render-svg.ts";
export {renderTable} from "./render-table.ts";
export {toCsv} from "./to-csv.ts";
export {toJson} from "./to-json.ts";
