import {statfs} from "node:fs/promises";
import {DataError, formatBytes} from "@observatoire/catalog";

/**
 * Refuses to begin when the disk of `directory` has less than three times `bytes` free (archive, unpacked file, base), or
 * than `times` them.
 */
export async function requireFreeSpace(
  directory: string,
  bytes: number,
  where: string,
  times = 3
): Promise<void> {
  const {bavail, bsize} = await statfs(directory);
  const free = bavail * bsize;
  if (free >= bytes * times) return;
  throw new DataError("ENOSPC", {
    where,
    expected: `${formatBytes(bytes * times)} libres sur le disque`,
    found: formatBytes(free),
    action: "libérer de la place ou déplacer le dossier data, puis relancer"
  });
}
