import {type FigureSpec, formatPeriod, type IndicatorRow, type Territoire} from "@observatoire/catalog";
import {findFlux, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {figureBase} from "./figure-base.ts";
import {labelMark} from "./lignes-niveaux.ts";
import {readMeasure, yearsOf} from "./measure.ts";
import {numberOf, selectRows, yearOf} from "./values.ts";

/** Establishments created each year (SIDE), with the mean of the years before the last. */
export function creationsFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const indicateur = "creations_etablissements";
  const rows = selectRows(published, indicateur, territoire);
  const period = spanOf(published, rows);
  const sentences = findFlux({territoire, flux: "creations", annees: rows.map(readYear)});
  return {
    ...figureBase(published, {
      id,
      indicators: [indicateur],
      ...pick(sentences),
      subtitle: `Créations d'établissements ${nameTerritoire(territoire).a}, par an, ${formatPeriod(period.from, period.to)}`,
      columns: [
        {name: "annee", label: "Année", type: "annee"},
        {name: "valeur", label: "Créations", type: "nombre", unit: "etablissements"}
      ],
      rows: rows.map((row) => ({annee: yearOf(row.periode_debut), ...readMeasure(row)})),
      period
    }),
    kind: "colonnes",
    x: "annee",
    y: "valeur",
    series: null,
    reference: meanOf(rows),
    mark: labelMark(published, period.from, period.to),
    provisionalFrom: null
  };
}

const parts = ["Activité", "Habitat", "Autres"] as const;

/** Land consumed each year, from 1 January to 1 January: activity, housing, the rest; the last year is provisional. */
export function consoAnnuelleFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const indicateur = "conso_enaf";
  const years = selectRows(published, indicateur, territoire).filter((row) => yearsOf(bounds(row)) === 1);
  const byUse = selectRows(published, indicateur, territoire, {dimension: "destination"});
  const period = spanOf(published, years);
  const sentences = findFlux({territoire, flux: "conso_enaf", annees: years.map(readYear)});
  const rows = years.flatMap((row) => {
    const total = numberOf(row);
    const use = (modalite: string) =>
      numberOf(
        byUse.find(
          (one) =>
            one.modalite === modalite &&
            one.periode_debut === row.periode_debut &&
            one.periode_fin === row.periode_fin
        )
      );
    const [activite, habitat] = [use("activite"), use("habitat")];
    const isKnown = total !== null && activite !== null && habitat !== null;
    const values = [activite, habitat, isKnown ? Math.max(0, total - activite - habitat) : null];
    return parts.map((destination, index) => ({
      annee: yearOf(row.periode_debut),
      destination,
      valeur: values[index] ?? null,
      statut: isKnown ? row.statut : total === null ? row.statut : ("non_disponible" as const)
    }));
  });
  const last = years.at(-1);
  return {
    ...figureBase(published, {
      id,
      indicators: [indicateur],
      ...pick(sentences),
      subtitle: `Espaces naturels, agricoles et forestiers consommés ${nameTerritoire(territoire).a}, hectares par an du 1er janvier au 1er janvier suivant, ${formatPeriod(period.from, period.to)}`,
      columns: [
        {name: "annee", label: "Année (du 1er janvier au suivant)", type: "annee"},
        {name: "destination", label: "Destination", type: "texte"},
        {name: "valeur", label: "Espaces consommés", type: "nombre", unit: "ha", decimals: 1}
      ],
      limits: ["La dernière année est provisoire : des constructions y seront encore inscrites."],
      rows,
      period
    }),
    kind: "colonnes",
    x: "annee",
    y: "valeur",
    series: "destination",
    reference: meanOf(years),
    mark: labelMark(published, period.from, period.to),
    provisionalFrom: last ? yearOf(last.periode_debut) : null
  };
}

const bounds = (row: IndicatorRow) => ({from: row.periode_debut, to: row.periode_fin});

const readYear = (row: IndicatorRow) => ({...readMeasure(row), periode: bounds(row)});

function spanOf(published: Published, rows: readonly IndicatorRow[]) {
  return {from: rows[0]?.periode_debut ?? published.date, to: rows.at(-1)?.periode_fin ?? published.date};
}

/** Mean of the years the sentence compares the last one with: ten at most, three at least, all known. */
function meanOf(rows: readonly IndicatorRow[]): {value: number; label: string} | null {
  const before = rows.slice(0, -1).slice(-10);
  const values = before.map(numberOf);
  const [first, last] = [before[0], before.at(-1)];
  if (!first || !last || values.length < 3 || values.includes(null)) return null;
  return {
    value: values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length,
    label: `moyenne de ${yearOf(first.periode_debut)} à ${yearOf(last.periode_debut)}`
  };
}
