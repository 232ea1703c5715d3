import type {DownloadLimits} from "./download-limits.ts";
import type {Inspect} from "./inspection.ts";
import type {UnpackLimits} from "./unpack-limits.ts";

export interface CollectOptions {
  dataDirectory: string;
  /** Where the search for installed packages starts. */
  projectRoot: string;
  inspect: Inspect;
  fetch?: typeof globalThis.fetch;
  now?: () => Date;
  /** Takes the files of this folder instead of the network. Package data still comes from the package. */
  from?: string;
  /** The one file of `from` to take, relative to it; default: chosen among those of the right name. */
  given?: string;
  /** The files of `from` come from this seed: their snapshots are marked simulated. */
  simulated?: {seed: number};
  onProgress?: (progress: CollectProgress) => void;
  limits?: Partial<DownloadLimits>;
  unpackLimits?: Partial<UnpackLimits>;
  datagouvApi?: string;
  /** Base address that stands for every producer: `https://host/path` is asked as `<mirror>/host/path`. */
  mirror?: string | undefined;
  /** Sources whose size may change beyond their bounds, once: a person looked. */
  acceptSize?: readonly string[];
  /** Between two tries and at random, for tests. */
  sleep?: (ms: number) => Promise<unknown>;
  random?: () => number;
}

export interface CollectProgress {
  source: string;
  file: string;
  step: "recherche" | "telechargement" | "lecture";
  bytes: number;
  total: number | null;
}
