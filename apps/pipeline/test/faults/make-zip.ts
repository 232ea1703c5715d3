import {crc32, deflateRawSync} from "node:zlib";

export interface ZipPart {
  name: string;
  content: Buffer | string;
  /** Size told in the headers; default: the real one. */
  announced?: number;
}

/** A zip written by hand, so that its names, sums and sizes may lie. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const {name, content, announced} of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, {level: 9});
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt16LE(((2026 - 1980) << 9) | (1 << 5) | 1, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(announced ?? bytes.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), facts, place, Buffer.from(name)])
    );
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

/** Where the central directory says the sum of an entry, by its rank. */
export function centralSumAt(content: Buffer, rank = 0): number {
  let at = -1;
  for (let index = 0; index <= rank; index += 1) at = content.indexOf("PK\x01\x02", at + 1, "latin1");
  return at + 16;
}

/** The same bytes with one bit of another value. */
export function flipBit(content: Buffer, at: number): Buffer {
  const flipped = Buffer.from(content);
  flipped[at] = (flipped[at] ?? 0) ^ 0x10;
  return flipped;
}
