import {type Frame, labelWidth} from "../frame.ts";
import {drawLine, drawText, type StrokeOptions} from "../markup.ts";
import {measureLines} from "../measure-text.ts";
import {spreadLabels} from "../place-labels.ts";

/** A name and its value, above or below a place of a horizontal axis. */
export interface Note {
  x: number;
  name: string;
  value: string;
  fill: string;
  bold: boolean;
}

export interface PlacedNotes {
  notes: Note[];
  /** Null: no room, dropped. */
  centres: (number | null)[];
  height: number;
}

const gap = 18;

/** Side by side, pushed apart as little as needed; the last ones are dropped when there is no room. */
export function placeNotes(notes: Note[], frame: Frame): PlacedNotes {
  const labels = notes.map((note, index) => {
    return {wanted: note.x, height: noteWidth(note, frame) + gap, priority: notes.length - index};
  });
  const centres = spreadLabels(labels, -gap / 2, frame.width + gap / 2);
  return {notes, centres, height: notes.length === 0 ? 0 : 2 * frame.line};
}

export function drawNotes({notes, centres}: PlacedNotes, top: number, frame: Frame): string {
  return notes
    .map(({name, value, fill, bold}, index) => {
      const centre = centres[index];
      if (centre === null || centre === undefined) return "";
      return drawText(centre, top + frame.line / 2, [name, value], {
        anchor: "middle",
        fill,
        bold,
        line: frame.line
      });
    })
    .join("");
}

/** From the edge of the strip to the words: straight when they stand over their place, slanted when pushed aside. */
export function drawLeader(
  {notes, centres, height}: PlacedNotes,
  index: number,
  [x, y]: readonly [number, number],
  top: number,
  frame: Frame,
  style: StrokeOptions
): string {
  const note = notes[index];
  const centre = centres[index];
  if (!note || centre === null || centre === undefined) return "";
  const half = Math.max(0, labelWidth(frame, note.value, note.bold) / 2 - 4);
  const end = Math.max(centre - half, Math.min(centre + half, x));
  return drawLine([x, y], [end, y > top ? top + height + 1 : top - 1], style);
}

function noteWidth({name, value, bold}: Note, frame: Frame): number {
  return measureLines([name, value], frame.font, bold);
}
