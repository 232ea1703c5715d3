import {type FigureSpec, formatPeriod, type Territoire} from "@observatoire/catalog";
import {nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {figureBase} from "./figure-base.ts";
import {numberOf, selectRows, yearOf} from "./values.ts";

const levels = [
  ["effet_a17", "A17"],
  ["effet_a38", "A38"],
  ["effet_a88", "A88"]
] as const;

/** The same decomposition over every period and nomenclature: what of it depends on the dates and on the detail. */
export function partageTableFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const rows = levels.flatMap(([dimension, nomenclature]) => {
    const found = selectRows(published, "partage_structurel", territoire, {dimension});
    const periods = [...new Set(found.map((row) => `${row.periode_debut} ${row.periode_fin}`))];
    return periods.map((period) => {
      const [from = "", to = ""] = period.split(" ");
      const effect = (modalite: string) =>
        found.find(
          (row) => row.periode_debut === from && row.periode_fin === to && row.modalite === modalite
        );
      return {
        periode: `${yearOf(from)}-${yearOf(to)}`,
        nomenclature,
        national: numberOf(effect("national")),
        structurel: numberOf(effect("structurel")),
        local: numberOf(effect("local")),
        total: numberOf(effect("total")),
        statut: effect("total")?.statut ?? ("non_disponible" as const),
        from,
        to
      };
    });
  });
  const sorted = rows.sort(
    (a, b) => a.from.localeCompare(b.from) || a.nomenclature.localeCompare(b.nomenclature)
  );
  const period = {from: sorted[0]?.from ?? published.date, to: sorted.at(-1)?.to ?? published.date};
  const [first] = sorted;
  const nom = nameTerritoire(territoire);
  return {
    ...figureBase(published, {
      id,
      indicators: ["partage_structurel"],
      title: "Le partage dépend de la période et de la finesse des secteurs",
      subtitle: `Effets national, structurel et local sur l'emploi salarié privé hors intérim ${nom.de}, ${formatPeriod(period.from, period.to)} ; référence la France`,
      reading: first
        ? `Chaque ligne est une période et une nomenclature ; les trois effets font l'évolution observée, exactement.`
        : "Aucune période n'est disponible.",
      alt: "Tableau des effets national, structurel et local par période et par nomenclature (A17, A38, A88).",
      columns: [
        {name: "periode", label: "Période", type: "texte"},
        {name: "nomenclature", label: "Secteurs", type: "texte"},
        {name: "national", label: "Effet national", type: "nombre", unit: "emplois", signed: true},
        {name: "structurel", label: "Effet structurel", type: "nombre", unit: "emplois", signed: true},
        {name: "local", label: "Effet local", type: "nombre", unit: "emplois", signed: true},
        {name: "total", label: "Évolution observée", type: "nombre", unit: "emplois", signed: true}
      ],
      rows: sorted.map(({from: _from, to: _to, ...row}) => row),
      period
    }),
    kind: "table"
  };
}
