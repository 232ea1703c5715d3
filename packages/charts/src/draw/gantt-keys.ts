import {type Drawing, type Frame, labelWidth} from "../frame.ts";
import {drawText, round} from "../markup.ts";
import {axeColour, paint} from "../palette.ts";
import type {Task} from "./gantt.ts";

const swatch = 22;

/** In words what the parts of a bar are; only those that are drawn. */
export function drawGanttKeys(tasks: readonly Task[], frame: Frame): Drawing {
  const dated = tasks.filter(({start, end}) => start !== null && end !== null);
  const keys: [string, string][] = [];
  const box = (more: string) => `width="${swatch}" height="12" stroke="${paint("grey-2")}" ${more}`;
  if (dated.some(({done}) => done !== null)) {
    keys.push(["réalisé", box(`fill="${paint("grey-2")}"`)]);
    keys.push(["reste à faire", box(`fill="${paint("grey-2")}" fill-opacity="0.22"`)]);
  }
  if (dated.some(({done}) => done === null))
    keys.push(["avancement non renseigné", box(`fill="${hatchUrl(frame.idPrefix, "legende")}"`)]);
  const parts: string[] = [];
  let [x, y] = [2, frame.line / 2 + 2];
  for (const [text, attributes] of keys) {
    const width = swatch + 7 + labelWidth(frame, text);
    if (x > 2 && x + width > frame.width - 2) [x, y] = [2, y + frame.line + 4];
    parts.push(
      `<rect x="${round(x)}" y="${round(y - 6)}" ${attributes}/>${drawText(x + swatch + 7, y, text, {fill: paint("muted")})}`
    );
    x += width + 18;
  }
  return {body: parts.join(""), height: keys.length === 0 ? 0 : y + frame.line / 2 + 8};
}

export function hatchUrl(idPrefix: string, axe: string): string {
  return `url(#${hatchId(idPrefix, axe)})`;
}

function hatchId(idPrefix: string, axe: string): string {
  return `${idPrefix}-avancement-${axe.replace(/[^a-z]/g, "") || "sans"}`;
}

/** Hatches of the colour of each axis that has a bar whose share is not known, and those of the legend. */
export function drawHatch(
  idPrefix: string,
  groups: readonly {axe: string; tasks: readonly Task[]}[],
  thickness: number
): string {
  const needed = groups.filter(({tasks}) =>
    tasks.some(({done, start, end}) => done === null && start !== null && end !== null)
  );
  if (needed.length === 0) return "";
  const size = Math.round(thickness / 2);
  const patterns = [...new Set(needed.map(({axe}) => axe)), "legende"].map((axe) => {
    return `<pattern id="${hatchId(idPrefix, axe)}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect width="${size}" height="${size}" fill="${paint("surface")}"/><path d="M-1,1L1,-1M0,${size}L${size},0M${size - 1},${size + 1}L${size + 1},${size - 1}" stroke="${axeColour(axe)}" stroke-width="1.2"/></pattern>`;
  });
  return `<defs>${patterns.join("")}</defs>`;
}
