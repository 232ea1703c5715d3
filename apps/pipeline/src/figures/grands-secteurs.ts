import {type FigureSpec, formatDate, type Territoire} from "@observatoire/catalog";
import {findGrandsSecteurs, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {figureBase} from "./figure-base.ts";
import {mainPeriod} from "./main-period.ts";
import {jobs} from "./references.ts";
import {sectorRows} from "./sector-rows.ts";
import {comparisons} from "./values.ts";

/** Share of each grand secteur in jobs, with the widest reference as a mark on each bar. */
export function grandsSecteursFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const period = mainPeriod(published);
  const reference = comparisons(published, territoire).at(-1) ?? territoire;
  const rows = sectorRows(published, territoire, {dimension: "grand_secteur", reference, period});
  const sentences = findGrandsSecteurs({
    territoire,
    reference,
    periode: {from: period.to, to: period.to},
    effectif: jobs(published, territoire, period.to),
    secteurs: rows.map(({code, part, part_reference}) => ({
      code,
      libelle: published.modalites.grand_secteur?.[code]?.libelle ?? code,
      part,
      partReference: part_reference
    }))
  });
  return {
    ...figureBase(published, {
      id,
      indicators: ["effectif_prive"],
      ...pick(sentences),
      subtitle: `Part des emplois salariés privés hors intérim par grand secteur, ${nameTerritoire(territoire).a} et ${nameTerritoire(reference).a} (trait), au ${formatDate(period.to)}`,
      limits: [
        "Les parts sont calculées hors intérim : un intérimaire est compté à l'adresse de son agence, quel que soit le secteur où il travaille."
      ],
      columns: [
        {name: "secteur", label: "Grand secteur", type: "texte"},
        {name: "part", label: "Part des emplois", type: "nombre", unit: "pct", decimals: 1},
        {name: "part_reference", label: `Part, ${reference.nom}`, type: "nombre", unit: "pct", decimals: 1},
        {name: "effectif", label: "Emplois", type: "nombre", unit: "emplois"}
      ],
      rows: rows.map(({secteur, part, part_reference, effectif}) => ({
        secteur,
        part,
        part_reference,
        effectif
      })),
      period: {from: period.to, to: period.to}
    }),
    kind: "barres",
    label: "secteur",
    value: "part",
    mark: "part_reference"
  };
}
