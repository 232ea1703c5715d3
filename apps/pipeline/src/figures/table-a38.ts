import {type FigureSpec, formatDate, type Territoire} from "@observatoire/catalog";
import {nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {figureBase} from "./figure-base.ts";
import {mainPeriod} from "./main-period.ts";
import {sectorRows} from "./sector-rows.ts";
import {comparisons, yearOf} from "./values.ts";

/** Every A38 sector of a territory: the reference table of the chapter. */
export function tableA38Figure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const period = mainPeriod(published);
  const reference = comparisons(published, territoire).at(-1) ?? territoire;
  const rows = sectorRows(published, territoire, {dimension: "a38", reference, period});
  const nom = nameTerritoire(territoire);
  const first = rows[0];
  return {
    ...figureBase(published, {
      id,
      indicators: ["effectif_prive", "etablissements_employeurs", "indice_specificite"],
      title: `Les ${rows.length} secteurs employeurs ${nom.dici}, du plus grand au plus petit`,
      subtitle: `Emploi salarié privé hors intérim par secteur (A38) ${nom.a}, au ${formatDate(period.to)}`,
      reading: first
        ? `Au ${formatDate(period.to)}, le premier secteur est « ${first.secteur} ».`
        : "Aucun secteur n'a d'emploi.",
      alt: "Tableau des secteurs : emplois, établissements, part, évolution annuelle moyenne et indice de spécificité.",
      columns: [
        {name: "secteur", label: "Secteur (A38)", type: "texte"},
        {name: "effectif", label: "Emplois", type: "nombre", unit: "emplois"},
        {name: "etablissements", label: "Établissements", type: "nombre", unit: "etablissements"},
        {name: "part", label: "Part", type: "nombre", unit: "pct", decimals: 1},
        {
          name: "evolution",
          label: `Évolution annuelle ${yearOf(period.from)}-${yearOf(period.to)}`,
          type: "nombre",
          unit: "pct",
          decimals: 1,
          signed: true
        },
        {
          name: "indice",
          label: `Spécificité (réf. ${reference.nom})`,
          type: "nombre",
          unit: "ratio",
          decimals: 2
        }
      ],
      rows: rows.map(({secteur, effectif, etablissements, part, evolution, indice}) => ({
        secteur,
        effectif,
        etablissements,
        part,
        evolution,
        indice
      })),
      period
    }),
    kind: "table"
  };
}
