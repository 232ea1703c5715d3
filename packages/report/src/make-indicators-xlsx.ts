import {
  DataError,
  type FigureColumn,
  type FigureRow,
  type FigureSpec,
  formatNumber,
  licences,
  statuts,
  units
} from "@observatoire/catalog";
import {sourceText} from "@observatoire/charts";
import writeXlsxFile, {type Cell, type Row, type Sheet} from "write-excel-file/node";
import {cleanText} from "./clean-text.ts";
import type {DocumentModel, MadeFile} from "./document.ts";
import {documentMentions} from "./document-mentions.ts";
import {figureMarks} from "./figure-marks.ts";
import {fixedZip} from "./fixed-zip.ts";
import {formatCode} from "./native-chart.ts";
import {sheetName} from "./sheet-name.ts";

/** What a sheet of Excel holds, its letters in a cell included. */
const excel = {rows: 1_048_576, letters: 32_767};

/**
 * Every figure of the document with its raw values, a sheet for each theme, and one that says where they come from. Texts are
 * texts: nothing in the workbook is a formula.
 */
export async function makeIndicatorsXlsx(model: DocumentModel): Promise<MadeFile> {
  const themes = figuresByTheme(model);
  const used = new Set<string>();
  const sheets: Sheet<Buffer>[] = [];
  for (const [theme, figures] of themes) {
    checkRows(theme, figures);
    sheets.push({
      sheet: sheetName(theme, used),
      data: themeRows(model, theme, figures),
      columns: [{width: 38}, ...Array.from({length: 11}, () => ({width: 18}))]
    });
  }
  const metadata = metadataRows(themes);
  sheets.push({
    sheet: sheetName("Métadonnées", used),
    data: metadata,
    columns: metadataHead.map(([, width]) => ({width})),
    stickyRowsCount: 1
  });
  const bytes = await writeXlsxFile(sheets, {fontFamily: "Arial", fontSize: 10}).toBuffer();
  return {name: "indicateurs.xlsx", bytes: fixedZip(bytes, model.date)};
}

/** A figure that several sections show is written once, in the theme of the first. */
function figuresByTheme(model: DocumentModel): Map<string, FigureSpec[]> {
  const themes = new Map<string, FigureSpec[]>();
  const seen = new Set<string>();
  for (const {theme, figures} of model.sections) {
    for (const figure of figures) {
      if (seen.has(figure.id)) continue;
      seen.add(figure.id);
      themes.set(theme, [...(themes.get(theme) ?? []), figure]);
    }
  }
  return themes;
}

/** Lines around the rows of a figure: title, subtitle, source, heads, and a blank. */
const around = 5;

function checkRows(theme: string, figures: readonly FigureSpec[]): void {
  const rows = figures.reduce((sum, figure) => sum + figure.rows.length + around, around);
  if (rows <= excel.rows) return;
  throw new DataError("SIZE", {
    where: `classeur des indicateurs, feuille « ${theme} »`,
    expected: `au plus ${formatNumber(excel.rows)} lignes, la limite d'Excel`,
    found: `${formatNumber(rows)} lignes`,
    action: "donner un autre thème à une partie des figures, ou prendre leurs fichiers CSV"
  });
}

function themeRows(model: DocumentModel, theme: string, figures: readonly FigureSpec[]): Row[] {
  const mentions = documentMentions(model);
  return [
    [string(`${theme} · ${model.territoire}`, {fontWeight: "bold", fontSize: 14})],
    [string(`${model.title} · ${model.publisher}`, {textColor: "#55606c"})],
    [mentions.length > 0 ? string(mentions.join(" · "), {fontWeight: "bold", textColor: "#7d1228"}) : null],
    [],
    ...figures.flatMap(figureRows)
  ];
}

function figureRows(figure: FigureSpec): Row[] {
  const marks = figureMarks(figure);
  const head = {
    fontWeight: "bold",
    backgroundColor: "#eef4fa",
    wrap: true,
    alignVertical: "top",
    height: 27
  } as const;
  return [
    [string(figure.title, {fontWeight: "bold", fontSize: 12, textColor: "#0b5fa5"})],
    [string([figure.subtitle, ...marks].join(" · "), {textColor: "#55606c"})],
    [string(sourceText(figure), {textColor: "#55606c"})],
    [
      ...figure.columns.map(({label}) => string(label, head)),
      ...["Unité", "Statut", "Nature"].map((label) => string(label, head))
    ],
    ...(figure.empty === null ? figure.rows : []).map((row) => valueRow(figure, row)),
    ...(figure.empty === null ? [] : [[string(figure.empty)]]),
    []
  ];
}

