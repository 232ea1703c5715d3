import type {FigureSource, FigureSpec, SiteContent} from "@observatoire/catalog";
import {fixtureContent} from "./fixture-content.ts";

const failing = "Données au 31\u00a0décembre 2025, actualisation en échec depuis le 24\u00a0novembre 2026.";
const late = "Données au 1er\u00a0janvier 2024, édition suivante attendue depuis le 15\u00a0juin 2026.";
const stale = "Données au 30\u00a0juin 2023, périmées depuis le 22\u00a0septembre 2026.";

/** Real sources, one in each state: on time, failing, late, stale. */
export const agedSources: readonly Partial<FigureSource>[] = [
  {id: "a-jour", title: "Base des populations légales", producer: "Insee"},
  {failing},
  {id: "conso", title: "Consommation d'espaces naturels, agricoles et forestiers", producer: "Cerema", late},
  {id: "friches", title: "Inventaire national des friches", producer: "Cerema", late: stale, stale: true}
];

/** The figure with real sources in the given states. */
export function withSources(spec: FigureSpec, ages: readonly Partial<FigureSource>[]): FigureSpec {
  const [own] = spec.sources;
  const sources = ages.map((age) => ({
    ...own!,
    simulated: false,
    expectedBefore: "2027-06-14",
    ...age
  }));
  return {...spec, simulated: false, sources};
}

/** The fixture site made real; « Emploi » fails, « Foncier » is late or stale, the home page rests on all of them. */
export function agedContent(overrides: Partial<SiteContent> = {}): SiteContent {
  const content = fixtureContent(overrides);
  const [onTime, fails, isLate, isStale] = agedSources as [
    Partial<FigureSource>,
    Partial<FigureSource>,
    Partial<FigureSource>,
    Partial<FigureSource>
  ];
  const rotations = [[onTime], [fails], [isLate], [isStale], [onTime, fails], [fails]];
  const pages = content.pages.map((page) => ({
    ...page,
    figures: page.figures.map((figure, rank) => {
      if (page.path === "emploi") return withSources(figure, [fails]);
      if (page.path === "foncier") return withSources(figure, rank % 2 ? [isStale] : [isLate]);
      return withSources(figure, page.path === "index" ? rotations[rank % rotations.length]! : [onTime]);
    })
  }));
  return {...content, simulated: false, pages};
}
