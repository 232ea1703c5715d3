import {type Axe, axes} from "@observatoire/catalog";
import {quoteList, territoireError} from "./territoire-error.ts";
import {type Entry, readItems, readText, type YamlDocument} from "./yaml-document.ts";

const deploiements = ["demo", "public", "comite"] as const;
export type Deploiement = (typeof deploiements)[number];

/** Text of a key. Throws when its value is a list, a map or nothing. */
export function readRequiredText(document: YamlDocument, entry: Entry): string {
  const text = readText(entry.value);
  if (text !== null) return text;
  throw territoireError(document.path, entry.line, {
    expected: `un texte pour « ${entry.key} »`,
    found: readItems(entry.value) === null ? "rien" : "une liste",
    action: `écrire sa valeur après ${entry.key}: sur la même ligne, ou ôter la clé si elle est facultative`
  });
}

/** ISO date of a key: 2023-11-09, and a day that exists. */
export function readDate(document: YamlDocument, entry: Entry): string {
  const text = readRequiredText(document, entry);
  const date = new Date(`${text}T00:00:00Z`);
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
  ) {
    return text;
  }
  throw territoireError(document.path, entry.line, {
    expected: "une date qui existe, année-mois-jour comme 2023-11-09",
    found: `« ${text} »`,
    action: "corriger la date"
  });
}

/** Whole number of a key, between two bounds. */
export function readWholeNumber(
  document: YamlDocument,
  entry: Entry,
  {min, max}: {min: number; max: number}
): number {
  const text = readRequiredText(document, entry);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw territoireError(document.path, entry.line, {
    expected: `un nombre entier de ${min} à ${max} pour « ${entry.key} »`,
    found: `« ${text} »`,
    action: "corriger le nombre, ou ôter la clé"
  });
}

/** Slug of a key: lower-case letters, digits, single hyphens. */
export function readCode(document: YamlDocument, entry: Entry): string {
  const text = readRequiredText(document, entry);
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return text;
  throw territoireError(document.path, entry.line, {
    expected: "un code en minuscules sans accent, mots séparés par un tiret, comme nord-est-77-meaux",
    found: `« ${text} »`,
    action: "corriger le code, ou l'ôter : il se déduit du nom"
  });
}

/** Address of a key, http or https, without final slash. */
export function readAddress(document: YamlDocument, entry: Entry): string {
  const text = readRequiredText(document, entry);
  if (/^https?:\/\/[^\s/]+/.test(text) && URL.canParse(text)) return text.replace(/\/+$/, "");
  throw territoireError(document.path, entry.line, {
    expected: "une adresse complète, comme https://observatoire.exemple.fr",
    found: `« ${text} »`,
    action: "corriger l'adresse, ou ôter la clé tant que le site n'en a pas"
  });
}

export function readDeploiement(document: YamlDocument, entry: Entry): Deploiement {
  const text = readRequiredText(document, entry);
  const found = deploiements.find((one) => one === text);
  if (found) return found;
  throw territoireError(document.path, entry.line, {
    expected: deploiements.join(", "),
    found: `« ${text} »`,
    action: "choisir l'un des trois"
  });
}

/** Axes of a key, from the closed list of the catalogue. */
export function readAxes(document: YamlDocument, entry: Entry): Axe[] {
  const known = Object.keys(axes) as Axe[];
  const items = readItems(entry.value);
  if (items === null) {
    throw territoireError(document.path, entry.line, {
      expected: "une liste pour « axes », comme [innovation, competences]",
      found: "autre chose",
      action: "mettre les axes entre crochets"
    });
  }
  return items.map((item) => {
    const text = readText(item);
    const axe = known.find((one) => one === text);
    if (axe) return axe;
    throw territoireError(document.path, document.lineOf(item) ?? entry.line, {
      expected: `un axe parmi ${known.join(", ")}`,
      found: text === null ? "rien" : quoteList([text]),
      action: "corriger l'axe"
    });
  });
}
