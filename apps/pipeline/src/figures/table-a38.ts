import {type FigureSpec, formatDate, type Territoire} from "@observatoire/catalog";
import {
  capitalize,
  emplois,
  formatShare,
  isTooSmall,
  type NomTerritoire,
  nameTerritoire,
  quantity,
  sentences
} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {comparisons} from "./comparisons.ts";
import {figureBase} from "./figure-base.ts";
import {mainPeriod} from "./main-period.ts";
import {type SectorRow, sectorRows} from "./sector-rows.ts";
import {yearOf} from "./values.ts";

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
      title: tellTop(rows, nom),
      subtitle: `Emploi salarié privé hors intérim par secteur (A38) ${nom.a}, au ${formatDate(period.to)}`,
      reading: first
        ? sentences([
            `au ${formatDate(period.to)}, le premier secteur ${nom.de} est « ${first.secteur} », avec ${quantity(first.effectif, emplois)}, soit ${formatShare(first.part)} des emplois hors intérim`
          ])
        : sentences([tellTop(rows, nom)]),
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
      whenEmpty: tellTop(rows, nom),
      period
    }),
    kind: "table"
  };
}

const top = 3;

/** The weight of the first sectors together; their number when they are few. */
function tellTop(rows: readonly SectorRow[], nom: NomTerritoire): string {
  if (rows.length === 0) return capitalize(`aucun secteur ne compte d'emploi salarié privé ${nom.ici}`);
  const jobs = rows.reduce((sum, {effectif}) => sum + effectif, 0);
  if (rows.length <= top || isTooSmall({emplois: jobs})) {
    const count = rows.length > 1 ? `${rows.length} secteurs comptent` : "un seul secteur compte";
    return capitalize(`${count} des salariés du privé ${nom.ici}`);
  }
  const share = rows.slice(0, top).reduce((sum, {part}) => sum + part, 0);
  return `Les trois premiers secteurs ${nom.dici}, sur ${rows.length}, réunissent ${formatShare(share)} des emplois salariés privés`;
}
