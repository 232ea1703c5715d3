import {DataError} from "@observatoire/catalog";
import {Resvg} from "@resvg/resvg-js";
import type {Logo} from "./document.ts";
import {fontFamily, fontFiles} from "./fonts.ts";

export interface LogoPicture {
  bytes: Uint8Array;
  format: "png" | "jpg";
  width: number;
  height: number;
}

/** A logo as pixels, which every medium takes; a drawing is redrawn, so that it can call nothing. */
export function logoPicture(logo: Logo): LogoPicture {
  const {format} = logo;
  const bytes = format === "svg" ? rasterize(logo) : logo.bytes;
  const size = pixelsOf(bytes);
  if (size === null) throw broken(logo, `${bytes.length} octets qui ne sont pas une image ${format}`);
  return {bytes, ...size};
}

function rasterize(logo: Logo): Uint8Array {
  try {
    const svg = new TextDecoder().decode(logo.bytes);
    return new Resvg(svg, {
      fitTo: {mode: "width", value: 800},
      font: {loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: fontFamily}
    })
      .render()
      .asPng();
  } catch (cause) {
    throw broken(logo, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function broken({name, format}: Logo, found: string, cause?: unknown): DataError {
  const parts = {
    where: `logo « ${name} »`,
    expected: `une image ${format}`,
    found,
    action: "remplacer le fichier du logo"
  };
  return new DataError("NOT_DATA", parts, {cause});
}

/** Size of a PNG, or of a JPEG from its frame header; null when it is neither. */
function pixelsOf(bytes: Uint8Array): Omit<LogoPicture, "bytes"> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return sized("png", view.getUint32(16), view.getUint32(20));
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return sized("jpg", view.getUint16(at + 7), view.getUint16(at + 5));
  }
  return null;
}

function sized(format: "png" | "jpg", width: number, height: number): Omit<LogoPicture, "bytes"> | null {
  return width > 0 && height > 0 ? {format, width, height} : null;
}
