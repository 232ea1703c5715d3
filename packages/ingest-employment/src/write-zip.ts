import {createReadStream} from "node:fs";
import {open} from "node:fs/promises";
import {crc32, createDeflateRaw} from "node:zlib";

/** A file to put in a zip: its name there, and where it is on the disk. */
export interface ZipEntry {
  name: string;
  path: string;
}

/** 1 January 2026, as a zip writes it: the same contents make the same bytes. */
const dosDate = ((2026 - 1980) << 9) | (1 << 5) | 1;

/** Writes a zip of files streamed from the disk, so that a hundred megabytes never sit in memory. Under 4 GB. */
export async function writeZip(path: string, entries: readonly ZipEntry[]): Promise<void> {
  const zip = await open(path, "w");
  try {
    const directory: Buffer[] = [];
    let offset = 0;
    for (const entry of entries) {
      const name = Buffer.from(entry.name, "utf8");
      const start = offset;
      offset += 30 + name.length;
      const sizes = {crc: 0, packed: 0, unpacked: 0};
      const source = createReadStream(entry.path, {highWaterMark: 1 << 20});
      source.on("data", (chunk) => {
        sizes.crc = crc32(chunk, sizes.crc);
        sizes.unpacked += chunk.length;
      });
      const deflate = createDeflateRaw({level: 1, chunkSize: 1 << 18});
      source.on("error", (error) => deflate.destroy(error));
      for await (const chunk of source.pipe(deflate) as AsyncIterable<Buffer>) {
        await zip.write(chunk, 0, chunk.length, offset);
        offset += chunk.length;
        sizes.packed += chunk.length;
      }
      await zip.write(Buffer.concat([localHeader(name, sizes), name]), 0, 30 + name.length, start);
      directory.push(centralHeader(name, sizes, start), name);
    }
    const central = Buffer.concat(directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(entries.length, 8);
    end.writeUInt16LE(entries.length, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(offset, 16);
    await zip.write(Buffer.concat([central, end]), 0, central.length + 22, offset);
  } finally {
    await zip.close();
  }
}

interface Sizes {
  crc: number;
  packed: number;
  unpacked: number;
}

/** What both headers say of an entry, from "version needed" to the length of its name. */
function describeEntry(header: Buffer, at: number, name: Buffer, {crc, packed, unpacked}: Sizes): Buffer {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(0x0800, at + 2); // UTF-8 name
  header.writeUInt16LE(8, at + 4); // deflate
  header.writeUInt16LE(dosDate, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(unpacked, at + 18);
  header.writeUInt16LE(name.length, at + 22);
  return header;
}

function localHeader(name: Buffer, sizes: Sizes): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  return describeEntry(header, 4, name, sizes);
}

function centralHeader(name: Buffer, sizes: Sizes, start: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(start, 42);
  return describeEntry(header, 6, name, sizes);
}
