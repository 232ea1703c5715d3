import type {LicenceId} from "./licence.ts";

/**
 * One archived file of a source: the producer's bytes, checksummed and dated. Lives beside them as JSON:
 * `data/snapshots/<source>/<file>/<sha256[0..11]>/{<name>, snapshot.json}`; `path` is relative to `data/`.
 */
export interface Snapshot {
  source: string;
  file: string;
  /** Rank of the form it came in (`listForms`); absent: the main one. */
  form?: number;
  /** The unpacked file, ready for DuckDB. */
  path: string;
  /** Where the bytes came from: an address of the producer, the name of a file given with `--from`, `npm:<package>@<version>/<path>`, or `simulation:<seed>`. */
  origin: string;
  kind: "telecharge" | "fourni" | "paquet" | "simule";
  /** Address that gave the bytes, redirects followed, on the mirror if there is one; absent unless downloaded. */
  reached?: string;
  licence?: LicenceId;
  /** Checksum published by the producer, that the bytes follow: "sha1:…". */
  published?: string;
  sha256: string;
  /** Of the file as read; absent when it is the one received, and on the oldest cards. */
  unpackedSha256?: string;
  /** Size of the file as published (before unpacking) and as read. */
  bytes: number;
  unpackedBytes: number;
  etag: string | null;
  lastModified: string | null;
  /** What the figure prints: "2025", "31 décembre 2025", "COG 2026"… as the data or the producer say. */
  vintage: string;
  /** ISO date the vintage bears on, or was published: what freshness is measured from. */
  vintageDate: string;
  /** ISO instant of collection. */
  collectedAt: string;
  /** ISO instant the producer, or a person, came back to these bytes after others of the same vintage; absent: never. */
  confirmedAt?: string;
  simulated: boolean;
  /** Records in the file, header excluded, counted independently of the loader; null for formats without rows. */
  rows: number | null;
  /** Collected by a command that accepted its size: what comes next is compared with it. */
  sizeAccepted?: true;
  /** Columns as the file names and orders them: what its next version is compared with. */
  header?: readonly string[];
  /** What changed in its columns since the version before and refused nothing, as French sentences; absent: nothing. */
  warnings?: readonly string[];
}
