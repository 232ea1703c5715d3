import {DataError} from "@observatoire/catalog";

/** A fault of the composition: what the shell and the content should have agreed upon. */
export function siteError(where: string, expected: string, found: string, action: string): DataError {
  return new DataError("SITE", {where, expected, found, action});
}
