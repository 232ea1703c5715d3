import {rename, stat} from "node:fs/promises";
import {basename, join} from "node:path";
import {
  DataError,
  listForms,
  type Snapshot,
  type SourceFile,
  type SourceModule,
  type Transport
} from "@observatoire/catalog";
import {chooseCandidate} from "./choose-candidate.ts";
import type {Collecting} from "./collect-options.ts";
import {defaultFetch} from "./default-fetch.ts";
import {download} from "./download.ts";
import {hashFile} from "./hash-file.ts";
import {type HttpMemory, isBelieved, readHttpMemory} from "./http-memory.ts";
import {listFiles} from "./list-files.ts";
import {matchFileName} from "./match-file-name.ts";
import type {NetworkOptions} from "./network-options.ts";
import {safeFileName} from "./read-file-name.ts";
import {readCandidate} from "./recognise-folder.ts";
import {RefusedDownload} from "./refused-download.ts";
import {type ResolvedTransport, resolveTransport} from "./resolve-transport.ts";
import {resumeFolder} from "./resume-place.ts";
import {takeCopy} from "./take-copy.ts";

/** Bytes received for one source file. `path` is null when they are already archived. */
export interface ReceivedFile
  extends Pick<
    Snapshot,
    "origin" | "kind" | "reached" | "published" | "sha256" | "bytes" | "etag" | "lastModified"
  > {
  path: string | null;
  /** Name under which the file came. */
  name: string;
  version: string | null;
  /** To remember once archived. */
  memory: HttpMemory | null;
}

export interface ReceiveContext {
  module: SourceModule;
  file: SourceFile;
  where: string;
  /** Empty folder to receive into. */
  stage: string;
  /** Folder of the archived versions of the file. */
  archived: string;
  known: readonly Snapshot[];
  /** Fault of the bytes of this hash when they were refused before. */
  refusalOf: (sha256: string) => Promise<DataError | null>;
  options: Collecting;
}

/** Gets the bytes of a source file from the folder given, the installed package or the network; null when the folder has none. */
export async function receiveFile(context: ReceiveContext): Promise<ReceivedFile | null> {
  const {file, options} = context;
  const given = options.from === undefined ? null : await receiveFromFolder(context, options.from);
  if (given !== null || (options.from !== undefined && file.transport.kind !== "npm")) return given;
  const transports = [...new Set(listForms(file).map(({transport}) => transport))];
  for (const [index, declared] of transports.entries()) {
    try {
      return await receiveByTransport(context, declared);
    } catch (error) {
      // The producer withdrew this form of the file: another may still be there.
      const isGone = error instanceof DataError && error.code === "SRC_GONE";
      if (!isGone || index === transports.length - 1) throw error;
    }
  }
  return null;
}

async function receiveByTransport(context: ReceiveContext, declared: Transport): Promise<ReceivedFile> {
  const network = networkOf(context);
  const transport = await resolveTransport(declared, network);
  if (transport.kind === "http") return receiveFromNetwork(context, transport, network);
  return receiveLocal(context, {
    path: transport.path,
    origin: transport.origin,
    kind: "paquet",
    version: transport.version,
    lastModified: null
  });
}

/** How this file is asked: to the hosts of its source, each wait told. */
function networkOf({module, file, where, options}: ReceiveContext): Collecting & NetworkOptions {
  const {id: source, hosts} = module.source;
  const about = {source, file: file.id, step: "attente", bytes: 0, total: null} as const;
  return {...options, where, hosts, onWait: (wait) => options.onProgress?.({...about, wait})};
}

async function receiveFromFolder(context: ReceiveContext, folder: string): Promise<ReceivedFile | null> {
  const {file, options} = context;
  const paths = (await listFiles(folder)).filter((path) => matchFileName(path, file));
  const chosen = options.given ?? (paths.length > 1 ? await chooseGiven(context, folder, paths) : paths[0]);
  if (chosen === undefined) return null;
  const path = join(folder, chosen);
  const {simulated} = options;
  return receiveLocal(context, {
    path,
    origin: simulated ? `simulation:${simulated.seed}` : (options.originOf?.(chosen) ?? basename(path)),
    kind: simulated ? "simule" : "fourni",
    version: null,
    lastModified: simulated ? null : (await stat(path)).mtime.toUTCString()
  });
}

