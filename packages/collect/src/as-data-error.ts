import {DataError} from "@observatoire/catalog";

const diskFaults: Readonly<Record<string, string>> = {
  ENOSPC: "un disque plein",
  EDQUOT: "un quota de disque atteint",
  EFBIG: "un fichier trop grand pour ce disque",
  EROFS: "un disque en lecture seule",
  EACCES: "un accès refusé par le système",
  EPERM: "un accès refusé par le système"
};

/** System error code of an error or of its cause: "ENOSPC", "ECONNREFUSED", "Z_BUF_ERROR"… */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const {code, cause} = error as Error & {code?: unknown};
  return typeof code === "string" ? code : systemCode(cause);
}

/** Turns a failed write into the ENOSPC sentence, and any other unforeseen fault into `fallback`. */
export function asDataError(where: string, error: unknown, fallback: () => DataError): DataError {
  return error instanceof DataError ? error : (asDiskFault(where, error) ?? fallback());
}

/** The ENOSPC sentence of a failed write; null for any other fault. */
export function asDiskFault(where: string, error: unknown): DataError | null {
  const found = diskFaults[diskCode(error) ?? ""];
  if (found === undefined) return null;
  return new DataError(
    "ENOSPC",
    {
      where,
      expected: "un disque où écrire",
      found,
      action: "libérer de la place, vérifier les droits ou déplacer le dossier data, puis relancer"
    },
    {cause: error}
  );
}

/** Code of the fault when it is about a file: a refused access without a path is the network's. */
function diskCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const {code, path, cause} = error as NodeJS.ErrnoException;
  if (code === undefined) return diskCode(cause);
  return (code === "EACCES" || code === "EPERM") && path === undefined ? null : code;
}
