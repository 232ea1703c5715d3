import {DataError, formatBytes} from "@observatoire/catalog";

/** How far a compressed file may grow: beyond, it is a bomb or a broken file. */
export interface UnpackLimits {
  maxBytes: number;
  /** Unpacked ÷ packed; DEFLATE itself stops near 1 032. */
  maxRatio: number;
  /** Sizes under which the ratio is not looked at. */
  ratioFrom: number;
}

export const defaultUnpackLimits: UnpackLimits = {maxBytes: 64e9, maxRatio: 250, ratioFrom: 50e6};

/** Throws SIZE when `unpacked` bytes out of `packed` pass the limits. */
export function requireReasonable(
  where: string,
  packed: number,
  unpacked: number,
  limits: UnpackLimits
): void {
  const tooDense = unpacked > limits.ratioFrom && unpacked > packed * limits.maxRatio;
  if (unpacked <= limits.maxBytes && !tooDense) return;
  throw new DataError("SIZE", {
    where,
    expected: `au plus ${formatBytes(limits.maxBytes)}, et ${limits.maxRatio} fois la taille compressée`,
    found: `${formatBytes(packed)} qui en donnent ${formatBytes(unpacked)} ou plus`,
    action: "ne pas ouvrir ce fichier, et le demander de nouveau au producteur"
  });
}

/** A compressed file whose content does not match its own checksum. */
export function corrupt(where: string, found: string, cause?: unknown): DataError {
  return new DataError(
    "CORRUPT",
    {where, expected: "un fichier intact", found, action: "retélécharger le fichier du producteur"},
    {cause}
  );
}
