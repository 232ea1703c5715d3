import {isUtf8} from "node:buffer";
import {DataError, type ErrorCode} from "@observatoire/catalog";

/** Refuses what is plainly not the declared format, from the first bytes: pages, error bodies, archives, UTF-16. */
export function refuseBytes(
  where: string,
  bytes: Buffer,
  expected: "csv" | "json" | "geojson" | "parquet"
): void {
  const refuse = (code: ErrorCode, found: string, action: string) => {
    throw new DataError(code, {where, expected: expectations[expected], found, action});
  };
  if (bytes.length === 0)
    refuse("EMPTY", "un fichier vide", "relancer la collecte, puis signaler au producteur");
  if (isUtf16(bytes)) {
    refuse("ENCODING", "de l'UTF-16", "enregistrer le fichier en UTF-8, ou prendre celui du producteur");
  }
  const text = bytes
    .subarray(0, 512)
    .toString("latin1")
    .replace(/^\u00EF\u00BB\u00BF/, "")
    .trimStart();
  if (text === "")
    refuse("EMPTY", "un fichier sans contenu", "relancer la collecte, puis signaler au producteur");
  const kind = kinds.find(({start}) =>
    typeof start === "string" ? text.startsWith(start) : start.test(text)
  );
  const isExpected = kind?.formats.some((format) => format === expected) ?? expected === "csv";
  if (!isExpected) {
    refuse(
      "NOT_DATA",
      kind ? `${kind.label} (« ${excerpt(text)} »)` : `« ${excerpt(text)} »`,
      "ouvrir l'adresse dans un navigateur pour voir ce que le producteur répond, puis relancer"
    );
  }
}

/** Refuses text that is not in the declared encoding; ASCII suits both. */
export function refuseEncoding(
  where: string,
  declared: "utf-8" | "latin-1",
  found: {utf8: boolean; ascii: boolean}
): void {
  if (found.ascii || found.utf8 === (declared === "utf-8")) return;
  throw new DataError("ENCODING", {
    where,
    expected: `un texte en ${declared.toUpperCase()}`,
    found:
      declared === "utf-8" ? "des octets qui ne sont pas de l'UTF-8 (sans doute du Latin-1)" : "de l'UTF-8",
    action: "si le producteur a changé d'encodage, corriger « encoding » dans source.ts"
  });
}

/** Encoding of a piece of text. */
export function readEncoding(bytes: Buffer): {utf8: boolean; ascii: boolean} {
  const ascii = bytes.every((byte) => byte < 128);
  return {ascii, utf8: !ascii && isUtf8(bytes)};
}

const expectations = {
  csv: "un fichier CSV",
  json: "un tableau JSON",
  geojson: "un fichier GeoJSON",
  parquet: "un fichier Parquet"
} as const;

const kinds: readonly {start: RegExp | string; label: string; formats: readonly string[]}[] = [
  {start: /^<(!doctype html|html|head|body)/i, label: "une page HTML", formats: []},
  {start: "<", label: "du XML ou du HTML", formats: []},
  {start: "PAR1", label: "un fichier Parquet", formats: ["parquet"]},
  {start: "PK\u0003\u0004", label: "une archive zip non ouverte", formats: []},
  {start: "\u001F\u008B", label: "un fichier gzip non ouvert", formats: []},
  {start: "%PDF", label: "un PDF", formats: []},
  {start: "[", label: "du JSON", formats: ["json"]},
  {start: "{", label: "du JSON", formats: ["geojson"]}
];

function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const head = bytes.subarray(0, 64);
  return (
    bytes.subarray(0, 4).toString("latin1") !== "PAR1" &&
    head.filter((byte) => byte === 0).length * 4 > head.length
  );
}

const excerpt = (text: string): string =>
  Buffer.from(text, "latin1")
    .toString("utf8")
    .replace(/[\s\p{C}]+/gu, " ")
    .slice(0, 40)
    .trim();
