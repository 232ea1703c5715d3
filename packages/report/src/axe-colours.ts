import {palette} from "@observatoire/charts";
import type {DocumentSection} from "./document.ts";

/** The colour of the axis on the site, and the accent where there is none. */
export function axeColour(axe: DocumentSection["axe"]): string {
  return axe === null ? palette["--fig-accent"] : palette[`--fig-axe-${axe}`];
}
