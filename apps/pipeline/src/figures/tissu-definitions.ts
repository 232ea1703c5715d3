import {type FigureSpec, formatDate, type Territoire} from "@observatoire/catalog";
import {findDefinitions, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {figureBase, findIndicator} from "./figure-base.ts";
import {readMeasure, readPeriod} from "./measure.ts";
import {lastRow} from "./values.ts";

const definitions = [
  ["etablissements_actifs", "Actifs Sirene"],
  ["etablissements_actifs_hors_immobilier_solaire", "Actifs hors location immobilière et solaire"],
  ["etablissements_actifs_employeurs", "Employeurs Sirene"],
  ["etablissements_employeurs", "Employeurs Urssaf"]
] as const;

/** Four counts of establishments that must never be taken for one another, each with its definition and date. */
export function definitionsFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const found = definitions.map(([indicateur, libelle]) => {
    const row = lastRow(published, indicateur, territoire);
    return {indicateur, libelle, row, ...readMeasure(row), date: readPeriod(published, row).to};
  });
  const known = found.filter(({row}) => row !== null);
  const to = known[0]?.date ?? published.date;
  const period = {from: to, to};
  const sentences = findDefinitions({
    territoire,
    periode: period,
    comptes: known
  });
  return {
    ...figureBase(published, {
      id,
      indicators: [...known, ...found.filter(({row}) => row === null)].map(({indicateur}) => indicateur),
      ...pick(sentences),
      subtitle: `Quatre façons de compter les établissements ${nameTerritoire(territoire).de}, chacune à sa date`,
      columns: [
        {name: "libelle", label: "Ce qui est compté", type: "texte"},
        {name: "valeur", label: "Établissements", type: "nombre", unit: "etablissements"},
        {name: "date", label: "Au", type: "texte"},
        {name: "definition", label: "Définition", type: "texte"}
      ],
      rows:
        known.length > 0
          ? found.map(({indicateur, libelle, valeur, statut, date, row}) => ({
              libelle,
              valeur,
              date: row ? formatDate(date) : "",
              definition: findIndicator(published, indicateur).definition,
              statut
            }))
          : [],
      period
    }),
    kind: "table"
  };
}
