import {type FigureSpec, fold, type Unit, units} from "@observatoire/catalog";
import {cellText, numberOf} from "./cell.ts";

export type KeyFigure = Extract<FigureSpec, {kind: "chiffre-cle"}>;

/** The number printed: the value of the last row; a text that names no column is printed as it is. */
export function keyValue(spec: KeyFigure): string {
  const column = spec.columns.find(({name}) => name === spec.value);
  const row = spec.rows.at(-1);
  return column && row ? cellText(row, column, {long: true}) : spec.value;
}

/** The number, large, and the words that follow it (« par an », « habitants »), small. */
export function splitKeyValue(spec: KeyFigure): {number: string; words: string} {
  const text = keyValue(spec);
  const [, number = text, words = ""] = /^([+−-]?\d.*?)[ \u00a0]([\p{L}€].*)$/u.exec(text) ?? [];
  return {number, words: words || spelledUnit(spec)};
}

const spelled = new Set<Unit>(["habitants", "emplois", "etablissements", "pour_100"]);

/** The unit in words when the number has no suffix and the label does not say it. */
function spelledUnit(spec: KeyFigure): string {
  const column = spec.columns.find(({name}) => name === spec.value);
  const row = spec.rows.at(-1);
  const unit = column?.unit;
  if (!row || !column || !unit || !spelled.has(unit) || numberOf(row, column.name) === null) return "";
  const {label} = units[unit];
  return fold(spec.subtitle).includes(fold(label)) ? "" : label;
}
