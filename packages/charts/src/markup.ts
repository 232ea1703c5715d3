import {escapeMarkup} from "./escape-markup.ts";
import {paint} from "./palette.ts";
import {typeset} from "./typeset.ts";

export interface TextOptions {
  anchor?: "start" | "middle" | "end";
  bold?: boolean;
  italic?: boolean;
  fill?: string;
  /** A rim of the surface colour, so that a line behind does not cut the letters. */
  halo?: boolean;
  /** Distance between lines. */
  line?: number;
  size?: number;
}

/** A `<text>` whose first line is centred on `y`. */
export function drawText(
  x: number,
  y: number,
  text: string | readonly string[],
  options: TextOptions = {}
): string {
  const lines = (typeof text === "string" ? [text] : text).map(typeset);
  const {anchor = "start", line = 17} = options;
  const attributes = [
    `x="${round(x)}" y="${round(y)}" dy="0.34em" text-anchor="${anchor}"`,
    options.bold ? ` font-weight="600"` : "",
    options.italic ? ` font-style="italic"` : "",
    options.size ? ` font-size="${options.size}"` : "",
    ` fill="${options.fill ?? paint("text")}"`,
    options.halo
      ? ` stroke="${paint("surface")}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
      : ""
  ].join("");
  if (lines.length === 1) return `<text ${attributes}>${escapeMarkup(lines[0] ?? "")}</text>`;
  const spans = lines.map((each, index) =>
    index === 0
      ? `<tspan>${escapeMarkup(each)}</tspan>`
      : `<tspan x="${round(x)}" dy="${round(line)}">${escapeMarkup(each)}</tspan>`
  );
  return `<text ${attributes}>${spans.join("")}</text>`;
}

export interface StrokeOptions {
  stroke?: string;
  width?: number;
  dash?: string;
  /** Text of the tip. */
  tip?: string;
}

export function drawLine(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  {stroke = paint("rule"), width = 1, dash, tip}: StrokeOptions = {}
): string {
  const dashes = dash ? ` stroke-dasharray="${dash}"` : "";
  const tips = tip ? ` data-tip="${escapeMarkup(tip)}"` : "";
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${stroke}" stroke-width="${width}"${dashes}${tips}/>`;
}

export interface CircleOptions {
  fill: string;
  stroke?: string;
  width?: number;
  opacity?: number;
  tip?: string;
}

export function drawCircle(x: number, y: number, radius: number, options: CircleOptions): string {
  const stroke = options.stroke ? ` stroke="${options.stroke}" stroke-width="${options.width ?? 1}"` : "";
  const opacity = options.opacity === undefined ? "" : ` fill-opacity="${options.opacity}"`;
  const tip = options.tip ? ` data-tip="${escapeMarkup(options.tip)}"` : "";
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${options.fill}"${stroke}${opacity}${tip}/>`;
}

export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
