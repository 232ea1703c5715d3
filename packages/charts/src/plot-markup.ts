import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom";

const {document} = parseHTML("<!doctype html><html><body></body></html>");

/** A drawing of Plot as markup, with its scales (data → pixels) for labels added by hand. */
export interface PlotResult {
  markup: string;
  x: (value: number | string) => number;
  y: (value: number | string) => number;
}

/** Runs Plot without a browser. Tips come from the `title` channel of the marks and end up in `data-tip`. */
export function plotMarkup(options: Plot.PlotOptions): PlotResult {
  const chart = Plot.plot({...options, document, className: "figure-plot"});
  return {
    markup: clean(chart.innerHTML),
    x: scaleOf(chart.scale("x")),
    y: scaleOf(chart.scale("y"))
  };
}

function scaleOf(scale: {apply: (value: unknown) => unknown; bandwidth?: number} | undefined) {
  return (value: number | string): number => {
    const position = scale?.apply(value);
    return typeof position === "number" ? position : Number.NaN;
  };
}

function clean(markup: string): string {
  return markup
    .replaceAll("&#160;", "\u00a0")
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/ aria-(?:hidden|label|roledescription|description)="[^"]*"/g, "")
    .replace(/(\d\.\d\d)\d+(?=[^<>]*>)/g, "$1")
    .replace(
      /<(\w+)([^<>]*)>\s*<title>([^<]*)<\/title>/g,
      (_, tag: string, attributes: string, tip: string) => {
        return `<${tag}${attributes} data-tip="${tip.replace(/"/g, "&quot;")}">`;
      }
    );
}
