import {type FigureSpec, formatDate, formatPeriod, type Territoire} from "@observatoire/catalog";
import {findFriches, findRapport, findSurface, habitants} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {comparisons} from "./comparisons.ts";
import {readFriches} from "./friches.ts";
import {keyFigure} from "./key-figure.ts";
import {lastWindow, minimumOf, ratioReferences, readMeasure} from "./measure.ts";
import {niveauxBarres} from "./niveaux-barres.ts";
import {lastRow} from "./values.ts";

const levels = (published: Published, territoire: Territoire) =>
  [...comparisons(published, territoire)].reverse();

/** Land consumed over the last window of several years, and the yearly mean against the window before. */
export function consoFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const window = lastWindow(published, "conso_enaf");
  const before = lastRow(published, "trajectoire_enaf", territoire, {
    dimension: "trajectoire",
    modalite: "reference"
  });
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "conso_enaf",
    selection: window ?? {},
    spark: false,
    subtitle: "Espaces naturels, agricoles et forestiers consommés",
    periodLabel: window ? formatPeriod(window.from, window.to) : "",
    quotes: before ? ["trajectoire_enaf"] : [],
    sentences: ({valeur, statut, periode}) =>
      findSurface({
        ...{territoire, valeur, statut, periode},
        avant: before
          ? {...readMeasure(before), periode: {from: before.periode_debut, to: before.periode_fin}}
          : null
      })
  });
}

/** Share of activity in the land consumed over that window. */
export function partActiviteFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const indicateur = "part_activite_enaf";
  const window = lastWindow(published, indicateur);
  return keyFigure(published, {
    id,
    territoire,
    indicateur,
    selection: window ?? {},
    spark: false,
    periodLabel: window ? formatPeriod(window.from, window.to) : "",
    sentences: ({valeur, statut, periode, row}) =>
      findRapport({
        ...{territoire, valeur, statut, periode, motif: row?.motif ?? null},
        mesure: {le: "la part de l'activité dans les espaces consommés", genre: "f", unit: "pct"},
        assise: {
          valeur: row?.denominateur ?? null,
          seuil: minimumOf(published, indicateur),
          mots: {singular: "hectare consommé", plural: "hectares consommés"}
        },
        references: ratioReferences(published, indicateur, levels(published, territoire), periode)
      })
  });
}

/** Land consumed for activity over the net number of jobs gained between two censuses; without object when none is gained. */
export function parEmploiFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const indicateur = "conso_enaf_par_emploi";
  const row = lastRow(published, indicateur, territoire);
  return keyFigure(published, {
    id,
    territoire,
    indicateur,
    spark: false,
    periodLabel: row ? formatPeriod(row.periode_debut, row.periode_fin) : "",
    sentences: ({valeur, statut, periode, row}) =>
      findRapport({
        ...{territoire, valeur, statut, periode, motif: row?.motif ?? null},
        mesure: {le: "la surface consommée pour l'activité, par emploi net,", genre: "f", unit: "m2_emploi"},
        assise: {
          valeur: row?.denominateur ?? null,
          seuil: minimumOf(published, indicateur),
          mots: {singular: "emploi de plus", plural: "emplois de plus"}
        },
        references: ratioReferences(published, indicateur, levels(published, territoire), periode),
        notes: ["les emplois sont ceux des recensements, dont les années ne sont pas celles des surfaces"]
      })
  });
}

/** Friches of the inventory: number, hectares, those without project. */
export function frichesFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  return keyFigure(published, {
    id,
    territoire,
    indicateur: "friches",
    quotes: ["friches_surface"],
    spark: false,
    subtitle: "Friches recensées",
    sentences: ({valeur, statut, periode}) =>
      findFriches({
        ...{territoire, periode},
        nombre: {valeur, statut},
        ...readFriches(published, territoire)
      })
  });
}

/** Land consumed per inhabitant over the last window, here, in the EPCIs and above. */
export function consoComparaisonFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const indicateur = "conso_enaf_par_habitant";
  const window = lastWindow(published, indicateur);
  return niveauxBarres(published, territoire, {
    id,
    indicateur,
    selection: window ?? {},
    subtitle: "Espaces naturels, agricoles et forestiers consommés, en m² par habitant",
    when: ({from, to}) => (from === to ? `au ${formatDate(to)}` : formatPeriod(from, to)),
    references: (others, selection) => ratioReferences(published, indicateur, others, selection),
    sentences: ({row, ...input}) =>
      findRapport({
        ...input,
        mesure: {le: "la consommation d'espaces", genre: "f", unit: "m2_habitant"},
        assise: {valeur: row?.denominateur ?? null, seuil: minimumOf(published, indicateur), mots: habitants},
        motif: row?.motif ?? null
      })
  });
}
