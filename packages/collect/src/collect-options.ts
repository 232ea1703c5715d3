import type {Snapshot} from "@observatoire/catalog";
import type {DownloadLimits} from "./download-limits.ts";
import type {Inspect} from "./inspection.ts";
import type {Wait} from "./retry.ts";
import type {UnpackLimits} from "./unpack-limits.ts";
import type {Outage} from "./watch-outage.ts";

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
  /** What the card says of where a file of `from` came from; default: its name. */
  originOf?: (path: string) => string;
  /** The files of `from` come from this seed: their snapshots are marked simulated. */
  simulated?: {seed: number};
  onProgress?: (progress: CollectProgress) => void;
  limits?: Partial<DownloadLimits>;
  unpackLimits?: Partial<UnpackLimits>;
  /** Root of data.gouv.fr's API, for tests. */
  datagouvApi?: string;
  /** Base address that stands for every producer: `https://host/path` is asked as `<mirror>/host/path`. */
  mirror?: string | undefined;
  /** What the sources of the same command know of the network; default: each source is as patient as the first. */
  outage?: Outage;
  /** Sources whose size may change beyond their bounds, once: a person looked. */
  acceptSize?: readonly string[];
  /** Hash of the program, and the declared perimeter: a refused answer is received again when they change; default: each time. */
  programme?: string;
  perimetre?: string;
  /** Between two tries and at random, for tests. */
  sleep?: (ms: number) => Promise<unknown>;
  random?: () => number;
}

/** What the files of one source share while it is collected. */
export interface Collecting extends CollectOptions {
  /** Instant of `performance.now()` at which its time is spent. */
  endsAt: number;
  /** What the sum of its sizes is compared with (`sizeBaseline`). */
  before: readonly Snapshot[];
}

export interface CollectProgress {
  source: string;
  file: string;
  step: "recherche" | "telechargement" | "lecture" | "attente";
  bytes: number;
  total: number | null;
  /** With "attente": told again every second. */
  wait?: Wait;
}
