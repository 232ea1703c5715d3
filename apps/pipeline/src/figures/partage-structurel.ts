import {type FigureSpec, formatPeriod, type Territoire} from "@observatoire/catalog";
import {findShiftShare, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {figureBase, seuilOf} from "./figure-base.ts";
import {mainPeriod} from "./main-period.ts";
import {lastRow, numberOf} from "./values.ts";

const effects = [
  ["national", "Effet national", "effet"],
  ["structurel", "Effet structurel", "effet"],
  ["local", "Effet local", "effet"],
  ["total", "Évolution observée", "total"]
] as const;

/** What the change of jobs owes to the country, to the sector mix and to the territory itself, as a waterfall. */
export function partageStructurelFigure(
  published: Published,
  territoire: Territoire,
  id: string
): FigureSpec {
  const period = mainPeriod(published);
  const found = Object.fromEntries(
    effects.map(([modalite]) => [
      modalite,
      lastRow(published, "partage_structurel", territoire, {dimension: "effet_a38", modalite, ...period})
    ])
  );
  const total = found.total;
  const reference = published.territory("france") ?? territoire;
  const seuil = seuilOf(published, "partage_structurel");
  const small = (total?.denominateur ?? seuil) < seuil;
  const sentences = findShiftShare({
    territoire,
    periode: period,
    reference,
    nomenclature: "A38",
    emploiDebut: total?.denominateur ?? null,
    national: numberOf(found.national),
    structurel: numberOf(found.structurel),
    local: numberOf(found.local),
    seuil
  });
  return {
    ...figureBase(published, {
      id,
      indicators: ["partage_structurel"],
      ...pick(sentences),
      subtitle: `Emplois salariés privés hors intérim gagnés ou perdus ${nameTerritoire(territoire).a}, ${formatPeriod(period.from, period.to)} ; référence : ${nameTerritoire(reference).nom}, secteurs A38`,
      columns: [
        {name: "effet", label: "Effet", type: "texte"},
        {name: "emplois", label: "Emplois", type: "nombre", unit: "emplois", signed: true},
        {name: "role", label: "Rôle", type: "texte", hidden: true}
      ],
      rows: (small ? [] : effects).flatMap(([modalite, label, role]) => {
        const row = found[modalite];
        return row ? [{effet: label, emplois: row.valeur, role, statut: row.statut}] : [];
      }),
      whenEmpty: sentences.title,
      period
    }),
    kind: "cascade",
    label: "effet",
    value: "emplois",
    role: "role"
  };
}
