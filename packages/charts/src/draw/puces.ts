import {type FigureColumn, type FigureRow, type FigureSpec, statuts} from "@observatoire/catalog";
import {columnOf, numberOf, statutOf, textOf, valueText} from "../cell.ts";
import {escapeMarkup} from "../escape-markup.ts";
import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawLine, drawText, round} from "../markup.ts";
import {measureLines, wrapText} from "../measure-text.ts";
import {paint} from "../palette.ts";
import {niceDomain} from "./axes.ts";
import {drawUnknown} from "./unknown.ts";

type Puces = Extract<FigureSpec, {kind: "puces"}>;

interface Amount {
  column: FigureColumn;
  value: number | null;
  text: string;
  style: BulletStyle;
}

interface Bullet {
  name: string;
  lines: string[];
  amounts: Amount[];
  /** Lines of amounts under the bar of a narrow drawing. */
  said: string[];
  /** Half of the height of the bar, 0 when there is none. */
  half: number;
  y: number;
}

interface BulletStyle {
  thickness: number;
  fill: string;
  rim: string;
}

/** Told apart by thickness first, then by lightness: planned is the widest and palest, paid the thinnest. */
const styles: readonly [BulletStyle, BulletStyle, BulletStyle] = [
  {thickness: 24, fill: paint("class-2"), rim: paint("rule")},
  {thickness: 15, fill: paint("class-4"), rim: paint("surface")},
  {thickness: 6, fill: paint("class-5"), rim: paint("surface")}
];
const {thickness} = styles[0];
const gap = 14;

/** Planned, committed and paid as nested bars from zero, in the order of the rows; each amount in words, null as well. */
export function drawPuces(spec: Puces, frame: Frame): Drawing {
  const bullets = spec.rows.map((row) => readBullet(spec, row, frame));
  const known = bullets.flatMap(({amounts}) => amounts.flatMap(({value}) => value ?? []));
  if (known.length === 0) return drawUnknown(spec, frame);
  const domain = niceDomain(
    known.every((value) => value === 0) ? [0, 1] : [0, ...known],
    frame.narrow ? 2 : 3
  );
  const heads = readHeads(spec, bullets, frame);
  const labels = bullets.flatMap(({lines}) => lines);
  const left = frame.narrow ? 4 : measureLines(labels, frame.font) + gap;
  const right = frame.narrow ? frame.width - 6 : frame.width - heads.width - gap;
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known) || domain.bounds[1]];
  const x = (value: number) => left + ((value - low) / (high - low)) * (right - left);

  let bottom = heads.height + 6;
  for (const bullet of bullets) {
    const label = bullet.lines.length * frame.line;
    const said = bullet.said.length * frame.line;
    const bar = bullet.amounts.some(({value}) => value !== null && value !== 0) ? thickness : 0;
    const height = frame.narrow
      ? label + bar + said + 22
      : Math.max(thickness + 14, Math.max(label, said) + 12);
    bullet.y = frame.narrow ? bottom + label + 4 + bar / 2 : bottom + height / 2;
    bullet.half = bar / 2;
    bottom += height;
  }
  const ticks = domain.ticks.filter((tick) => tick >= low && tick <= high);
  // Labels stand among the bars of a narrow drawing: rules are drawn behind the bars only.
  const bands = frame.narrow
    ? bullets.filter(({half}) => half > 0).map(({y, half}) => [y - half - 4, y + half + 4] as const)
    : [[heads.height, bottom] as const];
  const axis = ticks.map((tick) => {
    const rules = bands.map(([top, end]) =>
      drawLine([x(tick), top], [x(tick), end], {stroke: paint(tick === 0 ? "rule" : "grid")})
    );
    return rules.join("") + drawTick(tick, x(tick), bottom, spec, frame);
  });
  const body = bullets.map((bullet) => drawBullet(bullet, x, left, heads.centres, frame));
  return {body: axis.join("") + heads.body + body.join(""), height: bottom + frame.line + 10};
}

function readBullet(spec: Puces, row: FigureRow, frame: Frame): Bullet {
  const room = frame.narrow ? frame.width - 8 : Math.min(230, frame.width * 0.28);
  const name = textOf(row, spec.label);
  const amounts = [spec.planned, spec.committed, spec.paid].map((key, index): Amount => {
    const column = columnOf(spec, key);
    const value = numberOf(row, key);
    return {
      column,
      value,
      text: value === null ? absence(row) : valueText(value, column),
      style: styles[index] ?? styles[0]
    };
  });
  const said = frame.narrow ? sayAmounts(amounts, frame) : [];
  return {name, lines: wrapText(name, room, frame.font, 3), amounts, said, half: 0, y: 0};
}

