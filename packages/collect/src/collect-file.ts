import {rm, stat} from "node:fs/promises";
import {dirname, join} from "node:path";
import {
  DataError,
  describeHeaderChanges,
  type ErrorCode,
  type Snapshot,
  type SourceFile,
  type SourceModule
} from "@observatoire/catalog";
import {archive, stageSnapshot} from "./archive.ts";
import {asDataError} from "./as-data-error.ts";
import type {Collecting} from "./collect-options.ts";
import {type HttpMemory, writeHttpMemory} from "./http-memory.ts";
import {latestEditions, latestSnapshot} from "./latest-snapshot.ts";
import {openFile} from "./open-file.ts";
import {openFileSnapshots, snapshotsOf} from "./open-snapshots.ts";
import {openSourceSnapshots} from "./open-source-snapshots.ts";
import {writeCard} from "./read-vintage.ts";
import {type ReceivedFile, receiveFile} from "./receive-file.ts";
import {forgetRefusal, keepRefusal, type RefusalGrounds, readRefusal} from "./refusal.ts";
import {RefusedDownload} from "./refused-download.ts";
import {requireSize} from "./require-size.ts";

/** What became of one file. `snapshot` is the version to read from now on: after a failure, the last good one. */
export interface FileOutcome {
  file: string;
  outcome: "collecte" | "inchange" | "echec" | "non_disponible";
  /** French sentence when `echec` or `non_disponible`. */
  message: string | null;
  code: ErrorCode | null;
  snapshot: Snapshot | null;
}

