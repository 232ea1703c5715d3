import type {FigureSpec, Territoire} from "@observatoire/catalog";
import {etablissementsActifs} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {communeMap} from "./carte-communes.ts";

/** Active establishments by commune, as proportional symbols. */
export function carteActifsFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  return communeMap(published, territoire, {
    id,
    indicateur: "etablissements_actifs",
    measured: "Établissements actifs de Sirene par commune",
    mesure: {kind: "nombre", mots: etablissementsActifs},
    form: "symboles",
    breaks: [],
    minimum: 0,
    size: () => null
  });
}
