import {axes} from "@observatoire/catalog";
import {axesProgramme} from "@observatoire/programme";
import type {DocumentModel, DocumentSection} from "@observatoire/report";
import {actionsTable} from "../figures/programme/actions-table.ts";
import {listFindings} from "../pages/accueil.ts";
import type {Project} from "../project.ts";
import {documentModel, type Occasion, pageAt, sectionOf, tableSection} from "./document-model.ts";
import type {RunContent} from "./run-content.ts";

/** Chapters of the diagnostic, and how many figures each gives to the pack: more would not be read. */
const chapters = [
  ["emploi", "Emploi"],
  ["tissu", "Tissu productif"],
  ["foncier", "Foncier"]
] as const;
const figuresPerChapter = 6;

/** The committee's pack: what to remember, the territory, each axis, the plan, the money, the decisions. */
export function dossier(project: Project, run: RunContent, occasion: Occasion): DocumentModel {
  const pages = chapters.flatMap(([path]) => pageAt(run, path) ?? []);
  const home = pageAt(run, "index");
  const diagnostic = chapters.flatMap(([path, theme]) => {
    const page = pageAt(run, path);
    if (page === undefined) return [];
    const section = sectionOf(page, {theme});
    return [{...section, figures: section.figures.slice(0, figuresPerChapter)}];
  });
  const sections: DocumentSection[] = [
    ...(home
      ? [
          {
            ...sectionOf(home, {theme: "Territoire", keep: ({id}) => id !== "accueil-base100"}),
            title: "Le territoire en chiffres"
          }
        ]
      : []),
    ...diagnostic,
    ...planSections(run)
  ];
  return documentModel(project, run, occasion, {
    id: run.content.deployment === "comite" ? "dossier-comite" : "dossier",
    genre: "Dossier de séance",
    title: occasion.titre ?? "L'observatoire du territoire",
    summary: [
      ...(home?.chapeau ? [home.chapeau] : []),
      ...listFindings(...pages)
        .map(({title}) => `${title}.`)
        .slice(0, 6),
      ...(pageAt(run, "programme/index")?.chapeau ? [pageAt(run, "programme/index")!.chapeau!] : [])
    ],
    sections: sections
      .filter(({figures, text}) => figures.length > 0 || text.length > 0)
      .map((section) => ({...section, comments: [...section.comments, ...figureComments(run, section)]}))
  });
}

/** Each target in one table rather than a page each; each axis has its own calendar. */
const isForCommittee = ({id}: {id: string}) => !id.startsWith("objectif-") && id !== "programme-calendrier";

/** The plan as sections: progress, each axis, money, aids, targets, decisions. */
function planSections(run: RunContent): DocumentSection[] {
  const {programme} = run;
  if (programme === null) return [];
  const context = {programme, publisher: run.content.publisher};
  const section = (path: string, axe: DocumentSection["axe"] = null): DocumentSection[] => {
    const page = pageAt(run, path);
    return page === undefined ? [] : [sectionOf(page, {theme: "Programme", axe, keep: isForCommittee})];
  };
  return [
    ...section("programme/index"),
    tableSection("programme-actions", "Les actions", actionsTable(context, "plan-actions")),
    ...axesProgramme.flatMap((axe) =>
      section(`programme/axe-${axe}`, axe).map((one) => ({
        ...one,
        title: `Axe ${axes[axe].toLowerCase()}`,
        comments: commentsOf(run, `axe:${axe}`)
      }))
    ),
    ...section("programme/budget"),
    ...section("programme/aides"),
    ...section("programme/objectifs"),
    ...section("programme/instances")
  ];
}

const commentsOf = ({programme}: RunContent, cible: string): DocumentSection["comments"] =>
  (programme?.plan.commentaires ?? [])
    .filter((one) => one.cible === cible)
    .map(({texte, auteur, date}) => ({text: texte, author: auteur, date}));

/** What was written under the figures that the section shows. */
const figureComments = (run: RunContent, {figures}: DocumentSection): DocumentSection["comments"] =>
  figures.flatMap(({id}) => commentsOf(run, `figure:${id}`));
