import {dirname} from "node:path";
import {tooLarge} from "./download-faults.ts";
import {type HashAlgorithm, openPartFile, type PartFile} from "./part-file.ts";
import type {Answer} from "./read-answer.ts";
import {requireFreeSpace} from "./require-free-space.ts";
import {leaveResumeFolder, openResumePlace} from "./resume-place.ts";

/** The bytes received of one address so far, in this command or in one that was cut short. */
export interface Reception {
  part: PartFile;
  /** Validator of those bytes; null when they cannot be resumed. */
  validator: () => string | null;
  total: () => number | null;
  /** Adds a body to them, or starts again from it. */
  receive: (answer: Answer & {kind: "body"}, heard: (bytes: number) => void) => Promise<void>;
  restart: () => Promise<void>;
  /** Closes; what a later command may resume stays when `keep`. */
  close: (keep: boolean) => Promise<void>;
}

export interface ReceptionOptions {
  where: string;
  algorithms: readonly HashAlgorithm[];
  maxBytes: number;
  /** Folder in which what is received waits for a later command; default: nothing outlives this one. */
  resumeIn: string | undefined;
  onProgress: (bytes: number, total: number | null) => void;
}

const reportEveryMs = 100;
const saveEveryMs = 2000;
const saveEveryBytes = 16e6;
const spaceEveryBytes = 8e6;

/** Opens the reception of `url` into `path`. */
export async function openReception(
  url: string,
  path: string,
  options: ReceptionOptions
): Promise<Reception> {
  const {where, maxBytes, onProgress} = options;
  const place = options.resumeIn === undefined ? null : await openResumePlace(options.resumeIn, url);
  const part = await openPartFile(path, options.algorithms, {at: place?.part, keep: place?.note?.bytes});
  let validator = place?.note?.validator ?? null;
  let total = place?.note?.total ?? null;
  let savedAt = performance.now();
  let savedBytes = part.bytes();
  let reportedAt = 0;
  let roomUpTo = 0;

  const save = async () => {
    if (place === null || validator === null) return;
    await part.sync();
    await place.save({validator, total, bytes: part.bytes()});
    savedAt = performance.now();
    savedBytes = part.bytes();
  };
  const restart = async () => {
    await place?.forget();
    await part.restart();
    validator = null;
    savedBytes = 0;
  };
  const report = (always: boolean) => {
    if (!always && performance.now() - reportedAt < reportEveryMs) return;
    reportedAt = performance.now();
    onProgress(part.bytes(), total);
  };
  const isDue = () =>
    part.bytes() - savedBytes >= saveEveryBytes || performance.now() - savedAt >= saveEveryMs;

  /** Room for what is to come; of an unknown length, for as much again as was received, and looked at again on the way. */
  const requireSpace = async () => {
    const bytes = part.bytes();
    roomUpTo = bytes + spaceEveryBytes;
    const toCome = total === null ? Math.max(bytes, spaceEveryBytes) : total - bytes;
    await requireFreeSpace(dirname(path), toCome, where);
  };

  return {
    part,
    validator: () => validator,
    total: () => total,
    restart,
    async receive(answer, heard) {
      if (!answer.resumed) {
        await restart();
        validator = answer.validator;
      }
      total = answer.total;
      if (total !== null && total > maxBytes) throw tooLarge(where, maxBytes, total);
      await requireSpace();
      for await (const chunk of answer.body) {
        await part.append(chunk);
        heard(chunk.length);
        if (part.bytes() > maxBytes) throw tooLarge(where, maxBytes, null);
        if (total === null && part.bytes() >= roomUpTo) await requireSpace();
        if (isDue()) await save();
        report(false);
      }
      report(true);
    },
    async close(keep) {
      if (place !== null && keep && validator !== null && part.bytes() > 0) {
        await save();
        return part.suspend();
      }
      await place?.forget();
      await part.discard();
      if (place !== null) await leaveResumeFolder(place);
    }
  };
}