function valueRow(figure: FigureSpec, row: FigureRow): Row {
  return [
    ...figure.columns.map((column) => valueCell(row, column)),
    string(unitOf(figure)),
    string(statuts[row.statut ?? "connu"].label),
    string(figure.simulated ? "simulée" : "réelle")
  ];
}

/** Unit of the row: one for all its numbers, else each with its column. */
function unitOf({columns}: FigureSpec): string {
  const numbers = columns.filter(({type, hidden}) => type === "nombre" && !hidden);
  const labels = [...new Set(numbers.map(({unit}) => units[unit ?? "nombre"].label))];
  if (labels.length < 2) return labels[0] ?? "";
  return numbers.map(({label, unit}) => `${label} : ${units[unit ?? "nombre"].label}`).join(" ; ");
}

function valueCell(row: FigureRow, column: FigureColumn): Cell {
  const value = row[column.name];
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return null;
    if (column.type !== "nombre") return {value, type: Number, format: "0", align: "left"};
    return {value, type: Number, format: formatCode(column)};
  }
  return (column.type === "date" ? dateCell(value) : null) ?? string(value, {wrap: value.length > 60});
}

/** A day, or null when the text is not one. */
function dateCell(iso: string): Cell {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  if (year === undefined) return null;
  const value = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return Number.isNaN(value.getTime()) ? null : {value, type: Date, format: "dd/mm/yyyy"};
}

type Style = Omit<Extract<Cell, {fontWeight?: unknown}>, "value" | "type" | "format">;

function string(text: string, style: Style = {}): Cell {
  const clean = cleanText(text);
  if (clean === "") return null;
  const value = clean.length > excel.letters ? `${clean.slice(0, excel.letters - 1)}…` : clean;
  return {value, type: String, ...style};
}

const metadataHead = [
  ["Figure", 28],
  ["Titre", 50],
  ["Thème", 16],
  ["Indicateur", 22],
  ["Nom de l'indicateur", 30],
  ["Définition", 50],
  ["Formule", 40],
  ["Requête SQL", 40],
  ["Source", 18],
  ["Producteur", 18],
  ["Jeu de données", 40],
  ["Millésime", 16],
  ["Collecté le", 12],
  ["Licence", 24],
  ["Empreinte sha256", 66],
  ["Adresse", 40],
  ["Nature", 10],
  ["Statut", 20],
  ["Période, début", 12],
  ["Période, fin", 12],
  ["Limites", 60]
] as const;

/** A line for each figure, indicator and source. */
function metadataRows(themes: ReadonlyMap<string, readonly FigureSpec[]>): Row[] {
  const rows: Row[] = [
    metadataHead.map(([label]) => string(label, {fontWeight: "bold", backgroundColor: "#eef4fa"}))
  ];
  for (const [theme, figures] of themes) {
    for (const figure of figures) {
      const indicators = figure.indicators.length > 0 ? figure.indicators : [null];
      const sources = figure.sources.length > 0 ? figure.sources : [null];
      for (const indicator of indicators) {
        for (const source of sources) {
          const simulated = source?.simulated ?? figure.simulated;
          rows.push([
            string(figure.id),
            string(figure.title),
            string(theme),
            string(indicator?.id ?? ""),
            string(indicator?.title ?? ""),
            string(indicator?.definition ?? ""),
            string(indicator?.formula ?? ""),
            string(indicator?.sql ?? ""),
            string(source?.id ?? ""),
            string(source?.producer ?? ""),
            string(source?.title ?? ""),
            string(source?.vintage ?? ""),
            dateCell(source?.collectedOn ?? ""),
            string(licences[source?.licence ?? figure.licence].title),
            string(source?.sha256 ?? ""),
            string(source?.homepage ?? ""),
            string(simulated ? "simulée" : "réelle"),
            string(statuts[figure.statut].label),
            dateCell(figure.period.from),
            dateCell(figure.period.to),
            string(figure.limits.join(" "))
          ]);
        }
      }
    }
  }
  return rows;
}
