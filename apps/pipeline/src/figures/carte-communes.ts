import {
  type FigureSpec,
  formatDate,
  formatNumber,
  formatPeriod,
  type IndicatorRow,
  type Statut,
  type Territoire
} from "@observatoire/catalog";
import {emplois, findCarte, minimumForComment, nameTerritoire} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {pick} from "./base100.ts";
import {figureBase, findIndicator} from "./figure-base.ts";
import {jobs} from "./references.ts";
import {communesOf, lastPeriod, lastRow} from "./values.ts";

const barsShown = 15;
/** Round bounds of the share of industry: half of the country's level, about its level, twice, four times. */
const shareBreaks = [5, 10, 20, 40];

export interface CommuneMap {
  id: string;
  indicateur: string;
  /** "Emplois salariés privés par commune": what the subtitle starts with. */
  measured: string;
  mesure: NonNullable<Parameters<typeof findCarte>[0]["mesure"]>;
  form: "symboles" | "choroplethe";
  breaks: readonly number[];
  /** Below this size a ratio is not drawn: one establishment would make it. */
  minimum: number;
  /** What a ratio rests on, at that date; default: jobs. */
  size?: (row: IndicatorRow | null) => number | null;
  /** What `size` counts. Default: "emplois". */
  sizeWords?: string;
  /** Bounds of a flow; default: the last stock. */
  period?: {from: string; to: string};
  /** Why a commune below the minimum has no value. */
  because?: string;
}

/** Jobs by commune: proportional symbols where the geometry is known, sorted bars of the first communes otherwise. */
export function carteEmploiFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  return communeMap(published, territoire, {
    id,
    indicateur: "effectif_prive",
    measured: "Emplois salariés privés par commune",
    mesure: {kind: "nombre", mots: emplois},
    form: "symboles",
    breaks: [],
    minimum: 0
  });
}

/** Share of industry by commune, in five classes; communes with too few jobs are left blank. */
export function carteIndustrieFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  return communeMap(published, territoire, {
    id,
    indicateur: "part_industrie",
    measured: "Part de l'industrie dans l'emploi salarié privé hors intérim, par commune",
    mesure: {kind: "rapport", le: "la part de l'industrie", genre: "f", unit: "pct"},
    form: "choroplethe",
    breaks: shareBreaks,
    minimum: minimumForComment.emplois
  });
}

/** One value by commune: a map where the geometry is known, sorted bars of the first communes otherwise. */
export function communeMap(published: Published, territoire: Territoire, map: CommuneMap): FigureSpec {
  const {id, indicateur, measured, mesure, form, breaks, minimum, sizeWords = "emplois"} = map;
  const to = map.period?.to ?? lastPeriod(published, indicateur) ?? published.date;
  const period = map.period ?? {from: to, to};
  const selection = map.period ?? {to};
  const because = map.because ?? "un seul établissement ferait toute la part";
  const communes = communesOf(published, territoire).flatMap(({code}) => {
    const commune = published.territory("commune", code);
    if (!commune) return [];
    const row = lastRow(published, indicateur, commune, selection);
    const effectif = map.size ? map.size(row) : jobs(published, commune, to);
    return [{commune, effectif, ...readValue(row, effectif, minimum)}];
  });
  const sentences = findCarte({
    territoire,
    periode: period,
    communes: communes.map(({commune, valeur, statut, effectif}) => ({
      territoire: commune,
      valeur,
      statut,
      effectif
    })),
    mesure
  });
  const rows = communes
    .map(({commune, valeur, statut}) => ({code: commune.code, commune: commune.nom, valeur, statut}))
    .sort((a, b) => (b.valeur ?? -1) - (a.valeur ?? -1));
  const geometry = published.geometrie;
  const indicator = findIndicator(published, indicateur);
  const hidden = rows.filter(({statut}) => statut === "non_applicable").length;
  const base = figureBase(published, {
    id,
    indicators: [indicateur],
    ...pick(sentences),
    subtitle: `${measured} ${nameTerritoire(territoire).a}, ${period.from === to ? `au ${formatDate(to)}` : formatPeriod(period.from, to)}${geometry || rows.length <= barsShown ? "" : `, ${barsShown} premières communes sur ${formatNumber(rows.length)}`}`,
    ...(hidden > 0
      ? {
          limits: [
            `Sans valeur sous ${formatNumber(minimum)} ${sizeWords} (${formatNumber(hidden)} ${hidden > 1 ? "communes" : "commune"}) : ${because}.`
          ]
        }
      : {}),
    columns: [
      {name: "code", label: "Code commune", type: "texte"},
      {name: "commune", label: "Commune", type: "texte"},
      {
        name: "valeur",
        label: indicator.shortTitle,
        type: "nombre",
        unit: indicator.unit,
        decimals: indicator.decimals
      }
    ],
    rows: geometry ? rows : rows.slice(0, barsShown),
    period
  });
  if (!geometry) return {...base, kind: "barres", label: "commune", value: "valeur"};
  const contours =
    geometry.kind === "contours" ? published.sources.filter((source) => source.id === "contours") : [];
  return {
    ...base,
    sources: [...base.sources, ...contours],
    kind: "carte",
    code: "code",
    label: "commune",
    value: "valeur",
    form,
    geometry,
    breaks,
    middle: null
  };
}

function readValue(
  row: IndicatorRow | null,
  effectif: number | null,
  minimum: number
): {valeur: number | null; statut: Statut} {
  if (effectif !== null && effectif < minimum) return {valeur: null, statut: "non_applicable"};
  return {valeur: row?.valeur ?? null, statut: row?.statut ?? "non_disponible"};
}
