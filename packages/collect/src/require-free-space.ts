import {statfs} from "node:fs/promises";
import {DataError, formatBytes} from "@observatoire/catalog";

/** Refuses to begin when the disk of `directory` has less than three times `bytes` free (archive, unpacked file, base). */
export async function requireFreeSpace(directory: string, bytes: number, where: string): Promise<void> {
  const {bavail, bsize} = await statfs(directory);
  const free = bavail * bsize;
  if (free >= bytes * 3) return;
  throw new DataError("ENOSPC", {
    where,
    expected: `${formatBytes(bytes * 3)} libres sur le disque`,
    found: formatBytes(free),
    action: "libérer de la place ou déplacer le dossier data, puis relancer"
  });
}
