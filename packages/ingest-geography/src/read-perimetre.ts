import {isMap} from "yaml";
import type {PerimetreDeclare} from "./territoire.ts";
import {quoteList, territoireError} from "./territoire-error.ts";
import {type Entry, readItems, readText, type YamlDocument} from "./yaml-document.ts";

const kinds = ["epci", "id_ti", "communes"] as const;

const codes = {
  epci: {pattern: /^\d{9}$/, expected: "un numéro SIREN d'intercommunalité, neuf chiffres"},
  communes: {
    pattern: /^(\d{5}|2[AB]\d{3})$/,
    expected: 'un code Insee de commune, cinq caractères comme "77284" ou "2A004"'
  }
} as const;

const example = "écrire une seule de ces clés : epci: […], id_ti: …, ou communes: […]";

/** The one way the perimeter is given, its form checked, and the line of each code. */
export function readPerimetre(
  document: YamlDocument,
  entry: Entry
): {perimetre: PerimetreDeclare; lines: Record<string, number>} {
  const ways = isMap(entry.value) ? document.entries(entry.value) : [];
  const unknown = ways.find(({key}) => !kinds.some((kind) => kind === key));
  if (unknown) {
    throw territoireError(document.path, unknown.line, {
      expected: "epci, id_ti ou communes sous « perimetre »",
      found: quoteList([unknown.key]),
      action: "corriger ou ôter cette clé"
    });
  }
  const [way, other] = ways;
  if (way === undefined || other !== undefined) {
    throw territoireError(document.path, other?.line ?? entry.line, {
      expected: "une seule façon de donner le périmètre",
      found: other === undefined ? "aucune" : quoteList(ways.map(({key}) => key)),
      action: example
    });
  }
  if (way.key === "id_ti") return readIdTi(document, way);
  return readCodes(document, way, way.key === "epci" ? "epci" : "communes");
}

function readIdTi(document: YamlDocument, way: Entry) {
  const idTi = readText(way.value);
  if (idTi === null) {
    throw territoireError(document.path, way.line, {
      expected: "l'identifiant du Territoire d'industrie dans la liste de l'ANCT",
      found: "rien, ou une liste",
      action: "écrire id_ti: suivi de l'identifiant, ou donner le périmètre par ses intercommunalités"
    });
  }
  return {perimetre: {kind: "id_ti" as const, idTi}, lines: {[idTi]: way.line}};
}

function readCodes(document: YamlDocument, way: Entry, kind: "epci" | "communes") {
  const items = readItems(way.value);
  if (items === null || items.length === 0) {
    throw territoireError(document.path, way.line, {
      expected: `une liste de codes pour « ${kind} »`,
      found: items === null && readText(way.value) !== null ? `« ${readText(way.value)} »` : "une liste vide",
      action: `écrire les codes entre crochets et guillemets, comme ${kind}: ["${kind === "epci" ? "200072130" : "77284"}"]`
    });
  }
  const lines: Record<string, number> = {};
  const {pattern, expected} = codes[kind];
  for (const item of items) {
    const line = document.lineOf(item) ?? way.line;
    const text = readText(item) ?? "";
    if (!pattern.test(text) || lines[text] !== undefined) {
      throw territoireError(document.path, line, {
        expected: lines[text] === undefined ? expected : "chaque code une seule fois",
        found: text === "" ? "une ligne vide" : `« ${text} »`,
        action: lines[text] === undefined ? "corriger le code, entre guillemets" : "ôter la répétition"
      });
    }
    lines[text] = line;
  }
  const list = Object.keys(lines).sort();
  return {perimetre: kind === "epci" ? {kind, epci: list} : {kind, communes: list}, lines};
}
