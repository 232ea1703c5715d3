import {strFromU8, strToU8} from "fflate";
import writeXlsxFile from "write-excel-file/node";
import type {Parts} from "./fixed-zip.ts";
import type {NativeChart} from "./native-chart.ts";
import {nativeChartRows, nativeChartXml} from "./native-chart-xml.ts";

const sheet = "Valeurs";

/** The workbook behind a chart: what « Modifier les données » opens. */
export async function chartWorkbook(chart: NativeChart): Promise<Uint8Array> {
  const rows = nativeChartRows(chart).map((row) =>
    row.map((value) => {
      if (value === null || value === "") return null;
      return typeof value === "number" ? {value, type: Number} : {value, type: String};
    })
  );
  return writeXlsxFile([{data: rows, sheet}]).toBuffer();
}

/** Puts the native charts in place of the stand-ins of the library, in their order, and the language everywhere. */
export function finishParts(
  parts: Parts,
  charts: readonly {chart: NativeChart; workbook: Uint8Array}[],
  face: string
): void {
  renumberCharts(parts);
  for (const [index, {chart, workbook}] of charts.entries()) {
    parts[`ppt/charts/chart${index + 1}.xml`] = strToU8(nativeChartXml(chart, {sheet, face}));
    parts[`ppt/embeddings/Microsoft_Excel_Worksheet${index + 1}.xlsx`] = workbook;
  }
  for (const [name, content] of Object.entries(parts)) {
    if (!/^ppt\/(slides|slideLayouts|slideMasters|notesSlides)\/[^/]+\.xml$/.test(name)) continue;
    const french = strFromU8(content).replaceAll(`lang="en-US"`, `lang="fr-FR"`);
    parts[name] = strToU8(name.startsWith("ppt/notesSlides/") ? breakNotes(french) : french);
  }
}

/** The library numbers charts from the start of the process: here from 1, so that the same model gives the same bytes. */
function renumberCharts(parts: Parts): void {
  const numbers = Object.keys(parts)
    .flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b));
  const rank = new Map(numbers.map((number, index) => [number, String(index + 1)]));
  const rename = (text: string) =>
    text.replace(
      /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)(\.xml|\.xlsx)/g,
      (_, start, number, end) => start + (rank.get(number) ?? number) + end
    );
  const moved = Object.entries(parts).filter(([name]) => name !== rename(name));
  for (const [name] of moved) delete parts[name];
  for (const [name, content] of moved) parts[rename(name)] = content;
  for (const [name, content] of Object.entries(parts)) {
    if (name === "[Content_Types].xml" || /^ppt\/(slides|charts)\/_rels\//.test(name))
      parts[name] = strToU8(rename(strFromU8(content)));
  }
}

/** A paragraph for each line of the notes: the library writes them in one. */
function breakNotes(xml: string): string {
  return xml.replace(
    /<a:p><a:r>(<a:rPr [^>]*>)<a:t>([^<]*)<\/a:t><\/a:r>(<a:endParaRPr [^>]*>)<\/a:p>/,
    (_, run, text, end) =>
      String(text)
        .split(/\r?\n/)
        .map((line) => `<a:p><a:r>${run}<a:t>${line}</a:t></a:r>${end}</a:p>`)
        .join("")
  );
}
