import type {FigureColumn} from "@observatoire/catalog";
import {ticks as roundTicks, tickStep} from "d3";
import {bareText} from "../cell.ts";
import {type Frame, labelWidth} from "../frame.ts";
import {drawLine, drawText} from "../markup.ts";
import {paint} from "../palette.ts";
import type {Area} from "./lignes.ts";

export interface Domain {
  bounds: [number, number];
  ticks: number[];
  /** Decimals that tell the ticks apart. */
  decimals: number;
  /** True when zero is inside. */
  zero: boolean;
  /** Pixels the tick labels take. */
  room: (frame: Frame, column: FigureColumn) => number;
}

/** Bounds on round numbers around the values; zero is kept when it is near, since it says more. */
export function niceDomain(values: readonly number[], count = 5): Domain {
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (!Number.isFinite(low)) [low, high] = [0, 1];
  if (low === high) [low, high] = [low - (Math.abs(low) * 0.1 || 1), high + (Math.abs(high) * 0.1 || 1)];
  if (low > 0 && low < (high - low) * 0.6) low = 0;
  if (high < 0 && -high < (high - low) * 0.6) high = 0;
  const step = tickStep(low, high, count);
  const bounds: [number, number] = [
    Math.floor(low / step + 1e-9) * step,
    Math.ceil(high / step - 1e-9) * step
  ];
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const marks = roundTicks(bounds[0], bounds[1], count);
  return {
    bounds,
    ticks: marks,
    decimals,
    zero: bounds[0] <= 0 && bounds[1] >= 0,
    room: (frame, column) =>
      Math.max(...marks.map((tick) => labelWidth(frame, bareText(tick, column, decimals)))) + 10
  };
}

/** Labels of round values at the left, almost invisible lines, the unit once at the top. */
export function drawValueAxis(
  domain: Domain,
  column: FigureColumn,
  y: (value: number) => number,
  area: Area,
  frame: Frame
): string {
  const parts = domain.ticks.map((tick) => {
    const isZero = tick === 0;
    const line = drawLine([area.left, y(tick)], [area.right, y(tick)], {
      stroke: paint(isZero ? "rule" : "grid")
    });
    return (
      line +
      drawText(area.left - 7, y(tick), bareText(tick, column, domain.decimals), {
        anchor: "end",
        fill: paint("muted")
      })
    );
  });
  if (!domain.zero) {
    const text = frame.narrow ? "L’axe ne part pas de 0." : "L’axe vertical ne part pas de zéro.";
    parts.push(
      drawText(area.left, area.bottom + frame.line * 1.75 + 4, text, {italic: true, fill: paint("muted")})
    );
  }
  return parts.join("");
}

/** Years: first, last, and round ones between while there is room. */
export function drawTimeAxis(
  [first, last]: readonly [number, number],
  x: (value: number) => number,
  area: Area,
  frame: Frame
): string {
  const wanted = [last, first, ...roundTicks(first, last, frame.narrow ? 3 : 6).filter(Number.isInteger)];
  const width = labelWidth(frame, "0000") + 26;
  const kept: number[] = [];
  for (const year of wanted)
    if (kept.every((other) => Math.abs(x(other) - x(year)) >= width)) kept.push(year);
  return kept
    .sort((a, b) => a - b)
    .map((year) => {
      const tick = drawLine([x(year), area.bottom], [x(year), area.bottom + 5]);
      return (
        tick +
        drawText(x(year), area.bottom + 7 + frame.line / 2, String(year), {
          anchor: "middle",
          fill: paint("muted")
        })
      );
    })
    .join("");
}
