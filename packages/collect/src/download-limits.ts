/** Patience and size of a download. Times in milliseconds, sizes in bytes. */
export interface DownloadLimits {
  /** New tries after the first one, or after one that brought `stallBytes` to keep. */
  retries: number;
  /** Wait before the first new try; doubles each time, with jitter. */
  backoffMs: number;
  /** Longest wait between two tries; a server that asks for more is left alone. */
  maxWaitMs: number;
  /** Longest time without an answer, then without `stallBytes` more. */
  stallMs: number;
  stallBytes: number;
  /** Budget of all the requests of a source, waits included. */
  totalMs: number;
  maxBytes: number;
}

export const defaultLimits: DownloadLimits = {
  retries: 5,
  backoffMs: 1000,
  maxWaitMs: 120_000,
  stallMs: 24_000,
  stallBytes: 24_000,
  totalMs: 3_600_000,
  maxBytes: 20e9
};