/** As many amounts on a line as it holds. */
function sayAmounts(amounts: readonly Amount[], frame: Frame): string[] {
  const lines: string[] = [];
  for (const {column, text} of amounts) {
    const piece = `${column.label}\u00a0: ${text}`;
    const longer = `${lines.at(-1)}\u00a0· ${piece}`;
    if (lines.length > 0 && labelWidth(frame, longer) <= frame.width - 8) lines[lines.length - 1] = longer;
    else lines.push(...wrapText(piece, frame.width - 8, frame.font, 2));
  }
  return lines;
}

function absence(row: FigureRow): string {
  const statut = statutOf(row);
  return statut === "secret" || statut === "non_applicable" ? statuts[statut].label : "non renseigné";
}

interface Heads {
  body: string;
  height: number;
  width: number;
  /** Right edges of the columns of amounts; none in a narrow drawing. */
  centres: number[];
}

/** The legend in words: head of each column of amounts, or a line above the bars in a narrow drawing. */
function readHeads(spec: Puces, bullets: readonly Bullet[], frame: Frame): Heads {
  const columns = [spec.planned, spec.committed, spec.paid].map((key) => columnOf(spec, key));
  if (frame.narrow) {
    let [x, y] = [2, frame.line / 2 + 4];
    const parts = columns.map(({label}, index) => {
      const width = 28 + labelWidth(frame, label);
      if (x > 2 && x + width > frame.width - 2) [x, y] = [2, y + frame.line + 8];
      const key = drawSwatch(x, y, index) + drawText(x + 26, y, label, {fill: paint("muted")});
      x += width + 14;
      return key;
    });
    return {body: parts.join(""), height: y + frame.line / 2 + 8, width: 0, centres: []};
  }
  const heads = columns.map(({label}) => wrapText(label, 120, frame.font, 2));
  const widths = heads.map((lines, index) => {
    const texts = bullets.map(({amounts}) => amounts[index]?.text ?? "");
    return Math.max(measureLines(texts, frame.font), measureLines(lines, frame.font, true) + 26);
  });
  const deepest = Math.max(...heads.map((lines) => lines.length));
  const centres: number[] = [];
  let edge = frame.width - 2;
  for (const index of [2, 1, 0]) {
    centres[index] = edge;
    edge -= (widths[index] ?? 0) + gap;
  }
  const body = heads.map((lines, index) => {
    const at = centres[index] ?? 0;
    const y = 4 + (deepest - lines.length + 0.5) * frame.line;
    return (
      drawSwatch(at - measureLines(lines, frame.font, true) - 26, y, index) +
      drawText(at, y, lines, {anchor: "end", bold: true, line: frame.line})
    );
  });
  const width = widths.reduce((sum, each) => sum + each + gap, 2 - gap);
  return {body: body.join(""), height: deepest * frame.line + 8, width, centres};
}

function drawSwatch(x: number, y: number, index: number): string {
  const {thickness: high, fill, rim} = styles[index] ?? styles[0];
  const shown = Math.min(high, 16);
  return `<rect x="${round(x)}" y="${round(y - shown / 2)}" width="20" height="${shown}" fill="${fill}" stroke="${rim}"/>`;
}

function drawTick(tick: number, x: number, bottom: number, spec: Puces, frame: Frame): string {
  const text = valueText(tick, {...columnOf(spec, spec.planned), decimals: Number.isInteger(tick) ? 0 : 1});
  const half = labelWidth(frame, text) / 2;
  const centre = Math.max(half, Math.min(frame.width - half, x));
  return drawText(centre, bottom + 6 + frame.line / 2, text, {anchor: "middle", fill: paint("muted")});
}

function drawBullet(
  {name, lines, amounts, said, half, y}: Bullet,
  x: (value: number) => number,
  left: number,
  edges: readonly number[],
  frame: Frame
): string {
  const bars = amounts.map(({value, text, column, style}) => {
    if (value === null || value === 0) return "";
    const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
    const tip = `${name}, ${column.label}\u00a0: ${text}`;
    return `<rect x="${round(from)}" y="${round(y - style.thickness / 2)}" width="${round(to - from)}" height="${style.thickness}" fill="${style.fill}" stroke="${style.rim}" data-tip="${escapeMarkup(tip)}"/>`;
  });
  const labelY = frame.narrow
    ? y - half - 4 - (lines.length - 0.5) * frame.line
    : y - ((lines.length - 1) * frame.line) / 2;
  const label = drawText(frame.narrow ? left : left - gap, labelY, lines, {
    anchor: frame.narrow ? "start" : "end",
    halo: frame.narrow,
    line: frame.line
  });
  const words = frame.narrow
    ? drawText(left, y + half + 4 + frame.line / 2, said, {
        halo: true,
        fill: paint("muted"),
        line: frame.line
      })
    : amounts
        .map(({value, text}, index) =>
          drawText(edges[index] ?? frame.width, y, text, {
            anchor: "end",
            italic: value === null,
            fill: paint(value === null ? "muted" : "text")
          })
        )
        .join("");
  return bars.join("") + label + words;
}
