import {DataError} from "@observatoire/catalog";
import type {Checksum} from "./part-file.ts";

export function tooLarge(where: string, maxBytes: number, total: number | null): DataError {
  return new DataError("SIZE", {
    where,
    expected: `au plus ${maxBytes} octets`,
    found: total === null ? "davantage" : `${total} octets`,
    action: "vérifier l'adresse dans source.ts"
  });
}

export function wrongChecksum(where: string, checksum: Checksum, found: string): DataError {
  return new DataError("CHECKSUM", {
    where,
    expected: `l'empreinte ${checksum.algorithm} ${checksum.value} publiée par le producteur`,
    found,
    action: "réessayer plus tard, et signaler l'écart au producteur s'il dure"
  });
}
