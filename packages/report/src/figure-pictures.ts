import type {FigureSpec} from "@observatoire/catalog";
import {inlineColours, renderDownloadSvg, renderSvg, sourceText} from "@observatoire/charts";
import {Resvg} from "@resvg/resvg-js";
import {fontFamily, fontFiles} from "./fonts.ts";
import {drawable} from "./printable.ts";

/** A drawing with its size in pixels. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
}

/** A figure is drawn once, whatever the number of documents that show it. */
interface Drawn {
  chart?: Picture | null;
  spark?: Picture | null;
  file?: string;
}

const drawn = new WeakMap<FigureSpec, Drawn>();

function drawnOf(spec: FigureSpec): Drawn {
  const known = drawn.get(spec) ?? {};
  drawn.set(spec, known);
  return known;
}

/** The chart alone, in the font of the documents; null when there is nothing to draw. */
export function chartPicture(spec: FigureSpec): Picture | null {
  const known = drawnOf(spec);
  known.chart ??= draw(spec, 720);
  return known.chart;
}

/** The small line of a key figure, or null. */
export function sparkPicture(spec: FigureSpec): Picture | null {
  const known = drawnOf(spec);
  known.spark ??= draw(spec, 240);
  return known.spark;
}

/** The file that leaves the site: title, chart, source, marks. */
export function downloadPicture(spec: FigureSpec): string {
  const known = drawnOf(spec);
  known.file ??= renderDownloadSvg(spec, {title: spec.title, source: sourceText(spec)});
  return known.file;
}

/** Pixels of a drawing, with the font of the documents whatever the machine. */
export function toPng(svg: string, scale = 2): Uint8Array {
  const markup = withDocumentFont(svg);
  return new Resvg(markup, {
    fitTo: {mode: "zoom", value: scale},
    background: "#ffffff",
    font: {loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: fontFamily}
  })
    .render()
    .asPng();
}

function draw(spec: FigureSpec, width: number): Picture | null {
  const svg = inlineColours(renderSvg(spec, {width, idPrefix: `document-${spec.id}`, marked: false}));
  const size = /^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg);
  if (size === null) return null;
  return {svg: withDocumentFont(svg), width: Number(size[1]), height: Number(size[2])};
}

function withDocumentFont(svg: string): string {
  const family = `font-family="${fontFamily}"`;
  const [root = ""] = /^<svg [^>]*>/.exec(svg) ?? [];
  const named = root.includes("font-family=")
    ? root.replace(/font-family="[^"]*"/, family)
    : root.replace("<svg ", `<svg ${family} `);
  return drawable(named + svg.slice(root.length));
}
