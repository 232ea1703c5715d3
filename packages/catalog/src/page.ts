import type {FigureSource, FigureSpec} from "./figure.ts";

/**
 * What the compose step puts into a shell of `apps/site`. A shell is prose with placeholders:
 * `<figure data-figure="id">`, `<div data-bloc="id">` (HTML made by the pipeline) and `<span data-valeur="nom">`.
 * A placeholder without content, and content without a placeholder, both fail the composition.
 */
export interface PageContent {
  /** Path of the shell without extension: "index", "emploi", "territoires/territoire". */
  shell: string;
  /** Path of the page without extension: "emploi", "territoires/commune-77284". */
  path: string;
  /** <title> and social title; the site's name is added by the compose step. */
  title: string;
  description: string;
  /** Finding printed at the top of the page, or null. */
  chapeau: string | null;
  figures: readonly FigureSpec[];
  /** False: not indexable by search engines, absent from the sitemap and from the site's own search. Default: true. */
  indexable?: false;
  /** HTML blocks by id, already escaped by their maker. */
  blocs: Readonly<Record<string, string>>;
  /** Plain text by name. */
  valeurs: Readonly<Record<string, string>>;
  /** HTML put at the end of the page exactly as it is, byte for byte: what a session saw. */
  frozen?: string;
  /** What `frozen` shows rests on simulated data. */
  frozenSimulated?: boolean;
  /** ISO date of what `frozen` shows; the other pages are of the date of the site. */
  asOf?: string;
  breadcrumb: readonly {title: string; path: string}[];
  previous: {title: string; path: string} | null;
  next: {title: string; path: string} | null;
}

/** What is common to all pages of a site. */
export interface SiteContent {
  /** "Observatoire du Territoire d'industrie Nord Est 77 – Meaux". */
  title: string;
  territoire: string;
  publisher: string;
  contact: string;
  /** Absolute address without trailing slash, or null when not set. */
  address: string | null;
  /** Path of a logo in `data/`, or null. */
  logo: string | null;
  run: string;
  /** ISO date of the last refresh that the site speaks for. */
  date: string;
  /** ISO date past which the next publication is overdue: printed on each page, and compared with the reader's own; null when not known. */
  nextBefore: string | null;
  /** Pages resting on simulated data are not indexable; a public deployment with one fails. */
  simulated: boolean;
  deployment: "public" | "comite" | "demo";
  /** Every source read, for the home page and the state of data: no figure may show one that fails. */
  sources: readonly FigureSource[];
  pages: readonly PageContent[];
  /** Entries of the search: communes by name or code, indicators, pages. */
  search: readonly SearchEntry[];
}

export interface SearchEntry {
  kind: "territoire" | "indicateur" | "page" | "action";
  title: string;
  /** Shown after the title: "commune · 77284". */
  detail: string;
  path: string;
  /** Extra words to match: codes, postal codes, synonyms. */
  words: string;
}
