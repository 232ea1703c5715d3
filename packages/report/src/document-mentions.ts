import type {DocumentModel} from "./document.ts";

/** What every page and every slide says. */
export function documentMentions({
  restricted,
  simulated
}: Pick<DocumentModel, "restricted" | "simulated">): string[] {
  return [
    ...(restricted ? ["Diffusion restreinte"] : []),
    ...(simulated ? ["Données en partie simulées"] : [])
  ];
}
