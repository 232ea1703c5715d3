import type {FigureSpec} from "@observatoire/catalog";
import type {Drawing, Frame} from "../frame.ts";
import {drawBande} from "./bande.ts";
import {drawBarres} from "./barres.ts";
import {drawCarte} from "./carte.ts";
import {drawCartePoints} from "./carte-points.ts";
import {drawCascade} from "./cascade.ts";
import {drawColonnes} from "./colonnes.ts";
import {drawFlux} from "./flux.ts";
import {drawGantt} from "./gantt.ts";
import {drawIntervalles} from "./intervalles.ts";
import {drawLignes} from "./lignes.ts";
import {drawNuage} from "./nuage.ts";
import {drawPointsSpecificite} from "./points-specificite.ts";
import {drawPuces} from "./puces.ts";
import {drawSparkline} from "./sparkline.ts";

/** The drawing of a figure; a table, an empty figure and a key figure without past have none (height 0). */
export function drawFigure(spec: FigureSpec, frame: Frame): Drawing {
  if (spec.empty !== null || spec.rows.length === 0) return {body: "", height: 0};
  switch (spec.kind) {
    case "barres":
      return drawBarres(spec, frame);
    case "lignes":
      return drawLignes(spec, frame);
    case "points-specificite":
      return drawPointsSpecificite(spec, frame);
    case "nuage":
      return drawNuage(spec, frame);
    case "cascade":
      return drawCascade(spec, frame);
    case "bande":
      return drawBande(spec, frame);
    case "carte":
      return drawCarte(spec, frame);
    case "intervalles":
      return drawIntervalles(spec, frame);
    case "colonnes":
      return drawColonnes(spec, frame);
    case "carte-points":
      return drawCartePoints(spec, frame);
    case "gantt":
      return drawGantt(spec, frame);
    case "puces":
      return drawPuces(spec, frame);
    case "flux":
      return drawFlux(spec, frame);
    case "chiffre-cle":
      return drawSparkline(spec, frame);
    case "table":
      return {body: "", height: 0};
  }
}
