/** Code points drawn by a TrueType font, from its `cmap` table (formats 4 and 12). */
export function readCharacters(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const characters = new Set<number>();
  const cmap = tableOffset(view, "cmap");
  const count = view.getUint16(cmap + 2);
  for (let index = 0; index < count; index++) {
    const start = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    const format = view.getUint16(start);
    if (format === 4) readFormat4(view, start, characters);
    if (format === 12) readFormat12(view, start, characters);
  }
  return characters;
}

function tableOffset(view: DataView, name: string): number {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index++) {
    const record = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (tag === name) return view.getUint32(record + 8);
  }
  throw new Error(`no ${name} table in the font`);
}

function readFormat4(view: DataView, start: number, characters: Set<number>): void {
  const doubled = view.getUint16(start + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = view.getUint16(start + 14 + segment);
    const first = view.getUint16(start + 16 + doubled + segment);
    const delta = view.getUint16(start + 16 + 2 * doubled + segment);
    const place = start + 16 + 3 * doubled + segment;
    const range = view.getUint16(place);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = range === 0 ? code : view.getUint16(place + range + 2 * (code - first));
      const glyph = raw === 0 && range !== 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) characters.add(code);
    }
  }
}

function readFormat12(view: DataView, start: number, characters: Set<number>): void {
  const groups = view.getUint32(start + 12);
  for (let index = 0; index < groups; index++) {
    const group = start + 16 + 12 * index;
    const last = view.getUint32(group + 4);
    const glyph = view.getUint32(group + 8);
    for (let code = view.getUint32(group); code <= last; code++) {
      if (glyph + code - view.getUint32(group) !== 0) characters.add(code);
    }
  }
}
