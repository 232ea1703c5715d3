import {strFromU8, unzipSync} from "fflate";

/** Parts of an Office file; those in XML are checked to be well formed. */
export function readOffice(bytes: Uint8Array): Record<string, Uint8Array> {
  const parts = unzipSync(bytes);
  for (const [name, content] of Object.entries(parts)) {
    if (/\.(xml|rels)$/.test(name)) checkXml(name, strFromU8(content));
  }
  return parts;
}

export function xmlOf(parts: Record<string, Uint8Array>, name: string): string {
  const part = parts[name];
  if (part === undefined) throw new Error(`no part ${name}: ${Object.keys(parts).join(", ")}`);
  return strFromU8(part);
}

/** Tags that close in order, no character that XML refuses, no bare ampersand. */
function checkXml(name: string, xml: string): void {
  if (/(?![\n\r\t])[\p{Cc}\ufffe\uffff]/u.test(xml)) throw new Error(`${name}: control character`);
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml)) throw new Error(`${name}: bare ampersand`);
  const open: string[] = [];
  for (const [, closing, tag, rest] of xml.matchAll(
    /<(\/?)([A-Za-z_][\w:.-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g
  )) {
    if (closing) {
      const last = open.pop();
      if (last !== tag) throw new Error(`${name}: </${tag}> closes <${last}>`);
    } else if (!rest?.endsWith("/")) open.push(tag ?? "");
  }
  if (open.length > 0) throw new Error(`${name}: <${open.join("><")}> left open`);
  const outside = xml.replace(/<[?!]?\/?[A-Za-z_](?:"[^"]*"|'[^']*'|[^"'<>])*>/g, "");
  if (/[<]/.test(outside)) throw new Error(`${name}: bare <`);
}

export function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}

/** Every text run, in order. */
export function textRuns(xml: string): string[] {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => unescapeXml(text ?? ""));
}

export interface ReadSeries {
  name: string;
  categories: string[];
  values: (number | null)[];
}

/** Series of a chart, as PowerPoint reads them from its cache. */
export function readSeries(xml: string): ReadSeries[] {
  return [...xml.matchAll(/<c:ser>(.*?)<\/c:ser>/gs)].map(([, ser = ""]) => ({
    name: unescapeXml(/<c:tx>.*?<c:v>([^<]*)<\/c:v>/s.exec(ser)?.[1] ?? ""),
    categories: points(/<c:cat>(.*?)<\/c:cat>/s.exec(ser)?.[1]).map((text) => unescapeXml(text ?? "")),
    values: points(/<c:(?:val|yVal)>(.*?)<\/c:(?:val|yVal)>/s.exec(ser)?.[1]).map((text) =>
      text === null ? null : Number(text)
    )
  }));
}

function points(xml = ""): (string | null)[] {
  const count = Number(/<c:ptCount val="(\d+)"/.exec(xml)?.[1] ?? 0);
  const found = new Map(
    [...xml.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)</g)].map(([, at, text]) => [Number(at), text ?? ""])
  );
  return Array.from({length: count}, (_, at) => found.get(at) ?? null);
}
