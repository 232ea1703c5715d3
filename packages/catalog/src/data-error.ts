/** Machine-readable codes of the faults a person must read about; the exit code of the command follows. */
export const errorCodes = {
  USAGE: 2,
  TERRITOIRE: 3,
  NOT_DATA: 4,
  EMPTY: 4,
  ENCODING: 4,
  DRIFT_MISSING: 4,
  DRIFT_RENAME: 4,
  DRIFT_DUPLICATE: 4,
  DIALECT: 4,
  TYPE: 4,
  REFERENCE: 4,
  COVERAGE: 4,
  DUPLICATE_KEY: 4,
  SIZE: 4,
  TRUNCATED: 4,
  CORRUPT: 4,
  CHECKSUM: 4,
  SRC_UNAVAILABLE: 5,
  SRC_GONE: 5,
  CHECK: 6,
  SITE: 7,
  DISCLOSURE: 8,
  LOCKED: 9,
  NO_RUN: 10,
  ENOSPC: 11,
  STALE: 12,
  PARTIAL: 13,
  OOM: 14,
  PROGRAMME: 15,
  EDITION: 16
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** What the reader needs: what was expected, what was found, where, and what to do. In French. */
export interface DataErrorParts {
  where: string;
  expected: string;
  found: string;
  action: string;
}

/**
 * A fault that someone can act upon. Its message is one French sentence (expected, found, where, what to do), made from
 * its parts, or sentences that another room already wrote. Every package throws it; only `apps/pipeline` turns `code`
 * into an exit code.
 */
export class DataError extends Error {
  readonly code: ErrorCode;
  /** What was found, when the sentence was made here. */
  readonly found: string | null;
  constructor(code: ErrorCode, parts: DataErrorParts | string, options?: ErrorOptions) {
    super(typeof parts === "string" ? parts : sentence(parts), options);
    this.name = "DataError";
    this.code = code;
    this.found = typeof parts === "string" ? null : parts.found;
  }
}

function sentence({where, expected, found, action}: DataErrorParts): string {
  return `${where} : attendu ${expected}, trouvé ${found} ; ${action}.`;
}
