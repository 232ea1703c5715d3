import {axes, type FigureSpec, fold, formatDate} from "@observatoire/catalog";
import {type KeyFigure, sourceText, splitKeyValue, tellAge} from "@observatoire/charts";
import {axeColour} from "./axe-colours.ts";
import type {DocumentModel, DocumentSection} from "./document.ts";
import {documentMentions} from "./document-mentions.ts";
import {figureMarks} from "./figure-marks.ts";
import {chartPicture, type Picture, sparkPicture} from "./figure-pictures.ts";
import {type FigureTable, tableOf} from "./figure-table.ts";
import {printable} from "./printable.ts";

/** Rows of a table of the PDF; a longer one says how many the files hold. */
const most = 400;
const shownOfMany = 100;
const widest = 9;
/** Widest a drawing is printed, and tallest, in millimetres. */
export const page = {width: 174, height: 190};
/** What a page holds under its header, with some room for the heading of a section. */
const room = 225;

export interface PdfOptions {
  /** A brief: one page, no cover, no annex. */
  note: boolean;
  /** Something of the brief was left out, and it says so. */
  cut: boolean;
  /** Size of the text in points. */
  text: number;
  /** Width of every drawing, in millimetres; one too tall is narrower. */
  chart: number;
}

/** What the template prints: strings and numbers, already typeset. Nothing in it is read as markup. */
export function pdfData(model: DocumentModel, options: PdfOptions): object {
  const annex = options.note ? [] : model.sections.flatMap(({figures}) => figures).flatMap(annexTable);
  const edition = model.edition === model.title ? null : model.edition;
  const data = {
    ...options,
    genre: model.genre,
    title: model.title,
    meta: `${model.title}, ${model.territoire} (${model.genre})`,
    territoire: model.territoire,
    publisher: model.publisher,
    contact: model.contact,
    day: model.date.slice(0, 10).split("-").map(Number),
    date: formatDate(model.date),
    edition,
    // A title of session that says its day is not followed by the day.
    dated: edition !== null && fold(edition).includes(fold(formatDate(model.date))),
    address: model.address,
    mentions: documentMentions(model),
    summary: model.summary,
    outline: model.sections.length > 2,
    sections: model.sections.map((section) => sectionData(section, options)),
    annex
  };
  return mapStrings(data) as object;
}

function sectionData(section: DocumentSection, {chart}: PdfOptions): object {
  const {axe, title, text, comments, figures} = section;
  return {
    title,
    colour: axeColour(axe),
    axe: axe === null ? null : axes[axe],
    // A table of many columns needs the long side of the sheet.
    flipped: figures.some((figure) => figure.kind === "table" && tableOf(figure).head.length > widest),
    fresh: figures.filter(({kind}) => kind !== "chiffre-cle").length > 2,
    text: text.filter((paragraph) => paragraph.trim() !== ""),
    blocks: blocksOf(figures, chart),
    comments: comments.map((comment) => ({
      text: comment.text,
      by: [comment.author, formatDate(comment.date)].filter((part) => part !== null).join(", ")
    }))
  };
}

/** Figures in their order, key figures that follow one another put together. */
function blocksOf(figures: readonly FigureSpec[], width: number): object[] {
  const blocks: object[] = [];
  let keys: KeyFigure[] = [];
  const flush = () => {
    if (keys.length > 0) blocks.push(cardsBlock(keys));
    keys = [];
  };
  for (const figure of figures) {
    if (figure.kind === "chiffre-cle" && figure.empty === null) keys.push(figure);
    else {
      flush();
      blocks.push(figureBlock(figure, width));
    }
  }
  flush();
  return blocks;
}

function cardsBlock(keys: readonly KeyFigure[]): object {
  const unique = (texts: readonly string[]) => [...new Set(texts.filter((text) => text !== ""))];
  return {
    type: "cards",
    columns: keys.length % 4 === 0 || keys.length === 7 ? 4 : Math.min(3, keys.length),
    cards: keys.map((spec) => ({
      label: spec.subtitle,
      ...splitKeyValue(spec),
      period: spec.period_label,
      comparison: spec.comparison,
      marks: figureMarks(spec),
      spark: pictureData(sparkPicture(spec), {alt: altOf(spec), width: 36, height: 14})
    })),
    limits: unique(keys.flatMap(({limits}) => limits)),
    sources: unique(keys.map(sourceText))
  };
}

