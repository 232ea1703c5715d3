import type {FigureSpec} from "@observatoire/catalog";
import type {MadeFile} from "./document.ts";
import {downloadPicture, toPng} from "./figure-pictures.ts";

/** The figure as pictures for one's own slides: title, source and marks inside. A table and an empty figure have none. */
export function makeFigureFiles(figure: FigureSpec): MadeFile[] {
  if (figure.kind === "table" || figure.empty !== null || figure.rows.length === 0) return [];
  const svg = downloadPicture(figure);
  return [
    {name: `${figure.id}.svg`, bytes: new TextEncoder().encode(svg)},
    {name: `${figure.id}.png`, bytes: toPng(svg)}
  ];
}
