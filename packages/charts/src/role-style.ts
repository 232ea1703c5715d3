import type {Role} from "@observatoire/catalog";
import {paint} from "./palette.ts";

export interface RoleStyle {
  colour: string;
  text: string;
  width: number;
  /** Dash pattern, or undefined for a solid line. */
  dash: string | undefined;
  priority: number;
}

/** Ours in accent; the rest in greys told apart by dash, weight and direct label (France darkest, dotted). */
export const roleStyles: Record<Role, RoleStyle> = {
  territoire: {colour: paint("accent"), text: paint("accent"), width: 3.25, dash: undefined, priority: 4},
  reference: {colour: paint("grey-1"), text: paint("grey-1"), width: 2, dash: "1.5 4.5", priority: 3},
  comparaison: {colour: paint("grey-2"), text: paint("muted"), width: 2, dash: "7 4", priority: 2},
  pair: {colour: paint("grey-3"), text: paint("muted"), width: 1.25, dash: undefined, priority: 1}
};
