import {type Frame, labelWidth} from "../frame.ts";
import {drawLine, drawText, round} from "../markup.ts";
import {wrapText} from "../measure-text.ts";
import {paint} from "../palette.ts";
import type {PlotResult} from "../plot-markup.ts";
import type {Area, Lignes} from "./lignes.ts";

/** A faint band under the years that the producer may still revise. */
export function drawProvisional(
  spec: Lignes,
  plot: PlotResult,
  area: Area,
  frame: Frame,
  [first, last]: readonly [number, number]
): string {
  if (spec.provisionalFrom === null || spec.provisionalFrom > last) return "";
  const from = Math.max(area.left, plot.x(Math.max(first, spec.provisionalFrom - 0.5)));
  const word = "provisoire";
  const half = labelWidth(frame, word) / 2;
  const centre = Math.min(
    frame.width - half - 2,
    plot.x(Math.max(first, (Math.max(first, spec.provisionalFrom) + last) / 2))
  );
  const text = drawText(centre, area.bottom + frame.line * 1.75 + 4, word, {
    anchor: "middle",
    italic: true,
    fill: paint("muted")
  });
  const width = round(area.right - from);
  return `<rect x="${round(from)}" y="${area.top}" width="${width}" height="${round(area.bottom - area.top)}" fill="${paint("grid")}" fill-opacity="0.55"/>${text}`;
}

/** The value all lines start from, as 100 for an index. */
export function drawBaseline(spec: Lignes, plot: PlotResult, area: Area): string {
  if (spec.baseline === null) return "";
  const y = plot.y(spec.baseline);
  return drawLine([area.left, y], [area.right, y], {stroke: paint("rule"), width: 1.25});
}

/** Thin vertical rule at the date of the label, its words above the lines. */
export function drawLabelDate(
  spec: Pick<Lignes, "mark">,
  plot: Pick<PlotResult, "x">,
  area: Area,
  frame: Frame,
  [first, last]: readonly [number, number]
): string {
  if (!spec.mark || spec.mark.x < first || spec.mark.x > last) return "";
  const x = plot.x(spec.mark.x);
  const lines = wrapText(spec.mark.label, frame.narrow ? 210 : 320, frame.font, 2);
  const width = Math.max(...lines.map((line) => labelWidth(frame, line)));
  const onLeft = x + width > frame.width - 4;
  const start = onLeft ? Math.max(x, width + 4) : x;
  const top = frame.line / 2 + 1;
  return (
    drawLine([x, top + (lines.length - 0.5) * frame.line], [x, area.bottom], {
      stroke: paint("text"),
      width: 1
    }) +
    drawText(start, top, lines, {anchor: onLeft ? "end" : "start", fill: paint("text"), line: frame.line})
  );
}
