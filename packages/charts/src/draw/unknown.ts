import {type FigureSpec, statuts} from "@observatoire/catalog";
import {statutOf} from "../cell.ts";
import type {Drawing, Frame} from "../frame.ts";
import {drawText} from "../markup.ts";
import {wrapText} from "../measure-text.ts";
import {paint} from "../palette.ts";

/** A drawing none of whose values is known: says so instead of empty axes. */
export function drawUnknown(spec: FigureSpec, frame: Frame): Drawing {
  const reasons = [...new Set(spec.rows.map(statutOf))].filter((statut) => statuts[statut].sign !== "");
  const why = reasons.map((statut) => statuts[statut].label).join(", ") || statuts.non_disponible.label;
  const lines = wrapText(`Aucune valeur à dessiner\u00a0: ${why}.`, frame.width - 32, frame.font);
  const height = lines.length * frame.line + 32;
  return {
    height,
    body: drawText(frame.width / 2, 16 + frame.line / 2, lines, {
      anchor: "middle",
      fill: paint("muted"),
      line: frame.line
    })
  };
}
