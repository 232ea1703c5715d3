import {basename, dirname, join} from "node:path";
import type {Snapshot} from "@observatoire/catalog";
import {type DamagedVintage, describeDamage, moveAside} from "./damaged-vintages.ts";
import {hashFile} from "./hash-file.ts";
import {type ArchivedVintage, type Card, readVintage} from "./read-vintage.ts";

/**
 * Reads the archived bytes of these snapshots again, before a run is built on them: a file of the right size may hold other
 * bytes. What is damaged is moved aside as `setDamagedAside` does, to be collected again; the snapshots are then to be
 * chosen again. Under the lock; returns what to tell.
 */
export async function verifySnapshots(
  dataDirectory: string,
  snapshots: readonly Pick<Snapshot, "path">[]
): Promise<DamagedVintage[]> {
  const damaged: DamagedVintage[] = [];
  for (const folder of new Set(snapshots.map(({path}) => join(dataDirectory, dirname(path))))) {
    const vintage = await readVintage(folder);
    if (vintage === null) continue;
    const damage = vintage.damage ?? (await bytesDamage(vintage));
    if (damage === null) continue;
    await moveAside({...vintage, damage});
    damaged.push(describeDamage({...vintage, damage}));
  }
  return damaged;
}

/** What its hashes tell of a vintage that is there; null when its bytes are those of its card. */
async function bytesDamage({folder, card, kept, originals}: ArchivedVintage): Promise<string | null> {
  if (card === null || kept === "tranche") return null;
  const read = basename(card.path);
  const packed = originals.filter((name) => name !== read);
  const hashOf = async (name: string) => (await hashFile(join(folder, name))).sha256;
  const expected = expectedHash(card, packed);
  if (expected !== null && (await hashOf(read)) !== expected) return otherBytes([read]);
  if (packed.length === 0) return null;
  // Which of them was received is not written: one of them must be.
  for (const name of packed) if ((await hashOf(name)) === card.sha256) return null;
  return otherBytes(packed);
}

/** Hash of the file as read; null when the card is too old to tell it, for a file that came wrapped. */
const expectedHash = ({unpackedSha256, sha256}: Card, packed: readonly string[]) =>
  unpackedSha256 ?? (packed.length === 0 ? sha256 : null);

const otherBytes = (names: readonly string[]) =>
  `d'autres octets que ceux de son empreinte dans ${names.map((name) => `« ${name} »`).join(", ")}`;
