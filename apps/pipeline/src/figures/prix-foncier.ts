import {type FigureSpec, formatPeriod, type Territoire} from "@observatoire/catalog";
import {findPrix, findVentes, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {comparisons} from "./comparisons.ts";
import {figureBase} from "./figure-base.ts";
import {keyFigure} from "./key-figure.ts";
import {minimumOf, ratioReferences, readMeasure, readPeriod} from "./measure.ts";
import {isAbsent, niveauxBarres, tellAbsent} from "./niveaux-barres.ts";
import {lastRow} from "./values.ts";

const goods = {
  locaux: {
    indicateur: "prix_m2_locaux_activite",
    ventes: "ventes_locaux_activite",
    quoi: "des locaux d'activité"
  },
  terrain: {indicateur: "prix_m2_terrain", ventes: "ventes_terrains", quoi: "des terrains à bâtir"}
} as const;

type Good = keyof typeof goods;

/** Median price per m², its quartiles and its number of sales; masked under the threshold. */
export function prixFigure(published: Published, territoire: Territoire, id: string, good: Good): FigureSpec {
  const {indicateur, quoi} = goods[good];
  const row = lastRow(published, indicateur, territoire);
  const others = [...comparisons(published, territoire)].reverse();
  return keyFigure(published, {
    id,
    territoire,
    indicateur,
    spark: false,
    subtitle: `Prix médian ${quoi}, par m²`,
    periodLabel: row ? formatPeriod(row.periode_debut, row.periode_fin) : "",
    sentences: ({valeur, statut, periode, row}) =>
      findPrix({
        ...{territoire, valeur, statut, periode, quoi},
        nombre: row?.denominateur ?? null,
        quartiles: [row?.valeur_min ?? null, row?.valeur_max ?? null],
        motif: row?.motif ?? null,
        references: ratioReferences(published, indicateur, others, periode)
      })
  });
}

/** The same price here, in the EPCIs and above; quartiles and number of sales are in the table. */
export function prixNiveauxFigure(
  published: Published,
  territoire: Territoire,
  id: string,
  good: Good
): FigureSpec {
  const {indicateur, quoi} = goods[good];
  return niveauxBarres(published, territoire, {
    id,
    indicateur,
    subtitle: `Prix médian ${quoi}, en € par m²`,
    when: ({from, to}) => formatPeriod(from, to),
    details: true,
    limits: [`Masqué (s) sous ${minimumOf(published, indicateur)} ventes.`],
    references: (others, selection) => ratioReferences(published, indicateur, others, selection),
    sentences: ({row, ...input}) =>
      findPrix({
        ...input,
        quoi,
        nombre: row?.denominateur ?? null,
        quartiles: [row?.valeur_min ?? null, row?.valeur_max ?? null],
        motif: row?.motif ?? null
      })
  });
}

/** Number of sales of each kind, here, in the EPCIs and above: what the medians rest on. */
export function ventesFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const [locaux, terrains] = [goods.locaux.ventes, goods.terrain.ventes];
  const own = lastRow(published, locaux, territoire) ?? lastRow(published, terrains, territoire);
  const period = readPeriod(published, own);
  const epcis = published.territoires.filter(({niveau}) => niveau === "epci" && territoire.niveau === "ti");
  const all = [territoire, ...(epcis.length > 1 ? epcis : []), ...comparisons(published, territoire)];
  const countOf = (whom: Territoire) => ({whom, row: lastRow(published, locaux, whom, period)});
  const absent = all
    .slice(1)
    .map(countOf)
    .filter(({row}) => isAbsent(row));
  const shown = all.filter((whom) => !absent.some((one) => one.whom === whom));
  const rows = shown.flatMap((whom) =>
    (
      [
        ["Locaux d'activité", locaux],
        ["Terrains à bâtir", terrains]
      ] as const
    ).flatMap(([bien, indicateur]) => {
      const row = lastRow(published, indicateur, whom, period);
      return row ? [{territoire: whom.nom, bien, ventes: row.valeur, statut: row.statut}] : [];
    })
  );
  return {
    ...figureBase(published, {
      id,
      indicators: [locaux, terrains],
      ...pick(
        findVentes({
          territoire,
          periode: period,
          locaux: readMeasure(lastRow(published, locaux, territoire)),
          terrains: readMeasure(lastRow(published, terrains, territoire))
        })
      ),
      subtitle: `Ventes de locaux d'activité et de terrains à bâtir ${nameTerritoire(territoire).a}, ${formatPeriod(period.from, period.to)}`,
      limits: [
        "Une vente de plusieurs biens n'est comptée qu'une fois ; sous cinq ventes, le nombre est masqué (s).",
        ...tellAbsent(absent)
      ],
      columns: [
        {name: "territoire", label: "Territoire", type: "texte"},
        {name: "bien", label: "Bien", type: "texte"},
        {name: "ventes", label: "Ventes", type: "nombre", unit: "nombre"}
      ],
      rows,
      period
    }),
    kind: "table"
  };
}
