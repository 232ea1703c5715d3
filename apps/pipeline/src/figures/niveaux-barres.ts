import {
  type FigureSpec,
  formatDate,
  hasValue,
  type IndicatorRow,
  type Territoire
} from "@observatoire/catalog";
import type {Finding, Reference, Sujet} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick, roleOf} from "./base100.ts";
import {comparisons} from "./comparisons.ts";
import {figureBase, findIndicator} from "./figure-base.ts";
import {lastRow, type Selection} from "./values.ts";

/** What the sentence maker of a comparison is given. */
export type NiveauxInput = Sujet & {references: Reference[]; row: IndicatorRow | null};

export interface NiveauxOptions {
  id: string;
  indicateur: string;
  /** What is measured; the date follows. */
  subtitle: string;
  selection?: Selection;
  /** After the subtitle; default: the date of the stock. */
  when?: (period: {from: string; to: string}) => string;
  /** The same measure elsewhere, France first, as findings compare it. */
  references: (others: readonly Territoire[], selection: Selection) => Reference[];
  sentences: (input: NiveauxInput) => Pick<Finding, "title" | "reading" | "alt">;
  /** Number and quartiles, beside the value in the table. */
  details?: boolean;
  limits?: readonly string[];
}

/** One ratio of a territory, of its EPCIs and of the levels above, as sorted bars. */
export function niveauxBarres(
  published: Published,
  territoire: Territoire,
  options: NiveauxOptions
): FigureSpec {
  const {id, indicateur, subtitle, selection = {}, when, details = false} = options;
  const indicator = findIndicator(published, indicateur);
  const epcis = published.territoires.filter(({niveau}) => niveau === "epci");
  const inside = territoire.niveau === "ti" && epcis.length > 1 ? epcis : [];
  const above = comparisons(published, territoire);
  const own = lastRow(published, indicateur, territoire, selection);
  const period = {from: own?.periode_debut ?? published.date, to: own?.periode_fin ?? published.date};
  const same = {...selection, ...period};
  // A territory where the indicator does not exist at all has nothing to be missing.
  const measured = [...inside, ...above].filter((whom) => lastRow(published, indicateur, whom, selection));
  const all = [territoire, ...measured].map((whom) => ({
    whom,
    row: lastRow(published, indicateur, whom, same)
  }));
  // Not available by design: said once with its reason, rather than as an empty bar.
  const absent = all.filter(({whom, row}) => whom !== territoire && isAbsent(row));
  const found = all.filter((one) => !absent.includes(one));
  const limits = [...(options.limits ?? []), ...tellAbsent(absent)];
  const rows = found
    .map(({whom, row}) => ({
      territoire: whom.nom,
      valeur: row?.valeur ?? null,
      ...(details && readDetails(row)),
      role: inside.includes(whom) ? ("pair" as const) : roleOf(whom, territoire),
      statut: row?.statut ?? ("non_disponible" as const)
    }))
    .filter(({statut}) => statut !== "non_applicable")
    .sort((a, b) => (b.valeur ?? 0) - (a.valeur ?? 0));
  const format = {type: "nombre" as const, unit: indicator.unit, decimals: indicator.decimals};
  const written = options.sentences({
    territoire,
    valeur: own?.valeur ?? null,
    statut: own?.statut ?? "non_disponible",
    periode: period,
    row: own,
    references: options.references([...above].reverse(), same)
  });
  return {
    ...figureBase(published, {
      id,
      indicators: [indicateur],
      ...pick(written),
      subtitle: `${subtitle}, ${when ? when(period) : `au ${formatDate(period.to)}`}`,
      columns: [
        {name: "territoire", label: "Territoire", type: "texte"},
        {name: "valeur", label: indicator.shortTitle, ...format},
        ...(details
          ? [
              {name: "premier", label: "Premier quartile", ...format},
              {name: "dernier", label: "Troisième quartile", ...format},
              {name: "nombre", label: "Ventes", type: "nombre" as const, unit: "nombre" as const}
            ]
          : []),
        {name: "role", label: "Rôle", type: "texte", hidden: true}
      ],
      rows,
      ...(limits.length > 0 ? {limits} : {}),
      ...(own?.motif && own.valeur === null ? {whenEmpty: own.motif.replace(/\.$/, "")} : {}),
      period
    }),
    kind: "barres",
    label: "territoire",
    value: "valeur",
    role: "role"
  };
}

/** Without a value, for a reason that the indicator gives. */
export const isAbsent = (row: IndicatorRow | null) =>
  row?.statut === "non_disponible" && row.motif !== null && row.motif !== "";

/** « Île-de-France, France : seules les ventes des départements du périmètre sont chargées. », one sentence a reason. */
export function tellAbsent(absent: readonly {whom: Territoire; row: IndicatorRow | null}[]): string[] {
  const reasons = [...new Set(absent.flatMap(({row}) => row?.motif ?? []))];
  return reasons.map((motif) => {
    const names = absent.filter(({row}) => row?.motif === motif).map(({whom}) => whom.nom);
    return `Non montré pour ${names.join(", ")} : ${motif.charAt(0).toLowerCase()}${motif.slice(1)}`;
  });
}

/** What a median rests on; a masked one shows none of it. */
function readDetails(row: IndicatorRow | null) {
  if (!row || !hasValue(row.statut)) return {nombre: null, premier: null, dernier: null};
  return {nombre: row.denominateur, premier: row.valeur_min, dernier: row.valeur_max};
}
