import {
  readAddress,
  readAxes,
  readCode,
  readDate,
  readDeploiement,
  readRequiredText,
  readWholeNumber
} from "./read-fields.ts";
import {readPerimetre} from "./read-perimetre.ts";
import {slug} from "./slug.ts";
import type {Territoire} from "./territoire.ts";
import {quoteList, territoireError} from "./territoire-error.ts";
import {type Entry, openYaml, type YamlDocument} from "./yaml-document.ts";

const keys = [
  "nom",
  "code",
  "perimetre",
  "label",
  "axes",
  "editeur",
  "contact",
  "logo",
  "programme",
  "adresse_du_site",
  "deploiement",
  "delai_actualisation",
  "age_diffusion",
  "passages_conserves",
  "millesimes_conserves"
] as const;

type Key = (typeof keys)[number];

const toComplete = "à compléter dans data/territoire.yaml";

/**
 * Reads `data/territoire.yaml`. Only the form is checked here: whether codes exist is for `resolvePerimetre`.
 * Throws a `DataError` TERRITOIRE, one French sentence with the line.
 */
export function parseTerritoire(text: string, path: string): Territoire {
  const document = openYaml(text, path);
  const entries = readEntries(document);
  const optional = <T>(key: Key, read: (document: YamlDocument, entry: Entry) => T): T | null => {
    const entry = entries.get(key);
    return entry ? read(document, entry) : null;
  };
  const required = <T>(key: Key, why: string, read: (document: YamlDocument, entry: Entry) => T): T => {
    const value = optional(key, read);
    if (value !== null) return value;
    throw territoireError(path, null, {
      expected: `la clé « ${key} », ${why}`,
      found: entries.size === 0 ? "un fichier vide" : "un fichier sans elle",
      action: `ajouter une ligne qui commence par ${key}:`
    });
  };
  const number = (key: Key, bounds: {min: number; max: number}) =>
    optional(key, (opened, entry) => readWholeNumber(opened, entry, bounds));
  const nom = required("nom", "le nom du territoire", readRequiredText);
  const {perimetre, lines} = required("perimetre", "ce que le territoire recouvre", readPerimetre);
  const deploiement = optional("deploiement", readDeploiement) ?? "demo";
  // Une page publique doit dire qui la publie ; une démonstration peut attendre.
  const legal = (key: "editeur" | "contact", why: string) =>
    deploiement === "demo"
      ? (optional(key, readRequiredText) ?? toComplete)
      : required(key, why, readRequiredText);
  return {
    nom,
    code: optional("code", readCode) ?? slug(nom),
    perimetre,
    label: optional("label", readDate),
    axes: optional("axes", readAxes) ?? ["innovation", "transition", "competences", "foncier"],
    editeur: legal("editeur", "qui publie le site"),
    contact: legal("contact", "l'adresse à laquelle écrire"),
    logo: optional("logo", readRequiredText),
    programme: optional("programme", readRequiredText),
    adresse_du_site: optional("adresse_du_site", readAddress),
    deploiement,
    delai_actualisation: number("delai_actualisation", {min: 2, max: 400}) ?? 14,
    age_diffusion: number("age_diffusion", {min: 1, max: 45}) ?? 45,
    passages_conserves: number("passages_conserves", {min: 2, max: 400}) ?? 12,
    millesimes_conserves: number("millesimes_conserves", {min: 2, max: 400}) ?? 24,
    source: {path, lines}
  };
}

function readEntries(document: YamlDocument): Map<Key, Entry> {
  const entries = new Map<Key, Entry>();
  for (const entry of document.root ? document.entries(document.root) : []) {
    const key = keys.find((known) => known === entry.key);
    if (key === undefined || entries.has(key)) {
      throw territoireError(document.path, entry.line, {
        expected: key === undefined ? `une clé parmi ${keys.join(", ")}` : "chaque clé une seule fois",
        found: key === undefined ? quoteList([entry.key]) : `deux fois « ${key} »`,
        action: key === undefined ? "corriger ou ôter cette clé" : "n'en garder qu'une"
      });
    }
    entries.set(key, entry);
  }
  return entries;
}
