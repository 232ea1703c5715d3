export {type ArchiveOptions, archive, stageSnapshot} from "./archive.ts";
export {asDiskFault} from "./as-data-error.ts";
export {type Candidate, chooseCandidate} from "./choose-candidate.ts";
export type {FileOutcome} from "./collect-file.ts";
export {type CollectOutcome, collectModule} from "./collect-module.ts";
export type {CollectOptions, CollectProgress} from "./collect-options.ts";
export {type DamagedVintage, listDamaged, setDamagedAside} from "./damaged-vintages.ts";
export {describeProgress} from "./describe-progress.ts";
export {
  type Download,
  type DownloadOptions,
  type DownloadProgress,
  download,
  type PreviousDownload
} from "./download.ts";
export {type DownloadLimits, defaultLimits} from "./download-limits.ts";
export {formatRecognition} from "./format-recognition.ts";
export {hashFile} from "./hash-file.ts";
export type {Inspect, Inspection} from "./inspection.ts";
export {latestEditions, latestSnapshot} from "./latest-snapshot.ts";
export {listFiles} from "./list-files.ts";
export {parseMirror} from "./mirror.ts";
export {openArchive, type VintagePlace} from "./open-archive.ts";
export {openSnapshots} from "./open-snapshots.ts";
export {
  heavyBytes,
  type PrunedVintage,
  type PruneOptions,
  pruneArchive,
  vintageKey
} from "./prune-archive.ts";
export {type ArchivedVintage, type Kept, sliceName} from "./read-vintage.ts";
export {
  type RecognisedFile,
  type RecogniseOptions,
  type Recognition,
  recogniseFolder
} from "./recognise-folder.ts";
export {type Refusal, refusedFolder} from "./refusal.ts";
export {requireFreeSpace} from "./require-free-space.ts";
export {type ResolvedTransport, type ResolveOptions, resolveTransport} from "./resolve-transport.ts";
export {readSourceState, recordAttempt, type SourceState} from "./source-state.ts";
export {type SourcesLock, writeSourcesLock} from "./sources-lock.ts";
export {sweepPartials} from "./sweep-partials.ts";
export {takeCopy} from "./take-copy.ts";
export {unpack} from "./unpack.ts";
export {defaultUnpackLimits, type UnpackLimits} from "./unpack-limits.ts";
export {verifySnapshots} from "./verify-snapshots.ts";
export {type Outage, type OutageWatch, watchOutage} from "./watch-outage.ts";
export {type LockHolder, readLock, withLock} from "./with-lock.ts";