/** Of several files of one name, the best one that can be read; the first refusal when none can. */
async function chooseGiven(
  {module, file, stage, options}: ReceiveContext,
  folder: string,
  paths: readonly string[]
) {
  const tried = await Promise.allSettled(
    paths.map((path) =>
      readCandidate(folder, path, module, file, {inspect: options.inspect, workDirectory: stage})
    )
  );
  const read = tried.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const best = chooseCandidate(read);
  if (best) return best.winner.path;
  throw tried.find((one) => one.status === "rejected")?.reason;
}

async function receiveLocal(
  {where, stage, known, file}: ReceiveContext,
  found: {
    path: string;
    origin: string;
    kind: Snapshot["kind"];
    version: string | null;
    lastModified: string | null;
  }
): Promise<ReceivedFile> {
  const {path, ...facts} = found;
  const name = basename(path);
  const {sha256, bytes} = await hashFile(path);
  const received = {...facts, name, sha256, bytes, etag: null, memory: null};
  if (known.some((snapshot) => snapshot.sha256 === sha256)) return {...received, path: null};
  const target = join(stage, storedName(name, file));
  await takeCopy(path, target, where);
  return {...received, path: target};
}

async function receiveFromNetwork(
  {module, file, stage, archived, known, refusalOf, options}: ReceiveContext,
  {url, declared, checksum, lastModified: catalogued}: ResolvedTransport & {kind: "http"},
  network: NetworkOptions
): Promise<ReceivedFile> {
  const memory = await readHttpMemory(archived, url);
  const published = checksum ? `${checksum.algorithm}:${checksum.value}` : undefined;
  const isKnown =
    memory !== null &&
    (known.some(({sha256}) => sha256 === memory.sha256) ||
      // Another checksum published for the same bytes may make them right.
      (memory.published === published && (await refusalOf(memory.sha256)) !== null));
  const now = options.now?.() ?? new Date();
  const previous = isKnown && isBelieved(memory, now) ? memory : null;
  const target = join(stage, "telechargement");
  const send = network.fetch ?? (await defaultFetch());
  let answered: Response | null = null;
  const got = await download(url, target, {
    ...network,
    fetch: async (...asked) => {
      const response = await send(...asked);
      if (response.ok) answered = response;
      return response;
    },
    declared,
    previous,
    checksum,
    resumeIn: join(archived, resumeFolder),
    onProgress: ({bytes, total}) =>
      options.onProgress?.({source: module.source.id, file: file.id, step: "telechargement", bytes, total})
  }).catch((error: unknown) => {
    throw RefusedDownload.of(error, url, answered, {published, now});
  });
  const {sha256, bytes, etag, lastModified, reached, fileName: name} = got;
  const facts = {reached, ...(published === undefined ? {} : {published})};
  const received: ReceivedFile = {
    path: null,
    origin: url,
    kind: "telecharge",
    ...facts,
    name,
    version: null,
    sha256,
    bytes,
    etag,
    lastModified: lastModified ?? catalogued,
    memory: {url, etag, lastModified, sha256, ...facts, receivedAt: now.toISOString()}
  };
  if (got.outcome === "inchange")
    return {...received, memory: {...received.memory!, receivedAt: previous!.receivedAt!}};
  const path = join(stage, storedName(name, file));
  await rename(target, path);
  return {...received, path};
}

/** The producer's name when it is the declared one, else a plain name: an address often ends in "csv" or "download". */
function storedName(name: string, file: SourceFile): string {
  if (matchFileName(name, file)) return safeFileName(name);
  const outer = file.wrapping?.[0]?.kind;
  const extension = outer === "zip" ? "zip" : `${file.dialect.format}${outer === "gzip" ? ".gz" : ""}`;
  return `${file.id}.${extension}`;
}
