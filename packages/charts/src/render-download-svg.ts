import type {FigureSpec} from "@observatoire/catalog";
import {drawFigure} from "./draw/draw.ts";
import {escapeMarkup} from "./escape-markup.ts";
import {createFrame} from "./frame.ts";
import {keyValue} from "./key-value.ts";
import {drawText} from "./markup.ts";
import {wrapText} from "./measure-text.ts";
import {inlineColours, paint} from "./palette.ts";
import {marksOf} from "./render-svg.ts";
import {typeset} from "./typeset.ts";

const width = 760;
const rim = 20;

/** A file of its own: light colours inlined, title, chart, source line, mark of simulated data. */
export function renderDownloadSvg(
  spec: FigureSpec,
  {title, source}: {title: string; source: string}
): string {
  const frame = createFrame(width - 2 * rim, `fichier-${spec.id}`);
  const chart = drawFigure(spec, frame);
  const titles = wrapText(typeset(title), frame.width, 20, 4, true);
  const subtitles = wrapText(typeset(spec.subtitle), frame.width, 14, 4);
  const sources = wrapText(source, frame.width, 13, 9);
  const parts = [drawText(rim, rim + 12, titles, {bold: true, size: 20, line: 26})];
  let y = rim + titles.length * 26 + 10;
  parts.push(drawText(rim, y, subtitles, {size: 14, line: 18, fill: paint("muted")}));
  y += subtitles.length * 18 + 8;
  if (spec.empty !== null) {
    const lines = wrapText(spec.empty, frame.width, 14);
    parts.push(drawText(rim, y + 20, lines, {line: 18}));
    y += lines.length * 18 + 28;
  }
  if (spec.kind === "chiffre-cle" && spec.empty === null) {
    parts.push(drawText(rim, y + 22, keyValue(spec), {size: 40, bold: true, fill: paint("accent")}));
    parts.push(drawText(rim, y + 56, spec.period_label, {size: 14, fill: paint("muted")}));
    y += 76;
  }
  parts.push(`<g transform="translate(${rim},${y})">${chart.body}</g>`);
  y += chart.height + 20;
  parts.push(drawText(rim, y, sources, {size: 13, line: 17, fill: paint("muted")}));
  y += sources.length * 17;
  for (const mark of marksOf(spec)) {
    parts.push(drawText(rim, y + 6, mark, {size: 14, bold: true, fill: paint("warn")}));
    y += 20;
  }
  const height = Math.ceil(y + rim);
  const font = "Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif";
  return inlineColours(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(title)}" lang="fr" font-family="${font}" font-size="${frame.font}"><rect width="${width}" height="${height}" fill="${paint("surface")}"/>${parts.join("")}</svg>\n`
  );
}
