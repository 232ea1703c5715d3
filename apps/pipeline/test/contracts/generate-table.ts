import {type ColumnFamily, type ColumnType, readDialect, type SourceFile} from "@observatoire/catalog";
import fc from "fast-check";
import {communes, sirens, sirets} from "./world.ts";

/** A column of a generated file: its header, and what the declaration says of it. */
export interface GeneratedColumn {
  header: string;
  /** Name in `raw.*`. */
  name: string;
  type: ColumnType;
  pattern?: string | undefined;
  optional: boolean;
  family: string | null;
}

/** A healthy file as a table of texts; an empty text is a missing value. */
export interface Table {
  columns: readonly GeneratedColumn[];
  rows: readonly (readonly string[])[];
}

const years = [2021, 2022, 2023, 2024];

/** Values that staging asks of a row to keep it, by column: the totals of Melodi, what Sirene shows of a place. */
const kept: Readonly<Record<string, readonly string[]>> = {
  geo_object: ["COM"],
  sexe: ["_T"],
  temps_travail: ["_T"],
  diplome: ["_T"],
  age: ["Y_GE15"],
  forme_juridique: ["_T"],
  mesure: ["UNIT_LOC", "UNIT_LOC_BURE"],
  statut_diffusion: ["O"],
  est_siege: ["true"],
  categorie_juridique: ["5710"],
  qualite: ["11"],
  siret: sirets,
  siret_predecesseur: sirets,
  siret_successeur: sirets,
  siren: sirens,
  code_commune: communes,
  plg_code_commune: communes
};

/** A healthy file of 2 to 6 rows, made of the declaration alone: names or aliases, types, patterns, families, key. */
export function generateTable(
  source: string,
  file: SourceFile,
  layout: fc.Arbitrary<boolean> = fc.boolean()
): fc.Arbitrary<Table> {
  const {encoding = "utf-8"} = {...readDialect(file)} as {encoding?: string};
  const accents = encoding === "latin-1" ? ["é", "ç"] : ["é", "œ", "’"];
  return layout.chain((useAliases) => {
    const columns = listColumns(file, useAliases);
    const row = fc.tuple(...columns.map((column) => generateValue(source, column, accents)));
    const keys = columns.flatMap(({name}, index) => (file.key.includes(name) ? [index] : []));
    return fc
      .uniqueArray(row, {
        minLength: 2,
        maxLength: 6,
        selector: (cells) => JSON.stringify(keys.length > 0 ? keys.map((index) => cells[index]) : cells)
      })
      .map((rows) => ({columns, rows}));
  });
}

function listColumns(file: SourceFile, useAliases: boolean): GeneratedColumn[] {
  const own = Object.entries(file.columns).map(([name, {type, pattern, optional, aliases = []}]) => ({
    header: useAliases ? (aliases[0] ?? name) : name,
    name,
    type,
    pattern,
    optional: optional ?? false,
    family: null
  }));
  const families = (file.families ?? []).flatMap((family) =>
    years.map((year) => {
      const header = nameMember(family, year, useAliases);
      const period = String(year).slice(header.includes(String(year)) ? 0 : 2);
      return {
        header,
        name: `${family.name}_${period}`,
        type: family.type,
        optional: false,
        family: family.name
      };
    })
  );
  return [...own, ...families];
}

/** The header that a family gives to a year: its pattern, read backwards. */
function nameMember({pattern, aliasPattern}: ColumnFamily, year: number, useAlias: boolean): string {
  const text = (useAlias && aliasPattern) || pattern;
  const start = text.indexOf("(");
  let end = start;
  for (let depth = 0; end < text.length; end++) {
    if (text[end] === "(") depth++;
    if (text[end] === ")" && --depth === 0) break;
  }
  const short = (one: number) => String(one % 100).padStart(2, "0");
  const isLong = text.slice(start, end + 1) === "(\\d{4})";
  const header = `${text.slice(0, start)}${isLong ? year : short(year)}${text.slice(end + 1)}`
    .replace("\\d\\d", short(year + 1))
    .replace(/\[(.).*?\]/g, "$1")
    .replace(/^\^|\$$/g, "");
  if (!new RegExp(text, "iu").test(header)) throw new Error(`« ${header} » ne suit pas ${text}`);
  return header;
}

function generateValue(
  source: string,
  column: GeneratedColumn,
  accents: readonly string[]
): fc.Arbitrary<string> {
  const {name, type, pattern} = column;
  const values =
    name === "mesure" ? [source === "side_creations" ? "UNIT_LOC_BURE" : "UNIT_LOC"] : kept[name];
  if (source === "dvf" && name === "code_departement") return fc.constant("77");
  if (values) return fc.constantFrom(...values);
  if (name === "membres") return fc.constantFrom(...communes.map((code) => `[{"code":"${code}"}]`));
  if (/^(codes_postaux|anciens_codes)$/.test(name)) return fc.constantFrom('["77100"]', '["01500","01501"]');
  if (name === "annee") return fc.constantFrom("2016", "2022");
  if (name === "geompoint") return fc.constant("POINT (2.87 48.95)");
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern)).filter((text) => text !== "");
  const plain = {
    entier: fc.integer({min: 1, max: 40_000}).map(String),
    decimal: fc.integer({min: 1, max: 400_000}).map((n) => String(n / 8)),
    date: fc.date({min: new Date("1990-01-01"), max: new Date("2025-12-31"), noInvalidDate: true}),
    booleen: fc.boolean().map(String),
    texte: fc
      .tuple(fc.constantFrom("Meaux", "Crécy", "a b", "Saint-Pathus"), fc.constantFrom("", ...accents))
      .map((parts) => parts.join(""))
  };
  if (type === "date") return plain.date.map((date) => date.toISOString().slice(0, 10));
  return plain[type];
}
