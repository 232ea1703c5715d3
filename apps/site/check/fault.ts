/** Something wrong on a page: who, which rule, in French. */
export interface Fault {
  page: string;
  rule: string;
  message: string;
}

/** What was checked and what is wrong. */
export interface SiteReport {
  pages: number;
  configurations: number;
  /** Heaviest page: compressed bytes and requests before interaction. */
  heaviest: {page: string; bytes: number; requests: number};
  faults: readonly Fault[];
}
