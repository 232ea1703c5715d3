import {axes, type PageContent} from "@observatoire/catalog";
import {type AxeProgramme, axesProgramme} from "@observatoire/programme";
import type {PlanContext} from "../../figures/programme/programme-source.ts";
import {perimeter} from "../../figures/values.ts";
import type {Published} from "../../published.ts";
import {territoireValeurs} from "../territoire-valeurs.ts";

/** What the pages of the plan are made from. */
export interface ProgrammePages extends PlanContext {
  published: Published;
  /** Frozen sessions, the latest first. */
  seances: readonly {date: string; titre: string}[];
}

export const planPath = "programme/index";
export const axePath = (axe: AxeProgramme): string => `programme/axe-${axe}`;

const chapters = [
  {title: "Programme", path: planPath},
  ...axesProgramme.map((axe) => ({title: `Axe ${axes[axe].toLowerCase()}`, path: axePath(axe)})),
  {title: "Budget et financements", path: "programme/budget"},
  {title: "Aides", path: "programme/aides"},
  {title: "Instances", path: "programme/instances"},
  {title: "Objectifs", path: "programme/objectifs"}
];

/** What the pages of the plan share: their place among the others, and the names of the territory. */
export function programmePage(
  {published}: Pick<ProgrammePages, "published">,
  page: Pick<PageContent, "path" | "title" | "description" | "chapeau" | "figures"> &
    Partial<Pick<PageContent, "shell" | "blocs" | "valeurs">>
): PageContent {
  const at = chapters.findIndex(({path}) => path === page.path);
  const valeurs = territoireValeurs(perimeter(published));
  return {
    shell: page.path,
    blocs: {},
    ...page,
    valeurs: {...valeurs, ...page.valeurs},
    breadcrumb: [
      {title: "Accueil", path: "index"},
      ...(page.path === planPath ? [] : [{title: "Programme", path: planPath}])
    ],
    previous: at > 0 ? chapters[at - 1]! : null,
    next: at >= 0 ? (chapters[at + 1] ?? null) : null
  };
}
