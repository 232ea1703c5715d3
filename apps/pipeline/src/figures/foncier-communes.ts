import {type FigureSpec, formatPeriod, type Territoire} from "@observatoire/catalog";
import {findRepartition, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {communeMap} from "./carte-communes.ts";
import {figureBase} from "./figure-base.ts";
import {lastWindow, minimumOf, windowsOf} from "./measure.ts";
import {lastRow, numberOf, perimeter, selectRows} from "./values.ts";

/** Land consumed per inhabitant by commune, over the last window; classes around the country's level. */
export function consoCarteFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const indicateur = "conso_enaf_par_habitant";
  const window = lastWindow(published, indicateur);
  const whole = published.territory("france") ?? perimeter(published);
  const level = numberOf(lastRow(published, indicateur, whole, window ?? {}));
  return communeMap(published, territoire, {
    id,
    indicateur,
    measured: "Espaces naturels, agricoles et forestiers consommés, en m² par habitant et par commune",
    mesure: {kind: "rapport", le: "la consommation d'espaces", genre: "f", unit: "m2_habitant"},
    form: "choroplethe",
    breaks: roundBreaks(level),
    minimum: minimumOf(published, indicateur),
    size: (row) => row?.denominateur ?? null,
    sizeWords: "habitants",
    because: "une seule opération ferait tout le rapport",
    ...(window ? {period: window} : {})
  });
}

/** Half, once, twice and four times a round number near the level: 1, 2 or 5 at some power of ten. */
export function roundBreaks(level: number | null): number[] {
  if (level === null || level <= 0) return [5, 10, 20, 40];
  const power = 10 ** Math.floor(Math.log10(level));
  const lead = level / power;
  const base = (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power;
  return [base / 2, base, base * 2, base * 4];
}

/** What the land consumed serves now, by window. */
export function destinationsFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  const indicateur = "conso_enaf";
  const windows = windowsOf(published, indicateur).slice(-3);
  const last = lastWindow(published, indicateur);
  const names = published.modalites.destination ?? {};
  const period = last ?? {from: published.date, to: published.date};
  const read = (window: {from: string; to: string}, modalite: string) =>
    numberOf(lastRow(published, indicateur, territoire, {dimension: "destination", modalite, ...window}));
  const known = new Set(
    windows.flatMap((window) =>
      selectRows(published, indicateur, territoire, {dimension: "destination", ...window}).map(
        ({modalite}) => modalite
      )
    )
  );
  const order = Object.keys(names);
  const modalites = [...known].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const [only] = windows.slice(-1);
  const nom = nameTerritoire(territoire);
  const sentences = findRepartition({
    territoire,
    periode: period,
    mots: {singular: "hectare consommé", plural: "hectares consommés"},
    parts: modalites.map((modalite) => ({
      libelle: names[modalite]?.libelle ?? modalite,
      predicat: `ont pour destination « ${names[modalite]?.libelle ?? modalite} »`,
      valeur: only ? read(only, modalite) : null
    })),
    seuil: 1,
    flow: true
  });
  const column = (index: number) => `fenetre_${index + 1}`;
  return {
    ...figureBase(published, {
      id,
      indicators: [indicateur],
      ...pick(sentences),
      subtitle: `Espaces naturels, agricoles et forestiers consommés ${nom.a} selon leur destination, en hectares`,
      columns: [
        {name: "destination", label: "Destination", type: "texte"},
        ...windows.map((window, index) => ({
          name: column(index),
          label: formatPeriod(window.from, window.to),
          type: "nombre" as const,
          unit: "ha" as const,
          decimals: 1
        }))
      ],
      rows: modalites.map((modalite) => ({
        destination: names[modalite]?.libelle ?? modalite,
        ...Object.fromEntries(windows.map((window, index) => [column(index), read(window, modalite)]))
      })),
      period
    }),
    kind: "table"
  };
}
