import {type FigureSpec, formatPeriod, type Territoire} from "@observatoire/catalog";
import {
  etablissementsActifs,
  findBase100,
  findRapport,
  minimumForComment,
  nameTerritoire
} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {fewComparisons} from "./comparisons.ts";
import {figureBase} from "./figure-base.ts";
import {labelMark, seriesColumns, seriesEncoding, seriesRows} from "./lignes-niveaux.ts";
import {minimumOf, ratioReferences, readMeasure, readPeriod} from "./measure.ts";
import {lastRow, numberOf, selectRows, yearOf} from "./values.ts";

const stock = "etablissements_actifs_annuel";
/** Establishments below which the curve of their number is not drawn: one more or less would be 5 %. Choice of the project. */
const minimumStock = 20;
const mesure = {
  le: "le nombre d'établissements actifs",
  long: "le nombre d'établissements actifs",
  evolution: "l'évolution de leur nombre",
  mots: etablissementsActifs
};

/** Active establishments since the first year known, 100 at the start, against the levels above. */
export function tissuEvolutionFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const others = fewComparisons(published, territoire);
  const own = selectRows(published, stock, territoire);
  const [first, last] = [own[0], own.at(-1)];
  const period = {from: first?.periode_fin ?? published.date, to: last?.periode_fin ?? published.date};
  const index = (whom: Territoire) => {
    const start = numberOf(lastRow(published, stock, whom, {to: period.from}));
    return selectRows(published, stock, whom).map((row) => {
      const valeur = numberOf(row);
      const isKnown = start !== null && start > 0 && valeur !== null && row.statut !== "minimum";
      return {
        annee: yearOf(row.periode_fin),
        valeur: isKnown ? (100 * valeur) / start : null,
        nombre: valeur,
        statut: isKnown ? row.statut : ("non_disponible" as const)
      };
    });
  };
  const ends = [numberOf(first), numberOf(last)].filter((value) => value !== null);
  const smallest = ends.length === 2 ? Math.min(...ends) : null;
  const small = smallest !== null && smallest < minimumStock;
  const sentences = findBase100({
    territoire,
    periode: period,
    ...readMeasure(null),
    ...index(territoire).at(-1),
    effectif: smallest,
    seuil: Math.max(minimumStock, minimumForComment.etablissements),
    references: [...others].reverse().flatMap((whom) => {
      const end = index(whom).at(-1);
      return end ? [{territoire: whom, valeur: end.valeur, statut: end.statut}] : [];
    }),
    mesure
  });
  return {
    ...figureBase(published, {
      id,
      indicators: [stock],
      ...pick(sentences),
      subtitle: `Établissements actifs de Sirene ${nameTerritoire(territoire).de}, indice 100 en ${yearOf(period.from)}, ${formatPeriod(period.from, period.to)}`,
      columns: [
        ...seriesColumns({label: `Indice (${yearOf(period.from)} = 100)`, unit: "base100", decimals: 1}),
        {name: "nombre", label: "Établissements actifs", type: "nombre", unit: "etablissements"}
      ],
      rows: small ? [] : seriesRows(territoire, others, index),
      ...(small
        ? {
            whenEmpty: `Courbe non tracée sous ${minimumStock} établissements : un seul ferait toute l'évolution`
          }
        : {}),
      period
    }),
    ...seriesEncoding,
    baseline: 100,
    mark: labelMark(published, period.from, period.to)
  };
}

/** Creations and closures of the year over the stock at its start, year by year. */
export function renouvellementFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const indicateur = "renouvellement";
  const others = fewComparisons(published, territoire);
  const own = selectRows(published, indicateur, territoire);
  const last = own.at(-1);
  const minimum = minimumOf(published, indicateur);
  const assise = last?.denominateur ?? null;
  const small = assise !== null && assise < minimum;
  const periode = readPeriod(published, last);
  const sentences = findRapport({
    territoire,
    periode,
    ...readMeasure(last),
    mesure: {le: "le taux de renouvellement", genre: "m", unit: "pct"},
    assise: {valeur: assise, seuil: minimum, mots: etablissementsActifs},
    references: ratioReferences(published, indicateur, [...others].reverse(), periode),
    notes: [
      "ce taux ajoute les créations et les fermetures de l'année, et les rapporte au nombre d'établissements actifs à son début"
    ]
  });
  const from = own[0]?.periode_debut ?? published.date;
  return {
    ...figureBase(published, {
      id,
      indicators: [indicateur],
      ...pick(sentences),
      subtitle: `Créations et fermetures de l'année pour 100 établissements actifs à son début, ${nameTerritoire(territoire).a}, ${formatPeriod(from, periode.to)}`,
      columns: seriesColumns({label: "Renouvellement", unit: "pct", decimals: 1}),
      rows: small
        ? []
        : seriesRows(territoire, others, (whom) =>
            selectRows(published, indicateur, whom).map((row) => ({
              annee: yearOf(row.periode_fin),
              ...readMeasure(row)
            }))
          ),
      ...(small ? {whenEmpty: `Courbe non tracée sous ${minimum} établissements actifs`} : {}),
      period: {from, to: periode.to}
    }),
    ...seriesEncoding,
    baseline: null,
    mark: labelMark(published, from, periode.to)
  };
}
