export * from "./document.ts";
export {makeCsvFiles} from "./make-csv-files.ts";
export {makeFigureFiles} from "./make-figure-files.ts";
export {makeIndicatorsXlsx} from "./make-indicators-xlsx.ts";
export {makePdf} from "./make-pdf.ts";
export {makePptx} from "./make-pptx.ts";
