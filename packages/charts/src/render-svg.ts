import type {FigureSpec} from "@observatoire/catalog";
import {drawFigure} from "./draw/draw.ts";
import {escapeMarkup} from "./escape-markup.ts";
import {createFrame, type Drawing, type Frame} from "./frame.ts";
import {drawText} from "./markup.ts";
import {paint} from "./palette.ts";
import {isStale, staleWords} from "./tell-age.ts";

export interface SvgOptions {
  /** Pixels of the viewBox: 720 wide, 340 narrow, anything between. */
  width: number;
  /** Begins every id of the drawing; unique on the page. */
  idPrefix: string;
  /** False on a page, where the badge of the figure says it; the mark stays in every picture that travels alone. */
  marked?: boolean;
}

/** Words of the mark of simulated data, the same in every medium. */
export const simulatedWords = "Données simulées";

/**
 * The chart as an `<svg role="img">`, colours as variables of `theme.css`. Empty string when there is nothing to draw
 * (table, empty figure, key figure without past).
 */
export function renderSvg(spec: FigureSpec, {width, idPrefix, marked = true}: SvgOptions): string {
  const frame = createFrame(width, idPrefix);
  const {body, height} = drawFigure(spec, frame);
  if (height === 0) return "";
  const marks = marked && spec.kind !== "chiffre-cle" ? marksOf(spec) : [];
  const drawing = addMarks({body, height}, frame, marks);
  const description = spec.alt ? `<desc>${escapeMarkup(spec.alt)}</desc>` : "";
  return `<svg class="figure-svg" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${Math.ceil(drawing.height)}" width="${width}" height="${Math.ceil(drawing.height)}" role="img" aria-label="${escapeMarkup(spec.title)}" font-size="${frame.font}">${description}${drawing.body}</svg>`;
}

/** What a picture that leaves its page must say by itself: simulated, stale. */
export function marksOf(spec: FigureSpec): string[] {
  return [...(spec.simulated ? [`▲ ${simulatedWords}`] : []), ...(isStale(spec) ? [`■ ${staleWords}`] : [])];
}

function addMarks({body, height}: Drawing, frame: Frame, marks: readonly string[]): Drawing {
  if (marks.length === 0) return {body, height};
  const y = height + frame.line / 2 + 2;
  const text = drawText(frame.width - 2, y, marks.join("   "), {
    anchor: "end",
    fill: paint("warn"),
    bold: true
  });
  return {body: body + text, height: height + frame.line + 4};
}