function figureBlock(spec: FigureSpec, width: number): object {
  const picture = chartPicture(spec);
  const twin = spec.empty === null && picture === null ? tableOf(spec) : null;
  const table = twin !== null && twin.head.length > 0 ? twin : null;
  const drawing = pictureData(picture, {alt: altOf(spec), width, height: page.height});
  const notes = [spec.title, spec.subtitle, spec.reading, ...spec.limits, ...tellAge(spec), sourceText(spec)];
  return {
    type: "figure",
    // A drawing and its notes stay on one page, unless they would not fit on any.
    together: table === null && (drawing?.height ?? 0) + 25 + notes.join("").length / 24 < room,
    title: spec.title,
    subtitle: spec.subtitle,
    empty: spec.empty,
    picture: drawing,
    table: table && tableData(table),
    marks: figureMarks(spec),
    reading: spec.reading,
    limits: spec.limits,
    age: tellAge(spec),
    source: sourceText(spec)
  };
}

/** A drawing always has words: PDF/UA refuses a picture without them. */
function altOf(spec: FigureSpec): string {
  return (
    [spec.alt, `${spec.title}. ${spec.subtitle}`, spec.id].find((text) => text.trim() !== "") ?? "figure"
  );
}

function pictureData(
  picture: Picture | null,
  {alt, width, height}: {alt: string; width: number; height: number}
): {svg: string; alt: string; width: number; height: number} | null {
  if (picture === null) return null;
  const printed = Math.min(width, (height * picture.width) / picture.height);
  return {svg: picture.svg, alt, width: printed, height: (printed * picture.height) / picture.width};
}

function tableData(table: FigureTable): object {
  const {head, signs} = table;
  const body = table.body.length > most ? table.body.slice(0, shownOfMany) : table.body;
  const cut = body.length < table.body.length;
  const lengths = head.map(({label}, column) => {
    const cells = body.map((row) => row[column]?.length ?? 0);
    return {longest: Math.max(Math.min(label.length, 14), ...cells), label: label.length};
  });
  const total = lengths.reduce((sum, {longest}) => sum + longest + 3, 0);
  return {
    head: head.map(({label, numeric}) => ({label, numeric})),
    // Short columns take their own width, long texts share what is left by their length.
    widths: lengths.map(({longest}, column) =>
      head[column]?.numeric || longest <= 12 ? null : Math.round(Math.sqrt(Math.min(longest, 400)) * 10) / 10
    ),
    small: total > 120 || body.length > 40,
    body: body.map((row) => row.map(breakable)),
    cut: cut
      ? `Les ${body.length} premières lignes sur ${table.body.length} : le classeur et les fichiers de la figure les ont toutes.`
      : null,
    signs
  };
}

/** A long chain without space may break after its punctuation, or it would leave its column. */
function breakable(text: string): string {
  return text.replace(/\S{25,}/g, (chain) =>
    chain.replace(/([/._\-?&=,])(?=\w)/g, "$1\u200b").replace(/[^\u200b]{30}/g, "$&\u200b")
  );
}

/** The values behind a chart, for whoever reads the print or cannot see the drawing. */
function annexTable(spec: FigureSpec): object[] {
  if (spec.kind === "table" || spec.empty !== null || spec.rows.length === 0) return [];
  if (spec.kind === "chiffre-cle" && spec.rows.length < 2) return [];
  const title = spec.kind === "chiffre-cle" ? `${spec.subtitle}, ${spec.period_label}` : spec.title;
  const table = tableOf(spec);
  return table.head.length === 0 ? [] : [{title, table: tableData(table)}];
}

const verbatim = new Set(["svg", "colour", "type"]);

function mapStrings(value: unknown, key = ""): unknown {
  if (typeof value === "string") return verbatim.has(key) ? value : printable(value);
  if (Array.isArray(value)) return value.map((each) => mapStrings(each, key));
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapStrings(each, name)]));
  return value;
}
