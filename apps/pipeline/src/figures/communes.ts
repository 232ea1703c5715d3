import {type FigureSpec, formatNumber, type Territoire} from "@observatoire/catalog";
import {joinFr, nameTerritoire, spellEpci} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {figureBase} from "./figure-base.ts";
import {communesOf, lastRow, yearOf} from "./values.ts";

/** Number of communes of the perimeter, and their EPCIs. */
export function communesFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const inside = communesOf(published, territoire);
  const epcis = published.territoires
    .filter(({niveau, code}) => niveau === "epci" && inside.some(({code_epci}) => code_epci === code))
    .sort((a, b) => b.communes - a.communes);
  const date = lastRow(published, "population", territoire)?.periode_fin ?? published.date;
  const sources = published.sources.filter(({id}) => id === "decoupage");
  const count = `${formatNumber(territoire.communes)} ${territoire.communes > 1 ? "communes" : "commune"}`;
  const names = epcis.map((epci) => {
    const here = inside.filter(({code_epci}) => code_epci === epci.code).length;
    const {a} = nameTerritoire({...epci, nom: spellEpci(epci.nom)});
    return here < epci.communes ? `${here} ${a}, qui en compte ${epci.communes}` : `${here} ${a}`;
  });
  const alone = inside.filter(({code_epci}) => code_epci === null).length;
  if (alone > 0 && names.length > 0) names.push(`${alone} hors intercommunalité`);
  const list = names.length > 0 ? ` : ${joinFr(names)}` : ", hors intercommunalité";
  const verb = inside.length > 1 ? "réunit" : "compte";
  const nom = nameTerritoire(territoire);
  return {
    ...figureBase(published, {
      id,
      indicators: [],
      title: `${nom.sujetCourt} ${verb} ${count}`,
      subtitle: "Communes",
      reading: `${nom.sujet} ${verb} ${count}${list}.`,
      alt: `${count}${list}.`,
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
    comparison:
      epcis.length > 1
        ? `${formatNumber(epcis.length)} intercommunalités`
        : (epcis[0]?.nom ?? "hors intercommunalité"),
    direction: "neutre",
    spark: null
  };
}
