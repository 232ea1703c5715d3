import {measureText} from "./measure-text.ts";

/** Sizes common to the drawings, in pixels of the viewBox. */
export interface Frame {
  width: number;
  /** One column: labels go above the marks. */
  narrow: boolean;
  /** Text of the labels; large enough to stay ≥ 12 px when the page shrinks the drawing. */
  font: number;
  /** Distance between two lines of text. */
  line: number;
  /** Prefix of every id inside the drawing. */
  idPrefix: string;
}

/** What a drawing gives back: the markup inside `<svg>`, and its height. */
export interface Drawing {
  body: string;
  height: number;
}

export function createFrame(width: number, idPrefix: string): Frame {
  const narrow = width < 520;
  const font = narrow ? 14.5 : 14;
  return {width, narrow, font, line: Math.round(font * 1.22), idPrefix};
}

/** Width of a label at the frame's size. */
export function labelWidth(frame: Frame, text: string, bold = false): number {
  return measureText(text, frame.font, bold);
}
