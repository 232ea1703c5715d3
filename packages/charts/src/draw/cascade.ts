import * as Plot from "@observablehq/plot";
import type {FigureRow, FigureSpec} from "@observatoire/catalog";
import {cellText, columnOf, numberOf, textOf, tipText} from "../cell.ts";
import type {Drawing, Frame} from "../frame.ts";
import {drawLine, drawText} from "../markup.ts";
import {wrapText} from "../measure-text.ts";
import {paint} from "../palette.ts";
import {plotMarkup} from "../plot-markup.ts";
import {drawUnknown} from "./unknown.ts";

type Cascade = Extract<FigureSpec, {kind: "cascade"}>;

interface Step {
  key: string;
  row: FigureRow;
  total: boolean;
  value: number | null;
  from: number;
  to: number;
}

/** Waterfall: effects one after another, totals from zero, thin connectors, signed values. */
export function drawCascade(spec: Cascade, frame: Frame): Drawing {
  const column = columnOf(spec, spec.value);
  const steps = readSteps(spec);
  if (steps.every(({value}) => value === null)) return drawUnknown(spec, frame);
  const ends = steps.flatMap(({from, to}) => [from, to]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const width = Math.min(frame.width, Math.max(frame.narrow ? 0 : 420, steps.length * 150));
  const slot = width / steps.length;
  const labels = steps.map(({row}) => wrapText(textOf(row, spec.label), slot - 6, frame.font, 4, true));
  const labelRoom = Math.max(...labels.map((lines) => lines.length)) * frame.line + 12;
  const marginTop = frame.line + 8;
  const bottom = marginTop + (frame.narrow ? 190 : 230);
  const marginBottom = labelRoom + (low < 0 ? frame.line + 6 : 0);
  const height = bottom + marginBottom;
  const plot = plotMarkup({
    width,
    height,
    marginLeft: 0,
    marginRight: 0,
    marginTop,
    marginBottom,
    x: {type: "band", domain: steps.map(({key}) => key), padding: 0.34, axis: null},
    y: {domain: [low, high === low ? low + 1 : high], axis: null},
    marks: [
      Plot.barY(steps, {
        x: "key",
        y1: "from",
        y2: "to",
        fill: stepColour,
        rx: 1,
        title: (step: Step) => tipText(textOf(step.row, spec.label), step.row, column)
      })
    ]
  });
  const half = (slot * 0.66) / 2;
  const body = [drawLine([0, plot.y(0)], [width, plot.y(0)], {stroke: paint("rule")}), plot.markup];
  for (const [index, step] of steps.entries()) {
    const centre = slotCentre(plot.x(step.key), slot, steps.length);
    const next = steps[index + 1];
    if (next) {
      const y = plot.y(step.to);
      const nextCentre = slotCentre(plot.x(next.key), slot, steps.length);
      body.push(
        drawLine([centre + half - 2, y], [nextCentre - half + 2, y], {stroke: paint("rule"), dash: "2 3"})
      );
    }
    const down = (step.value ?? 0) < 0;
    const y = down
      ? plot.y(Math.min(step.from, step.to)) + frame.line / 2 + 3
      : plot.y(Math.max(step.from, step.to)) - frame.line / 2 - 2;
    const text = cellText(step.row, column);
    body.push(
      drawText(centre, y, text, {
        anchor: "middle",
        bold: true,
        fill: step.value === null ? paint("muted") : textColour(step),
        halo: true
      })
    );
    const labelY = bottom + (low < 0 ? frame.line + 6 : 0) + 8 + frame.line / 2;
    body.push(
      drawText(centre, labelY, labels[index] ?? [], {anchor: "middle", bold: step.total, line: frame.line})
    );
  }
  const shift = (frame.width - width) / 2;
  return {
    body: shift > 1 ? `<g transform="translate(${Math.round(shift)},0)">${body.join("")}</g>` : body.join(""),
    height
  };
}

/** Plot gives the left edge of a band; the bar is centred in it. */
function slotCentre(left: number, slot: number, count: number): number {
  const step = (slot * count) / (count - 0.34 + 2 * 0.34);
  return left + (step * 0.66) / 2;
}

function readSteps(spec: Cascade): Step[] {
  let level = 0;
  return spec.rows.map((row, index) => {
    const value = numberOf(row, spec.value);
    const total = textOf(row, spec.role) === "total";
    const from = total ? 0 : level;
    const to = total ? (value ?? level) : level + (value ?? 0);
    level = to;
    return {key: String(index), row, total, value, from, to};
  });
}

function stepColour(step: Step): string {
  if (step.total) return paint("accent");
  return paint((step.value ?? 0) < 0 ? "contrary" : "grey-3");
}

function textColour(step: Step): string {
  if (step.total) return paint("accent");
  return paint((step.value ?? 0) < 0 ? "contrary" : "text");
}
