import {createHash} from "node:crypto";
import {type FigureColumn, type FigureSpec, licences, units} from "@observatoire/catalog";
import {toCsv} from "@observatoire/charts";
import type {DocumentModel, MadeFile} from "./document.ts";

/** Each figure for programs and for French spreadsheets, and `datapackage.json` that describes them (Frictionless). */
export function makeCsvFiles(model: DocumentModel): MadeFile[] {
  const figures = new Map(
    model.sections.flatMap(({figures}) => figures).map((figure) => [figure.id, figure] as const)
  );
  const files: MadeFile[] = [];
  const resources: object[] = [];
  for (const figure of figures.values()) {
    for (const locale of ["machine", "fr"] as const) {
      const name = locale === "fr" ? `${figure.id}-excel` : figure.id;
      const bytes = new TextEncoder().encode(toCsv(figure, {locale}));
      files.push({name: `${name}.csv`, bytes});
      resources.push(describe(figure, {name, locale, bytes}));
    }
  }
  const datapackage = {
    name: model.id,
    title: model.title,
    description: `${model.genre}, ${model.territoire}`,
    created: model.date,
    homepage: model.address ?? undefined,
    contributors: [{title: model.publisher, role: "publisher"}],
    restricted: model.restricted,
    simulated: model.simulated,
    resources
  };
  const text = `${JSON.stringify(datapackage, null, 2)}\n`;
  return [...files, {name: "datapackage.json", bytes: new TextEncoder().encode(text)}];
}

function describe(
  figure: FigureSpec,
  {name, locale, bytes}: {name: string; locale: "machine" | "fr"; bytes: Uint8Array}
): object {
  const decimalChar = locale === "fr" ? "," : ".";
  const {title, url} = licences[figure.licence];
  return {
    name,
    path: `${name}.csv`,
    title: figure.title,
    description: figure.subtitle,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: bytes.length,
    hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    dialect: {delimiter: locale === "fr" ? ";" : ",", lineTerminator: "\r\n", header: true},
    schema: {
      fields: [
        ...figure.columns.map((column) => field(column, locale, decimalChar)),
        {name: "statut", type: "string", description: "Ce qu'est la valeur : connue, provisoire, secrète…"},
        {name: "nature", type: "string", constraints: {enum: ["reelle", "simulee"]}},
        {name: "fraicheur", type: "string"}
      ],
      missingValues: [""]
    },
    licenses: [{name: figure.licence, title, path: url}],
    sources: figure.sources.map((source) => ({
      title: `${source.producer}, ${source.title}`,
      path: source.homepage,
      origin: source.origin,
      vintage: source.vintage,
      collected: source.collectedOn,
      licence: source.licence,
      sha256: source.sha256,
      simulated: source.simulated
    })),
    period: figure.period,
    simulated: figure.simulated
  };
}

const types = {texte: "string", nombre: "number", annee: "year", date: "date"} as const;

function field(
  {name, label, type, unit}: FigureColumn,
  locale: "machine" | "fr",
  decimalChar: string
): object {
  return {
    name: locale === "fr" ? label : name,
    title: label,
    type: types[type],
    ...(type === "nombre" && {decimalChar}),
    ...(unit !== undefined && {unit: units[unit].label})
  };
}
