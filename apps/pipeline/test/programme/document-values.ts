import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {unzipSync} from "fflate";
import Papa from "papaparse";
import readXlsx from "read-excel-file/node";

/** Text as the eye reads it: entities decoded, spaces of any kind one, apostrophes straight. */
export const plain = (text: string): string =>
  text
    .replace(/<[^>]+>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/’/g, "'")
    .replace(/[\s\u00a0\u202f\u2060\u00ad]+/g, " ")
    .trim();

/** Without spaces nor hyphens: a PDF cuts lines and words where it likes. */
export const tight = (text: string): string => plain(text).replace(/[ \u2010\u2011-]/g, "");

/** Cells of the tables of each figure of a page, by id of the figure. */
function pageCells(html: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [figure, id] of html.matchAll(
    /<figure class="figure[^"]*" id="figure-([^"]+)"[\s\S]*?<\/figure>/g
  )) {
    const cells = [...figure.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, cell]) => plain(cell!));
    const value = /<p class="figure-value[^>]*>([\s\S]*?)<\/p>/.exec(figure)?.[1];
    found.set(id!, value === undefined ? cells : [plain(value)]);
  }
  return found;
}

/** Cells of the figures of all frozen pages, by the names that documents give them: an axis is part of the name. */
export function shownFigures(pages: string): Map<string, string[]> {
  return new Map(
    readdirSync(pages).flatMap((name) => {
      const prefix = /^programme-(axe-\w+)\.html$/.exec(name)?.[1];
      const cells = [...pageCells(readFileSync(join(pages, name), "utf8"))];
      return cells.map(([id, texts]): [string, string[]] => [prefix ? `${prefix}-${id}` : id, texts]);
    })
  );
}

/** Numbers of a machine CSV, column after column. */
export function csvNumbers(path: string): number[] {
  const {data} = Papa.parse<string[]>(
    readFileSync(path, "utf8")
      .replace(/^\ufeff/, "")
      .trim()
  );
  return data.slice(1).flatMap((row) => row.filter((cell) => /^-?\d+(\.\d+)?$/.test(cell)).map(Number));
}

/** Every cell of every sheet of a workbook, as text: a code of commune is one. */
export async function workbookCells(path: string): Promise<Set<string>> {
  const sheets = await readXlsx(path);
  return new Set(sheets.flatMap(({data}) => data.flatMap((row) => row.map(String))));
}

/** Numbers of the native charts of slides, and the words of the slides. */
export function slides(path: string): {numbers: Set<number>; text: string} {
  const parts = Object.entries(unzipSync(readFileSync(path)));
  const xml = (pattern: RegExp) =>
    parts.filter(([name]) => pattern.test(name)).map(([, bytes]) => Buffer.from(bytes).toString());
  const numbers = xml(/charts\/chart\d+\.xml$/).flatMap((chart) =>
    [...chart.matchAll(/<c:v>(-?[\d.eE+-]+)<\/c:v>/g)].map(([, value]) => Number(value))
  );
  return {numbers: new Set(numbers), text: xml(/slides\/slide\d+\.xml$/).join(" ")};
}

/** Documents of a session, in the folder of a build. */
export const documentOf = (session: string, name: string): string => join(session, "documents", name);
