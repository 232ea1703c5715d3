import {open} from "node:fs/promises";
import {DataError, type Dialect} from "@observatoire/catalog";
import {truncated} from "./describe-fault.ts";

/** What the first bytes of a file must look like. */
export type Layout = Dialect["format"] | "zip" | "gzip";

const names: Readonly<Record<Layout, string>> = {
  csv: "un fichier CSV",
  json: "un fichier JSON",
  geojson: "un fichier GeoJSON",
  xlsx: "un classeur XLSX",
  parquet: "un fichier Parquet",
  zip: "une archive ZIP",
  gzip: "un fichier compressé GZ"
};

/**
 * Refuses by their first bytes the files that are not what was announced: error page served as data (NOT_DATA),
 * nothing (EMPTY), UTF-16 (ENCODING), Parquet cut before its end (TRUNCATED). DuckDB reads most of them as an empty table without a word.
 */
export async function requireData(path: string, layout: Layout, where: string): Promise<void> {
  const {start, end, size} = await readEnds(path, 4096);
  const refuse = (code: "NOT_DATA" | "EMPTY" | "ENCODING", found: string) =>
    new DataError(code, {
      where,
      expected: names[layout],
      found,
      action: "relancer la collecte plus tard, ou donner le fichier du producteur avec --from <dossier>"
    });
  if (size === 0) throw refuse("EMPTY", "un fichier vide");
  const found = recognise(start);
  if (found === "parquet" && layout === "parquet" && end !== "PAR1")
    throw truncated(where, "un fichier Parquet sans sa fin");
  if (found === layout && layout !== "json") return;
  if (found === "zip" && layout === "xlsx") return;
  const isText = layout === "csv" || layout === "json" || layout === "geojson";
  if (found === "vide") throw refuse("EMPTY", "un fichier sans contenu");
  if (found === "utf-16") throw refuse("ENCODING", "un texte en UTF-16");
  if (found === "page") throw refuse("NOT_DATA", `une page web (${quote(start)})`);
  if (!isText || found === "zip" || found === "gzip" || found === "parquet") {
    throw refuse(
      "NOT_DATA",
      found === "texte" || found === "json" ? `un texte (${quote(start)})` : names[found]
    );
  }
  if (layout === "csv" && found === "json") throw refuse("NOT_DATA", `une réponse JSON (${quote(start)})`);
  if (layout !== "csv" && found === "texte") throw refuse("NOT_DATA", `un autre texte (${quote(start)})`);
  if (layout !== "csv" && isErrorBody(start, size)) {
    throw refuse("NOT_DATA", `un message d'erreur (${quote(start)})`);
  }
}

type Found = "zip" | "gzip" | "parquet" | "utf-16" | "page" | "json" | "texte" | "vide";

const signatures: readonly {found: Found; bytes: readonly number[]}[] = [
  {found: "gzip", bytes: [0x1f, 0x8b]},
  {found: "zip", bytes: [0x50, 0x4b, 0x03, 0x04]},
  {found: "zip", bytes: [0x50, 0x4b, 0x05, 0x06]},
  {found: "parquet", bytes: [0x50, 0x41, 0x52, 0x31]},
  {found: "utf-16", bytes: [0xff, 0xfe]},
  {found: "utf-16", bytes: [0xfe, 0xff]}
];

function recognise(start: Buffer): Found {
  const signed = signatures.find(({bytes}) => bytes.every((byte, index) => start[index] === byte));
  if (signed) return signed.found;
  const text = textOf(start);
  if (text === "") return "vide";
  if (text.startsWith("<")) return "page";
  return text.startsWith("{") || text.startsWith("[") ? "json" : "texte";
}

/** `{"error": …}`, `{"message": …}` and the like, when that is the whole answer. */
function isErrorBody(start: Buffer, size: number): boolean {
  if (size > start.length) return false;
  try {
    const body: unknown = JSON.parse(textOf(start));
    if (body === null || typeof body !== "object" || Array.isArray(body)) return false;
    const keys = Object.keys(body).map((key) => key.toLowerCase());
    return keys.some((key) =>
      ["error", "errors", "error_code", "errorcode", "message", "erreur"].includes(key)
    );
  } catch {
    return false;
  }
}

const textOf = (start: Buffer) =>
  start
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trim();

const quote = (start: Buffer) => `« ${textOf(start).slice(0, 40).replace(/\s+/g, " ")}… »`;

async function readEnds(path: string, length: number): Promise<{start: Buffer; end: string; size: number}> {
  const handle = await open(path, "r");
  try {
    const {size} = await handle.stat();
    const buffer = Buffer.alloc(Math.min(length, size));
    await handle.read(buffer, 0, buffer.length, 0);
    const end = Buffer.alloc(Math.min(4, size));
    await handle.read(end, 0, end.length, size - end.length);
    return {start: buffer, end: end.toString("latin1"), size};
  } finally {
    await handle.close();
  }
}
