import {cleanLine} from "./clean-text.ts";
import {readFonts} from "./fonts.ts";
import {typeset} from "./typeset.ts";

/** Signs of the charts that the family does not draw, by the nearest that it does. */
const nearest: Readonly<Record<string, string>> = {"◷": "", "\u2011": "-", "\u2009": "\u202f", "\ufe0f": ""};

/** Text as a document prints it: French spacing, and a mark in place of what the font does not draw (an emoji, a kanji). */
export function printable(text: string): string {
  return drawable(typeset(cleanLine(text)));
}

/** PDF/UA refuses a character without glyph: it is replaced, never an error. */
export function drawable(text: string): string {
  const {characters} = readFonts();
  let drawn = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    drawn +=
      code === 10 || characters.has(code) ? character : (nearest[character] ?? (isWide(code) ? "□" : ""));
  }
  return characters.has(0x25a1) ? drawn : drawn.replaceAll("□", "?");
}

/** What joins or modifies the character before it leaves no mark of its own. */
function isWide(code: number): boolean {
  return !/^[\p{M}\p{Cf}]$/u.test(String.fromCodePoint(code));
}
