import {axes} from "@observatoire/catalog";
import {axesProgramme} from "@observatoire/programme";
import type {DocumentModel, DocumentSection} from "@observatoire/report";
import {territoirePath} from "../pages/territoires.ts";
import type {Project} from "../project.ts";
import {documentModel, type Occasion, pageAt, sectionOf} from "./document-model.ts";
import type {RunContent} from "./run-content.ts";

/** What one sheet of A4 holds: key figures, and charts. */
const onOnePage = {keys: 4, charts: 2};

/** A brief of one page for each axis of the plan. */
export function noteAxe(project: Project, run: RunContent, occasion: Occasion): DocumentModel[] {
  return axesProgramme.flatMap((axe) => {
    const page = pageAt(run, `programme/axe-${axe}`);
    if (page === undefined) return [];
    const section = shorten(sectionOf(page, {theme: "Programme", axe}));
    return [
      documentModel(project, run, occasion, {
        id: `note-${axe}`,
        genre: "Note d'une page",
        title: `Axe ${axes[axe].toLowerCase()}`,
        summary: section.text,
        sections: [{...section, text: []}]
      })
    ];
  });
}

/** A brief of one page for each intercommunalité of the perimeter. */
export function noteEpci(project: Project, run: RunContent, occasion: Occasion): DocumentModel[] {
  const epcis = run.published.territoires.filter(({niveau}) => niveau === "epci");
  return epcis.flatMap((epci) => {
    const page = pageAt(run, territoirePath(epci));
    if (page === undefined) return [];
    const section = shorten(sectionOf(page, {theme: "Territoire"}));
    return [
      documentModel(project, run, occasion, {
        id: `note-epci-${epci.code}`,
        genre: "Note d'une page",
        title: epci.nom,
        summary: section.text,
        sections: [{...section, text: []}]
      })
    ];
  });
}

function shorten(section: DocumentSection): DocumentSection {
  const keys = section.figures.filter(({kind}) => kind === "chiffre-cle").slice(0, onOnePage.keys);
  const charts = section.figures
    .filter(({kind}) => kind !== "chiffre-cle" && kind !== "table" && kind !== "gantt")
    .slice(0, onOnePage.charts);
  // The first limit of each: the others would leave no room for the charts.
  const figures = [...keys, ...charts].map((figure) => ({...figure, limits: figure.limits.slice(0, 1)}));
  return {...section, figures};
}
