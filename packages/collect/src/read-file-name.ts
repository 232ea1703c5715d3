import {basename} from "node:path";

/** Name under which the producer sends a file: `Content-Disposition`, else the end of the address. Safe as a file name. */
export function readFileName(disposition: string | null, url: string): string {
  const extended = /filename\*\s*=\s*[\w-]+'[^']*'([^;]+)/i.exec(disposition ?? "")?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition ?? "");
  return safeFileName(
    (extended && decode(extended)) ?? plain?.[1] ?? plain?.[2] ?? decode(new URL(url).pathname)
  );
}

/** Last part of a path, without the characters that file systems or shells refuse. */
export function safeFileName(name: string): string {
  const base = basename(name.trim().replaceAll("\\", "/"));
  const safe = base.replace(/[^\p{L}\p{N}._ ()-]/gu, "_").replace(/^\.+/, "");
  return safe === "" ? "fichier" : safe.slice(-150);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
