/** Advance widths of an Arial-like face in thousandths of an em; close to Segoe UI, Roboto and Helvetica. */
const widths: Record<string, number> = {};
const classes: readonly [number, string][] = [
  [222, "ijl'’‘|"],
  [278, " \u00a0.,:;/!ftI"],
  [200, "\u202f\u2009"],
  [333, "r-()·*[]"],
  [500, "ckvxyzsJ"],
  [556, "0123456789abdeghnopqu?«»L–≥≤"],
  [584, "+−=<>÷×"],
  [611, "TZF"],
  [667, "AEBKPSVXY&"],
  [722, "CDHNRUw"],
  [778, "GOQ"],
  [833, "mM"],
  [889, "%"],
  [944, "Wœæ"],
  [1000, "ŒÆ—…→←▲△"]
];
for (const [width, characters] of classes) for (const character of characters) widths[character] = width;

const margin = 1.05;

/** Width in pixels of a line of text, a little on the safe side. */
export function measureText(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text.normalize("NFD").replace(/\p{M}/gu, "")) sum += widths[character] ?? 600;
  return (sum / 1000) * size * margin * (bold ? 1.07 : 1);
}

/**
 * Lines no wider than `width` pixels, broken at ordinary spaces and after hyphens and slashes (never at a no-break
 * space). With `maximum`, the last line ends with an ellipsis when words are left out.
 */
export function wrapText(text: string, width: number, size: number, maximum = 9, bold = false): string[] {
  const words = text.split(/(?<=[ /-])/);
  const lines: string[] = [];
  let line = "";
  for (const word of words.flatMap((piece) => splitWord(piece, width, size, bold))) {
    if (line !== "" && measureText((line + word).trimEnd(), size, bold) > width) {
      lines.push(line.trimEnd());
      line = word;
    } else line += word;
  }
  if (line.trimEnd() !== "") lines.push(line.trimEnd());
  if (lines.length <= maximum) return lines;
  const kept = lines.slice(0, maximum);
  let last = kept[maximum - 1] ?? "";
  while (last.length > 1 && measureText(`${last}…`, size, bold) > width) last = last.slice(0, -1).trimEnd();
  kept[maximum - 1] = `${last}…`;
  return kept;
}

/** Width of the widest line. */
export function measureLines(lines: readonly string[], size: number, bold = false): number {
  return Math.max(0, ...lines.map((line) => measureText(line, size, bold)));
}

function splitWord(word: string, width: number, size: number, bold: boolean): string[] {
  if (measureText(word.trimEnd(), size, bold) <= width || word.length < 6) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece.length > 3 && measureText(`${piece}${character}-`, size, bold) > width) {
      pieces.push(`${piece}-`);
      piece = "";
    }
    piece += character;
  }
  pieces.push(piece);
  return pieces;
}
