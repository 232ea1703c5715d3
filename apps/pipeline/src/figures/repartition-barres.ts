import {
  type FigureColumn,
  type FigureSpec,
  formatDate,
  type Territoire,
  type Unit
} from "@observatoire/catalog";
import {findRepartition, type Mots, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {comparisons} from "./comparisons.ts";
import {figureBase, findIndicator} from "./figure-base.ts";
import {lastRow, numberOf, perimeter, type Selection, selectRows} from "./values.ts";

/** Below this total the figure shows numbers and no share. Choice of the project. */
const minimumTotal = 20;

export interface RepartitionOptions {
  id: string;
  indicateur: string;
  dimension: string;
  mots: Mots;
  /** "Établissements employeurs par secteur (A17)"; the place and the date follow. */
  subtitle: string;
  /** Header of the modality. */
  header: string;
  /** What is said of a part: "comptent de 1 à 9 salariés". */
  predicat: (modalite: string, libelle: string) => string;
  /** Order of the modalities: the nomenclature's, else the largest first. */
  ordered?: boolean;
  /** A second count of the same parts, in the table. */
  beside?: {indicateur: string; label: string};
  limits?: readonly string[];
  unit?: Unit;
}

/** How a count is divided: a share by modality, with the widest reference as a mark; numbers when they are few. */
export function repartitionBarres(
  published: Published,
  territoire: Territoire,
  options: RepartitionOptions
): FigureSpec {
  const {id, indicateur, dimension, mots, header, beside, unit = "etablissements"} = options;
  const whole = lastRow(published, indicateur, territoire);
  const last = lastRow(published, indicateur, perimeter(published), {dimension}) ?? whole;
  const to = last?.periode_fin ?? published.date;
  const names = published.modalites[dimension] ?? {};
  const reference = comparisons(published, territoire).at(-1) ?? null;
  const read = (who: Territoire, what = indicateur) => readParts(published, what, who, {dimension, to});
  const own = read(territoire);
  const there = reference ? read(reference) : new Map<string, number>();
  const others = beside ? read(territoire, beside.indicateur) : new Map<string, number>();
  const [total, elsewhere] = [sum(own), sum(there)];
  const order = Object.keys(names);
  const rank = (modalite: string) => (order.includes(modalite) ? order.indexOf(modalite) : order.length);
  const parts = [...own]
    .map(([modalite, valeur]) => ({
      modalite,
      libelle: names[modalite]?.libelle ?? modalite,
      court: names[modalite]?.court ?? modalite,
      valeur,
      part: total > 0 ? (100 * valeur) / total : null,
      partReference: elsewhere > 0 ? (100 * (there.get(modalite) ?? 0)) / elsewhere : null
    }))
    .sort((a, b) => (options.ordered ? rank(a.modalite) - rank(b.modalite) : b.valeur - a.valeur));
  const small = total < minimumTotal;
  const nom = nameTerritoire(territoire);
  const sentences = findRepartition({
    territoire,
    periode: {from: to, to},
    mots,
    seuil: minimumTotal,
    reference,
    total: numberOf(whole),
    parts: parts.map(({modalite, libelle, court, valeur, partReference}) => ({
      libelle: court,
      predicat: options.predicat(modalite, libelle),
      valeur,
      partReference
    }))
  });
  const count: FigureColumn = {
    name: "valeur",
    label: findIndicator(published, indicateur).shortTitle,
    type: "nombre",
    unit
  };
  const columns: FigureColumn[] = [
    {name: "libelle", label: header, type: "texte"},
    ...(small
      ? []
      : [
          {name: "part", label: "Part", type: "nombre" as const, unit: "pct" as const, decimals: 1},
          ...(reference
            ? [
                {
                  name: "reference",
                  label: `Part, ${reference.nom}`,
                  type: "nombre" as const,
                  unit: "pct" as const,
                  decimals: 1
                }
              ]
            : [])
        ]),
    count,
    ...(beside ? [{name: "autre", label: beside.label, type: "nombre" as const, unit}] : [])
  ];
  const against = !small && reference && elsewhere > 0 ? ` et ${nameTerritoire(reference).a} (trait)` : "";
  const base = figureBase(published, {
    id,
    indicators: [indicateur, ...(beside ? [beside.indicateur] : [])],
    ...pick(sentences),
    subtitle: `${options.subtitle}, ${nom.a}${against}, au ${formatDate(to)}`,
    ...limitsOf(options.limits, small && total > 0),
    columns,
    rows: parts.map(({modalite, court, valeur, part, partReference}) => ({
      libelle: court,
      ...(!small && {part, ...(reference && {reference: partReference})}),
      valeur,
      ...(beside && {autre: others.get(modalite) ?? 0})
    })),
    ...(own.size > 0 || numberOf(whole) === 0 ? {whenEmpty: sentences.title} : {}),
    period: {from: to, to}
  });
  const bars = {
    ...base,
    kind: "barres" as const,
    label: "libelle",
    ...(options.ordered && {order: "lignes" as const})
  };
  if (small) return {...bars, value: "valeur"};
  if (!reference || elsewhere === 0) return {...bars, value: "part"};
  return {...bars, value: "part", mark: "reference"};
}

function limitsOf(limits: readonly string[] = [], small: boolean) {
  const few = small ? [`Sous ${minimumTotal}, la figure montre des nombres et non des parts.`] : [];
  const all = [...few, ...limits];
  return all.length > 0 ? {limits: all} : {};
}

/** Known counts by modality; an unknown one is left out. */
function readParts(
  published: Published,
  indicateur: string,
  territoire: Territoire,
  selection: Selection
): Map<string, number> {
  return new Map(
    selectRows(published, indicateur, territoire, selection).flatMap((row) => {
      const valeur = numberOf(row);
      return valeur === null ? [] : [[row.modalite, valeur] as const];
    })
  );
}

const sum = (parts: ReadonlyMap<string, number>) => [...parts.values()].reduce((all, one) => all + one, 0);
