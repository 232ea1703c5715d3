import {fold} from "@observatoire/catalog";

/** "Nord Est 77 – Meaux" → "nord-est-77-meaux". */
export function slug(text: string): string {
  return fold(text).replaceAll(" ", "-");
}
