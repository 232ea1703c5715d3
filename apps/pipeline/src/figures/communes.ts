import {type FigureSpec, formatNumber, type Territoire} from "@observatoire/catalog";
import {joinFr, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {figureBase} from "./figure-base.ts";
import {lastRow, yearOf} from "./values.ts";

/** Number of communes of the perimeter, and their EPCIs. */
export function communesFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const epcis = published.territoires.filter(({niveau}) => niveau === "epci");
  const date = lastRow(published, "population", territoire)?.periode_fin ?? published.date;
  const sources = published.sources.filter(({id}) => id === "decoupage");
  const count = `${formatNumber(territoire.communes)} ${territoire.communes > 1 ? "communes" : "commune"}`;
  const names = joinFr(epcis.map(({nom}) => nom));
  const nom = nameTerritoire(territoire);
  return {
    ...figureBase(published, {
      id,
      indicators: [],
      title: `${nom.sujetCourt} réunit ${count}`,
      subtitle: "Communes",
      reading: `${nom.sujet} réunit ${count} : ${names}.`,
      alt: `${count} : ${names}.`,
      columns: [
        {name: "annee", label: "Année", type: "annee"},
        {name: "valeur", label: "Communes", type: "nombre", unit: "nombre"}
      ],
      rows: [{annee: yearOf(date), valeur: territoire.communes}],
      period: {from: date, to: date}
    }),
    sources,
    simulated: false,
    licence: "licence-ouverte-2.0",
    kind: "chiffre-cle",
    value: "valeur",
    period_label: sources[0]?.vintage ?? "",
    comparison: `${formatNumber(epcis.length)} ${epcis.length > 1 ? "intercommunalités" : "intercommunalité"}`,
    direction: "neutre",
    spark: null
  };
}
