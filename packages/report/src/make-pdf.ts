import {createHash} from "node:crypto";
import {join} from "node:path";
import {PdfStandard} from "@myriaddreamin/typst-ts-node-compiler";
import {DataError} from "@observatoire/catalog";
import type {DocumentModel, Logo, MadeFile} from "./document.ts";
import {logoPicture} from "./logo-picture.ts";
import {type PdfOptions, page, pdfData} from "./pdf-data.ts";
import {printable} from "./printable.ts";
import {typstCompiler} from "./typst-compiler.ts";

const template = join(import.meta.dirname, "document.typ");

/** Sizes tried for a brief, the largest first: text in points, width of the drawings in millimetres. */
const sizes = [
  ...[174, 164, 154, 145, 136, 128, 120, 112].map((chart) => ({text: 9.5, chart})),
  ...[112, 100, 88].map((chart) => ({text: 8.5, chart})),
  ...[88, 76, 64].map((chart) => ({text: 7.5, chart}))
];

/**
 * The document as PDF/UA-1, typeset by Typst. A « Note d'une page » is one A4 page: its text and drawings shrink, then its
 * last figures are left out, until it fits. Same model, same bytes.
 */
export async function makePdf(model: DocumentModel): Promise<MadeFile> {
  const name = `${model.id}.pdf`;
  if (model.genre.startsWith("Note d'une page") || model.genre.startsWith("Note d’une page"))
    return {name, bytes: typesetNote(model)};
  const options = {note: false, cut: false, text: 10, chart: page.width};
  return {name, bytes: exportPdf(typesetPages(model, options))};
}

function typesetNote(model: DocumentModel, cut = false): Uint8Array {
  for (const size of sizes) {
    const document = typesetPages(model, {note: true, cut, ...size});
    if (document.numOfPages === 1) return exportPdf(document);
  }
  const shorter = shorten(model);
  if (shorter === null)
    throw new DataError("SIZE", {
      where: `note « ${model.title} »`,
      expected: "un texte qui tient sur une page A4",
      found: `${model.summary.join(" ").length} caractères`,
      action: "raccourcir le texte de la note"
    });
  return typesetNote(shorter, true);
}

/** Without its last figure, else without its last paragraph, else with half of its only one. */
function shorten(model: DocumentModel): DocumentModel | null {
  const last = model.sections.findLastIndex(
    ({figures, text, comments}) => figures.length + text.length + comments.length > 0
  );
  const section = model.sections[last];
  if (section !== undefined) {
    const {figures, comments, text} = section;
    const cut =
      comments.length > 0
        ? {comments: comments.slice(0, -1)}
        : figures.length > 0
          ? {figures: figures.slice(0, -1)}
          : {text: text.slice(0, -1)};
    return {...model, sections: model.sections.with(last, {...section, ...cut})};
  }
  if (model.sections.length > 0) return {...model, sections: []};
  if (model.summary.length > 1) return {...model, summary: model.summary.slice(0, -1)};
  const [only = ""] = model.summary;
  return only.length > 200 ? {...model, summary: [`${only.slice(0, only.length / 2).trimEnd()}…`]} : null;
}

function typesetPages(model: DocumentModel, options: PdfOptions) {
  const compiler = typstCompiler();
  const data = {...pdfData(model, options), logos: model.logos.map(mapLogo)};
  const made = compiler.compile({mainFilePath: template, inputs: {data: JSON.stringify(data)}});
  if (made.result !== null) return made.result;
  const error = made.takeDiagnostics();
  const reasons = error?.shortDiagnostics.map((one) => JSON.stringify(one)) ?? [];
  throw new Error(`typst: ${model.id}: ${reasons.join(" ; ") || "unknown fault"}`);
}

function exportPdf(document: ReturnType<typeof typesetPages>): Uint8Array {
  const bytes = typstCompiler().pdf(document, {pdfStandard: PdfStandard.UA_1});
  // A server makes documents for weeks: what the last ones did not use is forgotten.
  typstCompiler().evictCache(20);
  return bytes;
}

/** A file that only the compiler sees, named by its content so that nothing stale is ever read. */
function mapLogo(logo: Logo): {path: string; alt: string} {
  const {bytes, format} = logoPicture(logo);
  const path = `logo-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.${format}`;
  typstCompiler().mapShadow(join(import.meta.dirname, path), Buffer.from(bytes));
  return {path: `/${path}`, alt: printable(`Logo : ${logo.name}`)};
}
