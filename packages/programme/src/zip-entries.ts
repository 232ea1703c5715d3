/** One file of a zip, as its central directory says it. */
export interface ZipEntry {
  name: string;
  /** 0: stored; 8: deflated. */
  method: number;
  compressed: number;
  uncompressed: number;
  /** Where its headers begin. */
  central: number;
  local: number;
}

const signatures = {local: 0x04034b50, central: 0x02014b50, end: 0x06054b50};

/** Files of a zip, in the order of its central directory; null when the bytes are no zip that can be read. */
export function listZip(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== signatures.end) end--;
  if (end < 0) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > end || view.getUint32(at, true) !== signatures.central) return null;
    const length = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > end || view.getUint32(local, true) !== signatures.local) return null;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      uncompressed: view.getUint32(at + 24, true),
      central: at,
      local
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Gives every file of a zip the same day, at midnight: the same content then makes the same bytes. */
export function dateZip(bytes: Uint8Array, iso: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  // Date of MS-DOS in the high half: years since 1980, month, day; the low half is the time.
  const stamp = (((year - 1980) << 9) | (month << 5) | day) * 0x10000;
  for (const {central, local} of listZip(bytes) ?? []) {
    view.setUint32(central + 12, stamp, true);
    view.setUint32(local + 10, stamp, true);
  }
}

/** Text of a file of a zip. */
export async function readZipText(bytes: Uint8Array, {local, method, compressed}: ZipEntry): Promise<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const content = new Blob([bytes.slice(start, start + compressed)]);
  if (method === 0) return content.text();
  return new Response(content.stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
}
