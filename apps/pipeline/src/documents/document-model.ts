import {existsSync, readFileSync} from "node:fs";
import {extname, join} from "node:path";
import type {FigureSpec, PageContent} from "@observatoire/catalog";
import type {DocumentModel, DocumentSection, Logo} from "@observatoire/report";
import type {Project} from "../project.ts";
import type {RunContent} from "./run-content.ts";

/** What a document adds to what every document says. */
export type DocumentParts = Pick<DocumentModel, "id" | "genre" | "title" | "summary" | "sections">;

/** The session a document is made for, or a working document of the day. */
export interface Occasion {
  date: string;
  titre: string | null;
}

/** A document of the run: who publishes it, for whom, and what it rests on. */
export function documentModel(
  project: Project,
  {content}: RunContent,
  {date, titre}: Occasion,
  parts: DocumentParts
): DocumentModel {
  const figures = parts.sections.flatMap((section) => section.figures);
  return {
    ...parts,
    territoire: content.territoire,
    publisher: content.publisher,
    contact: content.contact,
    date,
    edition: titre,
    address:
      content.address === null ? null : `${content.address}/${titre === null ? "" : `seances/${date}.html`}`,
    restricted: content.deployment === "comite",
    simulated: figures.some(({simulated}) => simulated),
    logos: readLogos(project, content.logo, content.publisher)
  };
}

function readLogos({data}: Project, logo: string | null, publisher: string): Logo[] {
  if (logo === null || !existsSync(join(data, logo))) return [];
  const format = extname(logo).toLowerCase().slice(1).replace("jpeg", "jpg");
  if (format !== "svg" && format !== "png" && format !== "jpg") return [];
  return [{name: publisher, format, bytes: readFileSync(join(data, logo))}];
}

/** The page of the site at a path, or undefined. */
export function pageAt({content}: RunContent, path: string): PageContent | undefined {
  return content.pages.find((page) => page.path === path);
}

/** A chapter of the site as a section: its finding, then its figures that have something to show. */
export function sectionOf(
  page: PageContent,
  {
    theme,
    axe = null,
    keep = () => true
  }: {
    theme: string;
    axe?: DocumentSection["axe"];
    keep?: (figure: FigureSpec) => boolean;
  }
): DocumentSection {
  return {
    id: page.path.replaceAll("/", "-"),
    title: page.title,
    axe,
    theme,
    text: page.chapeau === null ? [] : [page.chapeau],
    figures: page.figures
      .filter((figure) => figure.empty === null && keep(figure))
      .map((figure) => ({...figure, id: figureName(page, figure)})),
    comments: []
  };
}

/** Figures of a stamped page keep their id from page to page: in a document the page is part of the name. */
const figureName = ({path, shell}: PageContent, {id}: FigureSpec): string =>
  path === shell ? id : `${path.split("/").at(-1)}-${id}`;

/** A table of the plan as a section of its own. */
export const tableSection = (id: string, title: string, figure: FigureSpec): DocumentSection => ({
  id,
  title,
  axe: null,
  theme: "Programme",
  text: [],
  figures: [figure],
  comments: []
});
