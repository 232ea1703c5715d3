import {isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap} from "yaml";
import {territoireError} from "./territoire-error.ts";

/** One key of a YAML map, with the lines where it and its value begin. */
export interface Entry {
  key: string;
  line: number;
  value: Node | null;
}

/** A YAML text, readable key by key with line numbers. Throws a sentence with its line when it is not YAML. */
export interface YamlDocument {
  path: string;
  root: YAMLMap | null;
  lineOf: (node: Node | null | undefined) => number | null;
  entries: (map: YAMLMap) => Entry[];
}

export function openYaml(text: string, path: string): YamlDocument {
  const counter = new LineCounter();
  const document = parseDocument(text, {lineCounter: counter, uniqueKeys: false, version: "1.2"});
  const lineAt = (offset: number) => counter.linePos(offset).line;
  const [error] = document.errors;
  if (error) {
    throw territoireError(path, lineAt(error.pos[0]), {
      expected: "du YAML bien formé",
      found: describe(error.code),
      action: "corriger la ligne : deux espaces par retrait, « clé: valeur », textes entre guillemets"
    });
  }
  const {contents} = document;
  if (contents !== null && !isMap(contents)) {
    throw territoireError(path, lineAt(contents.range?.[0] ?? 0), {
      expected: "des lignes « clé: valeur »",
      found: isSeq(contents) ? "une liste" : "un texte",
      action: "reprendre le modèle du dépôt"
    });
  }
  return {
    path,
    root: contents,
    lineOf: (node) => (node?.range ? lineAt(node.range[0]) : null),
    entries: (map) =>
      map.items.map(({key, value}) => ({
        key: isScalar(key) ? String(key.value) : String(key),
        line: lineAt((key as Node).range?.[0] ?? 0),
        value: (value as Node | null) ?? null
      }))
  };
}

/** Text of a scalar as written, digits kept: 00123 stays "00123". Null when the node is not a scalar or is empty. */
export function readText(node: Node | null): string | null {
  if (!isScalar(node)) return null;
  const text = typeof node.value === "string" ? node.value : (node.source ?? "");
  return text.trim() === "" || node.value === null ? null : text.trim();
}

/** Scalars of a list; null when the node is not a list. */
export function readItems(node: Node | null): Node[] | null {
  return isSeq(node) ? (node.items as Node[]) : null;
}

function describe(code: string): string {
  const sentences: Record<string, string> = {
    TAB_AS_INDENT: "une tabulation dans le retrait",
    MISSING_CHAR: "un signe manquant (guillemet, crochet ou deux-points)",
    BAD_INDENT: "un retrait qui ne s'aligne pas",
    BLOCK_AS_IMPLICIT_KEY: "un retrait ou un deux-points mal placé",
    MULTILINE_IMPLICIT_KEY: "une clé sur plusieurs lignes"
  };
  return sentences[code] ?? "une ligne illisible";
}
