import writeExcelFile, {type Feature, type Sheet} from "write-excel-file/universal";
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent
} from "write-excel-file/utility";
import {type PlanColumn, planColumns} from "./columns.ts";
import type {CellValue} from "./parse-cell.ts";
import {type Plan, type TablePlan, tablesPlan} from "./plan.ts";
import {workbookCell} from "./workbook-cells.ts";
import {exampleColumn, guideRows, guideWidths} from "./workbook-guide.ts";
import {workbookRules} from "./workbook-rules.ts";
import {guideSheet, planSheets} from "./workbook-sheets.ts";
import {dateZip} from "./zip-entries.ts";

type PlanFeature = Feature<Blob>;
const worksheet = "xl/worksheets/sheet{id}.xml";

/**
 * The plan as a workbook for Excel and LibreOffice: a guide, then one sheet a table, with lists to choose from. It reads back
 * with `readPlanWorkbook`; the same plan, title and date make the same bytes.
 */
export async function writePlanWorkbook(
  plan: Plan,
  {title, date}: {title: string; date: string}
): Promise<Uint8Array> {
  const guide = guideRows(title, date);
  const sheets: Sheet<Blob>[] = [
    {
      sheet: guideSheet,
      data: guide,
      columns: guideWidths.map((width) => ({width})),
      orientation: "landscape"
    },
    ...tablesPlan.map((table) => ({
      sheet: planSheets[table],
      data: [
        planColumns[table].map(({name, required}) => ({
          value: name,
          fontWeight: "bold" as const,
          backgroundColor: required ? "#e3e3fd" : "#eeeeee"
        })),
        ...plan[table].map((row) => {
          const values = row as unknown as Record<string, CellValue>;
          return planColumns[table].map((column) => workbookCell(values[column.name] ?? null, column));
        })
      ],
      columns: planColumns[table].map((column) => ({width: widthOf(column)})),
      orientation: "landscape" as const,
      stickyRowsCount: 1,
      stickyColumnsCount: 1
    }))
  ];
  const firstExample = guide.length - tablesPlan.flatMap((table) => planColumns[table]).length;
  const features = [columnFormats(firstExample), rules(plan), properties(title, date)];
  const blob = await writeExcelFile(sheets, {fontFamily: "Calibri", fontSize: 11, features}).toBlob();
  const bytes = new Uint8Array(await blob.arrayBuffer());
  dateZip(bytes, date);
  return bytes;
}

function widthOf({name, type, max = 0}: PlanColumn): number {
  if (max > 300) return 50;
  if (name === "titre" || name === "nom" || name === "libelle") return 40;
  return Math.max(name.length + 3, type === "texte" || type === "liste" ? 24 : 14);
}

/** Gives whole columns the format of their example in the guide: a code typed in a new row stays a text. */
function columnFormats(firstExample: number): PlanFeature {
  const styles = new Map<string, string | number>();
  const keys = tablesPlan.flatMap((table) => planColumns[table].map((_, index) => `${table} ${index}`));
  const letter = String.fromCharCode("A".charCodeAt(0) + exampleColumn);
  return {
    files: {
      transform: {
        [worksheet]: {
          transformElementAttributes: (tag, attributes, index, _options, {sheetIndex}) => {
            const table = tablesPlan[sheetIndex - 1];
            if (tag === "c" && table === undefined) {
              const [, column, row] = /^([A-Z]+)(\d+)$/.exec(String(attributes.r)) ?? [];
              const key = keys[Number(row) - 1 - firstExample];
              if (column === letter && key !== undefined) styles.set(key, attributes.s ?? 0);
            }
            const style = tag === "col" && table ? styles.get(`${table} ${index}`) : undefined;
            return style === undefined ? attributes : {...attributes, style};
          }
        }
      }
    }
  };
}

/** Lists to choose from and kinds of value, at their place in the sheet. */
function rules(plan: Plan): PlanFeature {
  const counts = Object.fromEntries(tablesPlan.map((table) => [table, plan[table].length])) as Record<
    TablePlan,
    number
  >;
  return {
    files: {
      transform: {
        [worksheet]: {
          transform: (xml, _options, {sheetIndex}) => {
            const table = tablesPlan[sheetIndex - 1];
            if (table === undefined) return xml;
            return insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              workbookRules(table, counts),
              getOrderOfSiblings(worksheet, "worksheet") ?? [],
              "worksheet"
            );
          }
        }
      }
    }
  };
}

/** Title and date of the file. */
function properties(title: string, date: string): PlanFeature {
  const path = "docProps/core.xml";
  const instant = `${date}T00:00:00Z`;
  const day = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant}</dcterms:${name}>`;
  return {
    files: {
      transform: {
        "[Content_Types].xml": {
          insert: () =>
            `<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/${path}"/>`
        },
        "_rels/.rels": {
          insert: () =>
            `<Relationship Id="rId-core-1" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="${path}"/>`
        }
      },
      write: {
        files: () => ({
          [path]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${sanitizeTextContent(title)}</dc:title><dc:language>fr-FR</dc:language>${day("created")}${day("modified")}</cp:coreProperties>`
        })
      }
    }
  };
}
