import type {FigureSpec} from "@observatoire/catalog";

/**
 * What every document shows, whatever its medium. Figures are the specs of the pages, so a value is the same everywhere;
 * tables of the plan, of the money and of the decisions are figures of kind "table" too.
 */
export interface DocumentModel {
  /** "dossier-comite", "note-innovation", "note-epci-200072130", "rapport-instances". Kebab-case: the name of the files. */
  id: string;
  /** "Dossier de séance", "Note d'une page : Innovation"… */
  genre: string;
  title: string;
  /** Name of the territory, publisher, contact. */
  territoire: string;
  publisher: string;
  contact: string;
  /** ISO date printed and written in the metadata: never the clock. */
  date: string;
  /** Title of the session, or null for a working document. */
  edition: string | null;
  /** Permanent address of the page, or null when the site has none. */
  address: string | null;
  /** Committee build: every page says « Diffusion restreinte ». */
  restricted: boolean;
  /** Some value is simulated or fictional: every page says so. */
  simulated: boolean;
  logos: readonly Logo[];
  /** Sentences of the first page: what to remember. */
  summary: readonly string[];
  sections: readonly DocumentSection[];
}

export interface Logo {
  name: string;
  format: "svg" | "png" | "jpg";
  bytes: Uint8Array;
}

export interface DocumentSection {
  id: string;
  title: string;
  /** Axis that gives the colour, or null. */
  axe: "innovation" | "transition" | "competences" | "foncier" | null;
  /** Theme of its sheet in the workbook: "Emploi", "Programme". */
  theme: string;
  /** Plain paragraphs. */
  text: readonly string[];
  figures: readonly FigureSpec[];
  /** What the project manager wrote on it: text, author, ISO date. */
  comments: readonly {text: string; author: string | null; date: string}[];
}

/** A file made, by its name in the folder of the documents. */
export interface MadeFile {
  name: string;
  bytes: Uint8Array;
}
