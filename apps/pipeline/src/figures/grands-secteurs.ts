import {
  type FigureColumn,
  type FigureSpec,
  formatDate,
  formatNumber,
  type Territoire
} from "@observatoire/catalog";
import {findGrandsSecteurs, isTooSmall, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {comparisons} from "./comparisons.ts";
import {figureBase, seuilOf} from "./figure-base.ts";
import {mainPeriod} from "./main-period.ts";
import {jobs} from "./references.ts";
import {sectorRows} from "./sector-rows.ts";
import {lastRow, numberOf} from "./values.ts";

/** Share of each grand secteur in jobs, with the widest reference as a mark on each bar. */
export function grandsSecteursFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const period = mainPeriod(published);
  const reference = comparisons(published, territoire).at(-1) ?? territoire;
  const rows = sectorRows(published, territoire, {dimension: "grand_secteur", reference, period});
  const effectif = jobs(published, territoire, period.to);
  const sentences = findGrandsSecteurs({
    territoire,
    reference,
    periode: {from: period.to, to: period.to},
    effectif,
    seuil: seuilOf(published, "part_industrie"),
    secteurs: rows.map(({code, part, part_reference}) => ({
      code,
      libelle: published.modalites.grand_secteur?.[code]?.libelle ?? code,
      part,
      partReference: part_reference
    }))
  });
  const date = formatDate(period.to);
  const small = isTooSmall({emplois: effectif});
  const columns: FigureColumn[] = [
    {name: "secteur", label: "Grand secteur", type: "texte"},
    {name: "part", label: "Part des emplois", type: "nombre", unit: "pct", decimals: 1},
    {name: "part_reference", label: `Part, ${reference.nom}`, type: "nombre", unit: "pct", decimals: 1},
    {name: "effectif", label: "Emplois", type: "nombre", unit: "emplois"}
  ];
  const base = figureBase(published, {
    id,
    indicators: ["effectif_prive"],
    ...pick(sentences),
    subtitle: small
      ? `Emplois salariés privés hors intérim par grand secteur, ${nameTerritoire(territoire).a}, au ${date}`
      : `Part des emplois salariés privés hors intérim par grand secteur, ${nameTerritoire(territoire).a} et ${nameTerritoire(reference).a} (trait), au ${date}`,
    limits: [
      ...interimSentence(published, territoire, period.to),
      small
        ? "Sous 50 emplois, la figure montre des nombres et non des parts."
        : "Les parts sont calculées hors intérim : un intérimaire est compté à l'adresse de son agence, quel que soit le secteur où il travaille."
    ],
    columns: small ? columns.filter(({name}) => name === "secteur" || name === "effectif") : columns,
    rows: rows.map(({secteur, part, part_reference, effectif: emplois}) =>
      small ? {secteur, effectif: emplois} : {secteur, part, part_reference, effectif: emplois}
    ),
    whenEmpty: sentences.title,
    period: {from: period.to, to: period.to}
  });
  if (small) return {...base, kind: "barres", label: "secteur", value: "effectif"};
  return {...base, kind: "barres", label: "secteur", value: "part", mark: "part_reference"};
}

/** Temporary work stands apart: its jobs, and where they are counted. */
function interimSentence(published: Published, territoire: Territoire, to: string): string[] {
  const selection = {dimension: "grand_secteur", modalite: "interim", to};
  const interim = numberOf(lastRow(published, "effectif_prive", territoire, selection));
  if (interim === null || interim < 1) return [];
  return [
    `À part : ${formatNumber(interim)} ${interim < 2 ? "intérimaire compté" : "intérimaires comptés"} à l'adresse de leur agence.`
  ];
}
