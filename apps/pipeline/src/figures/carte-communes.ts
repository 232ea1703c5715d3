import {type FigureSpec, formatDate, type Territoire} from "@observatoire/catalog";
import {emplois, findCarte, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {figureBase} from "./figure-base.ts";
import {communesOf, lastPeriod, lastRow} from "./values.ts";

const barsShown = 15;

/** Jobs by commune: proportional symbols where the geometry is known, sorted bars of the first communes otherwise. */
export function carteEmploiFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const to = lastPeriod(published, "effectif_prive") ?? published.date;
  const communes = communesOf(published, territoire).flatMap(({code}) => {
    const commune = published.territory("commune", code);
    if (!commune) return [];
    const row = lastRow(published, "effectif_prive", commune, {to});
    return [{commune, row}];
  });
  const sentences = findCarte({
    territoire,
    periode: {from: to, to},
    communes: communes.map(({commune, row}) => ({
      territoire: commune,
      valeur: row?.valeur ?? null,
      statut: row?.statut ?? "non_disponible"
    })),
    mesure: {kind: "nombre", mots: emplois}
  });
  const rows = communes
    .map(({commune, row}) => ({
      code: commune.code,
      commune: commune.nom,
      emplois: row?.valeur ?? null,
      statut: row?.statut ?? ("non_disponible" as const)
    }))
    .sort((a, b) => (b.emplois ?? -1) - (a.emplois ?? -1));
  const geometry = published.geometrie;
  const base = figureBase(published, {
    id,
    indicators: ["effectif_prive"],
    ...pick(sentences),
    subtitle: `Emplois salariés privés par commune ${nameTerritoire(territoire).a}, au ${formatDate(to)}${geometry || rows.length <= barsShown ? "" : `, ${barsShown} premières communes sur ${rows.length}`}`,
    columns: [
      {name: "code", label: "Code commune", type: "texte"},
      {name: "commune", label: "Commune", type: "texte"},
      {name: "emplois", label: "Emplois", type: "nombre", unit: "emplois"}
    ],
    rows: geometry ? rows : rows.slice(0, barsShown),
    period: {from: to, to}
  });
  if (!geometry) return {...base, kind: "barres", label: "commune", value: "emplois"};
  return {
    ...base,
    kind: "carte",
    code: "code",
    label: "commune",
    value: "emplois",
    form: "symboles",
    geometry,
    breaks: [],
    middle: null
  };
}