/** Collects one file and archives it, or keeps its last good snapshot and says why. Throws TERRITOIRE only. */
export async function collectFile(
  module: SourceModule,
  file: SourceFile,
  options: Collecting
): Promise<FileOutcome> {
  const {dataDirectory, now = () => new Date()} = options;
  const source = module.source.id;
  const where = `${source}/${file.id}`;
  const archived = snapshotsOf(dataDirectory, source, file.id);
  const known = await openFileSnapshots(archived);
  const latest = (snapshots: readonly Snapshot[]) =>
    latestSnapshot(snapshots, source, file.id, {demo: options.simulated !== undefined});
  const say = (step: "recherche" | "lecture") =>
    options.onProgress?.({source, file: file.id, step, bytes: 0, total: null});
  const grounds = await readGrounds();
  const refusalOf = (sha256: string) =>
    readRefusal(archived, sha256, known.some((one) => one.sha256 === sha256) ? null : grounds);
  let stage: string | null = null;
  let answered: HttpMemory | null = null;
  try {
    stage = await stageSnapshot(dataDirectory, source, file.id);
    say("recherche");
    const received = await receiveFile({module, file, where, stage, archived, known, refusalOf, options});
    if (received === null) return notGiven(where, file, latest(known));
    const refusal = await refusalOf(received.sha256);
    if (refusal) {
      if (received.memory) await writeHttpMemory(archived, received.memory);
      throw refusal;
    }
    const same = known.find(({sha256}) => sha256 === received.sha256);
    if (same?.simulated && !options.simulated) throw simulatedGiven(where);
    if (same === undefined) say("lecture");
    if (same === undefined) answered = received.memory;
    const returned = same && (await confirm(same));
    const snapshot = returned ?? same ?? (await archiveReceived(received, stage));
    await forgetRefusal(archived, received.sha256);
    if (received.memory) await writeHttpMemory(archived, received.memory);
    const outcome = same && !returned ? "inchange" : "collecte";
    const others = known.filter((one) => one !== same);
    return {file: file.id, outcome, message: null, code: null, snapshot: latest([...others, snapshot])};
  } catch (error) {
    const fault = asDataError(where, error, () => {
      throw error;
    });
    // Not about this file: without a perimeter nothing can be accepted.
    if (fault.code === "TERRITOIRE") throw fault;
    await remember(fault instanceof RefusedDownload ? fault.memory : answered, fault);
    return failed(file, fault, latest(known));
  } finally {
    if (stage !== null) await rm(stage, {recursive: true, force: true});
  }

  /** Null for what no network gave: a file of a folder is looked at each time. */
  async function readGrounds(): Promise<RefusalGrounds | null> {
    const {programme, perimetre = "", acceptSize = []} = options;
    if (programme === undefined || options.from !== undefined) return null;
    const all = await openSourceSnapshots(dataDirectory, module.source);
    const inService = module.source.files.flatMap((one) => latestEditions(all, source, one, {demo: false}));
    const archive = inService.map(({sha256}) => sha256).join(" ");
    return {programme, perimetre, archive, sizeAccepted: acceptSize.includes(source), now: now()};
  }

  /** The refusal first: an answer that is remembered without it would be downloaded again. */
  async function remember(memory: HttpMemory | null, fault: DataError): Promise<void> {
    if (memory === null || grounds === null) return;
    try {
      if (await keepRefusal(archived, memory, fault, grounds)) await writeHttpMemory(archived, memory);
    } catch {
      // A disk that is full says so by the next download.
    }
  }

  /** Bytes that were archived, then followed by others of the same vintage, and come back: they are the latest again. */
  async function confirm(same: Snapshot): Promise<Snapshot | null> {
    const alike = known.filter(
      ({vintageDate, simulated}) => vintageDate === same.vintageDate && simulated === same.simulated
    );
    if (latest(alike) === same) return null;
    const card = {...same, confirmedAt: now().toISOString()};
    await writeCard(dirname(join(dataDirectory, same.path)), card);
    return card;
  }

  async function archiveReceived(received: ReceivedFile, directory: string): Promise<Snapshot> {
    const {path, name, version, origin, kind, sha256, bytes, etag, lastModified} = received;
    if (path === null) throw new Error(`${where} : octets reçus mais absents de l'archive`);
    const collectedAt = now().toISOString();
    const {unpacked, form, inspection, vintage, vintageDate} = await openFile(path, module, file, {
      inspect: options.inspect,
      directory,
      where,
      name,
      lastModified,
      version,
      collectedAt,
      unpackLimits: options.unpackLimits,
      unpackedBefore: latest(known)?.unpackedBytes
    });
    const simulated = kind === "simule";
    const isSizeAccepted = options.acceptSize?.includes(source) === true;
    const {header} = inspection;
    const before = latest(known);
    const warnings =
      before?.header && (before.form ?? 0) === form ? describeHeaderChanges(file, before.header, header) : [];
    const card = {
      source,
      file: file.id,
      origin,
      kind,
      ...(received.reached === undefined ? {} : {reached: received.reached}),
      licence: module.source.licence,
      ...(received.published === undefined ? {} : {published: received.published}),
      sha256,
      bytes,
      etag,
      lastModified,
      vintage,
      vintageDate
    };
    const snapshot = {
      ...card,
      ...(form > 0 ? {form} : {}),
      collectedAt,
      simulated,
      rows: inspection.rows,
      header,
      ...(isSizeAccepted ? {sizeAccepted: true as const} : {}),
      ...(warnings.length > 0 ? {warnings} : {})
    };
    if (!isSizeAccepted) {
      const {size: unpackedBytes} = await stat(unpacked);
      const archivedNow = await openSourceSnapshots(dataDirectory, module.source);
      const context = {module, file, where, archived: archivedNow, before: options.before};
      requireSize({...snapshot, unpackedBytes}, context);
    }
    return archive({dataDirectory, stage: directory, unpacked, snapshot});
  }
}

function failed(file: SourceFile, {code, message}: DataError, kept: Snapshot | null): FileOutcome {
  return {file: file.id, outcome: kept ? "echec" : "non_disponible", message, code, snapshot: kept};
}

/** Simulated bytes handed in as real ones would be published as such. */
function simulatedGiven(where: string): DataError {
  return new DataError("NOT_DATA", {
    where,
    expected: "le fichier du producteur",
    found: "les octets d'un fichier simulé",
    action: "donner le vrai fichier, ou demander la démonstration avec --demo"
  });
}

/** The folder holds nothing for this file: no fault, unless nothing was ever collected. Pages tell it: no path of the machine. */
function notGiven(where: string, file: SourceFile, kept: Snapshot | null): FileOutcome {
  if (kept) return {file: file.id, outcome: "inchange", message: null, code: null, snapshot: kept};
  const fault = new DataError("SRC_UNAVAILABLE", {
    where,
    expected: `un fichier « ${file.title} » dans le dossier donné`,
    found: "aucun fichier de ce nom",
    action: "l'ajouter au dossier, ou lancer la collecte sans --from"
  });
  return failed(file, fault, null);
}
