import type {AskOptions} from "./ask.ts";
import type {DownloadLimits} from "./download-limits.ts";
import type {RetryOptions} from "./retry.ts";

/** How an address is asked: where it may lead, through what, and with how much patience. */
export interface NetworkOptions
  extends Partial<Omit<RetryOptions, "limits" | "outage">>,
    Partial<Pick<AskOptions, "fetch" | "mirror" | "declared" | "hosts" | "outage">> {
  now?: () => Date;
  limits?: Partial<DownloadLimits>;
  /** Names the file in the sentences; default: the address. */
  where?: string;
}
