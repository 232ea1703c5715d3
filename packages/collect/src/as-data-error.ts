import {DataError} from "@observatoire/catalog";

const spaceCodes = new Set(["ENOSPC", "EDQUOT", "EROFS", "EFBIG"]);

/** System error code of an error or of its cause: "ENOSPC", "ECONNREFUSED", "Z_BUF_ERROR"… */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const {code, cause} = error as Error & {code?: unknown};
  return typeof code === "string" ? code : systemCode(cause);
}

/** Turns a failed write into the ENOSPC sentence, and any other unforeseen fault into `fallback`. */
export function asDataError(where: string, error: unknown, fallback: () => DataError): DataError {
  if (error instanceof DataError) return error;
  const code = systemCode(error);
  if (code !== null && spaceCodes.has(code)) {
    return new DataError(
      "ENOSPC",
      {
        where,
        expected: "un disque où écrire",
        found: code === "EROFS" ? "un dossier en lecture seule" : "un disque plein",
        action: "libérer de la place ou déplacer le dossier data, puis relancer"
      },
      {cause: error}
    );
  }
  return fallback();
}
