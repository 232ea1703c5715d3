import {mkdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {DataError, type ErrorCode, errorCodes} from "@observatoire/catalog";
import type {HttpMemory} from "./http-memory.ts";

/** `refus.json`: why bytes were refused, beside them when they had been archived, alone when they were not. */
export interface Refusal {
  code: ErrorCode;
  /** French sentence. */
  phrase: string;
  /** Hash of the program that refused it: another one looks at the file again. */
  programme: string;
  /** Refused while collected: the bytes were not kept, and the refusal holds as long as all this does. */
  sansOctets?: {
    /** ISO instant. */
    jusqua: string;
    /** Perimeter that was not covered; null when the refusal is about something else. */
    perimetre: string | null;
    /** Versions that its size was compared with; null when the refusal is about something else. */
    archive: string | null;
  };
}

/** What a refusal without bytes is read or made for. */
export interface RefusalGrounds {
  programme: string;
  perimetre: string;
  /** Hashes of the versions in service of every file of the source. */
  archive: string;
  /** A person accepted the size. */
  sizeAccepted: boolean;
  now: Date;
}

/** Folder in which the archive of these bytes waits once refused. */
export function refusedFolder(folder: string, sha256: string): string {
  return join(folder, `.refuse-${sha256.slice(0, 12)}`);
}

/**
 * Fault of bytes that were refused before, so that they are neither received nor read again; null when they were not. One
 * that kept no bytes counts only for the same grounds: without `grounds`, never.
 */
export async function readRefusal(
  folder: string,
  sha256: string,
  grounds: RefusalGrounds | null
): Promise<DataError | null> {
  const refusal = await openRefusal(folder, sha256);
  if (refusal === null || (refusal.sansOctets && !isGrounded(refusal, grounds))) return null;
  return new DataError(refusal.code, refusal.phrase);
}

/**
 * Keeps the refusal of an answer whose bytes are thrown away: "not changed" will then mean "still refused", without a body.
 * Returns false when the fault is not about the bytes, or when nothing would tell them from others.
 */
export async function keepRefusal(
  folder: string,
  {sha256, etag, lastModified}: HttpMemory,
  {code, message}: DataError,
  {programme, perimetre, archive, now}: RefusalGrounds
): Promise<boolean> {
  const days = keptDays(code, {etag, lastModified});
  if (days === 0) return false;
  const refusal: Refusal = {
    code,
    phrase: message,
    programme,
    sansOctets: {
      jusqua: new Date(now.getTime() + days * 86_400_000).toISOString(),
      perimetre: code === "COVERAGE" ? perimetre : null,
      archive: code === "SIZE" ? archive : null
    }
  };
  const [stage, aside] = [join(folder, `.stage-refus-${process.pid}`), refusedFolder(folder, sha256)];
  await rm(stage, {recursive: true, force: true});
  await mkdir(stage, {recursive: true});
  await writeFile(join(stage, "refus.json"), `${JSON.stringify(refusal, null, 1)}\n`, {flush: true});
  await rm(aside, {recursive: true, force: true});
  await rename(stage, aside);
  return true;
}

/** Forgets the refusal without bytes of what is now archived. */
export async function forgetRefusal(folder: string, sha256: string): Promise<void> {
  const refusal = await openRefusal(folder, sha256);
  if (refusal?.sansOctets) await rm(refusedFolder(folder, sha256), {recursive: true, force: true});
}

/** A copy that a cache spoilt, or a page served instead of the file, keeps its ETag when the producer repairs it. */
const badCopies = new Set<ErrorCode>(["CORRUPT", "TRUNCATED", "CHECKSUM", "NOT_DATA", "EMPTY"]);

/** How long "not changed" is believed; 0 when the fault is not about the bytes, or when they have no validator. */
function keptDays(code: ErrorCode, {etag, lastModified}: Pick<HttpMemory, "etag" | "lastModified">): number {
  if (errorCodes[code] !== errorCodes.NOT_DATA) return 0;
  if (etag === null && (lastModified === null || code === "NOT_DATA" || code === "EMPTY")) return 0;
  if (badCopies.has(code)) return 1;
  // Some servers answer "not changed" to any date later than the file's: an older file put back would not be seen.
  return etag === null ? 7 : 30;
}

function isGrounded({code, programme, sansOctets}: Refusal, grounds: RefusalGrounds | null): boolean {
  if (grounds === null || !sansOctets || programme !== grounds.programme) return false;
  const {jusqua, perimetre, archive} = sansOctets;
  return (
    grounds.now.toISOString() < jusqua &&
    (perimetre === null || perimetre === grounds.perimetre) &&
    (archive === null || archive === grounds.archive) &&
    !(code === "SIZE" && grounds.sizeAccepted)
  );
}

async function openRefusal(folder: string, sha256: string): Promise<Refusal | null> {
  try {
    return JSON.parse(await readFile(join(refusedFolder(folder, sha256), "refus.json"), "utf8")) as Refusal;
  } catch {
    return null;
  }
}
