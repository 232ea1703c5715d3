import {
  type FigureSpec,
  formatDate,
  formatNumber,
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

interface CommuneMap {
  id: string;
  indicateur: string;
  /** "Emplois salariés privés par commune": what the subtitle starts with. */
  measured: string;
  mesure: NonNullable<Parameters<typeof findCarte>[0]["mesure"]>;
  form: "symboles" | "choroplethe";
  breaks: readonly number[];
  /** Below this number of jobs a ratio is not drawn: one establishment would make it. */
  minimumJobs: number;
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
    minimumJobs: 0
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
    minimumJobs: minimumForComment.emplois
  });
}

function communeMap(published: Published, territoire: Territoire, map: CommuneMap): FigureSpec {
  const {id, indicateur, measured, mesure, form, breaks, minimumJobs} = map;
  const to = lastPeriod(published, indicateur) ?? published.date;
  const communes = communesOf(published, territoire).flatMap(({code}) => {
    const commune = published.territory("commune", code);
    if (!commune) return [];
    const effectif = jobs(published, commune, to);
    return [
      {commune, effectif, ...readValue(lastRow(published, indicateur, commune, {to}), effectif, minimumJobs)}
    ];
  });
  const sentences = findCarte({
    territoire,
    periode: {from: to, to},
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
    subtitle: `${measured} ${nameTerritoire(territoire).a}, au ${formatDate(to)}${geometry || rows.length <= barsShown ? "" : `, ${barsShown} premières communes sur ${formatNumber(rows.length)}`}`,
    ...(hidden > 0
      ? {
          limits: [
            `Sans valeur sous ${formatNumber(minimumJobs)} emplois (${formatNumber(hidden)} communes) : un seul établissement ferait toute la part.`
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
    period: {from: to, to}
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
  minimumJobs: number
): {valeur: number | null; statut: Statut} {
  if (effectif !== null && effectif < minimumJobs) return {valeur: null, statut: "non_applicable"};
  return {valeur: row?.valeur ?? null, statut: row?.statut ?? "non_disponible"};
}
