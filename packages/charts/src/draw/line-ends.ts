import type {FigureColumn} from "@observatoire/catalog";
import {valueText} from "../cell.ts";
import type {Frame} from "../frame.ts";
import {drawLine, drawText} from "../markup.ts";
import {measureLines, wrapText} from "../measure-text.ts";
import {spreadLabels} from "../place-labels.ts";
import type {PlotResult} from "../plot-markup.ts";
import type {Area, Series} from "./lignes.ts";

/** Peers are drawn without a name when they are many. */
function isLabelled(series: Series, all: readonly Series[]): boolean {
  return series.role !== "pair" || all.filter(({role}) => role === "pair").length <= 4;
}

function linesOf(series: Series, column: FigureColumn, frame: Frame): string[] {
  const room = frame.narrow ? 104 : 150;
  const value = valueText(series.last.y ?? 0, column);
  const bold = series.role === "territoire";
  const one = `${series.name}\u00a0${value}`;
  const lines = wrapText(series.name, room, frame.font, 3, bold);
  return measureLines([one], frame.font, bold) <= room && lines.length === 1 ? [one] : [...lines, value];
}

/** Pixels to keep at the right of the lines for their names. */
export function endRoom(all: readonly Series[], column: FigureColumn, frame: Frame): number {
  const lines = all.filter((each) => isLabelled(each, all)).flatMap((each) => linesOf(each, column, frame));
  return Math.max(20, measureLines(lines, frame.font, true) + 16);
}

/** Name and last value at the end of each line; moved apart with a leader, dropped when there is no room. */
export function drawLineEnds(
  all: readonly Series[],
  column: FigureColumn,
  plot: PlotResult,
  area: Area,
  frame: Frame
): string {
  const labelled = all.filter((each) => isLabelled(each, all));
  const texts = labelled.map((each) => linesOf(each, column, frame));
  const centres = spreadLabels(
    labelled.map((each, index) => ({
      wanted: plot.y(each.last.y ?? 0),
      height: (texts[index]?.length ?? 1) * frame.line + 3,
      priority: each.style.priority
    })),
    area.top - frame.line / 2,
    area.bottom + frame.line / 2
  );
  return labelled
    .map((each, index) => {
      const centre = centres[index];
      const lines = texts[index] ?? [];
      if (centre === null || centre === undefined) return "";
      const endX = plot.x(each.last.x);
      const endY = plot.y(each.last.y ?? 0);
      const moved = Math.abs(centre - endY) > 5 || endX < area.right - 4;
      const leader = moved
        ? drawLine(
            [Math.max(endX + 6, area.right + 2), endX < area.right - 4 ? centre : endY],
            [area.right + 11, centre],
            {stroke: each.style.colour}
          )
        : "";
      const top = centre - ((lines.length - 1) * frame.line) / 2;
      const bold = each.role === "territoire";
      return leader + drawText(area.right + 13, top, lines, {bold, fill: each.style.text, line: frame.line});
    })
    .join("");
}
