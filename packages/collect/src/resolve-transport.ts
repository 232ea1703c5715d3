import {existsSync, readFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {DataError, type Transport} from "@observatoire/catalog";
import {fetchJson} from "./fetch-json.ts";
import type {NetworkOptions} from "./network-options.ts";
import type {Checksum} from "./part-file.ts";

export interface ResolveOptions extends NetworkOptions {
  /** Where the search for installed packages starts; it goes up from there. */
  projectRoot: string;
  /** Root of data.gouv.fr's API, for tests. */
  datagouvApi?: string | undefined;
}

/** Where the bytes are: an address to download, with what its catalogue says of it, or a file of an installed package. */
export type ResolvedTransport =
  | {
      kind: "http";
      url: string;
      /** The address that gave this one: its host and those of the source are the only ones to be asked. */
      declared: string;
      checksum: Checksum | null;
      lastModified: string | null;
    }
  | {kind: "paquet"; path: string; version: string; origin: string};

interface DatagouvResource {
  title: string;
  url: string;
  last_modified?: string | null;
  created_at?: string | null;
  /** "file" when data.gouv.fr hosts the bytes itself; only then is the checksum about them. */
  filetype?: string;
  checksum?: {type: string; value: string} | null;
}

/** Finds where a file is now. Throws SRC_GONE when a data set or a package no longer holds it. */
export async function resolveTransport(
  transport: Transport,
  options: ResolveOptions
): Promise<ResolvedTransport> {
  if (transport.kind === "http") {
    return {kind: "http", url: transport.url, declared: transport.url, checksum: null, lastModified: null};
  }
  if (transport.kind === "npm") return findPackageFile(transport, options);
  return transport.kind === "datagouv" ? findByTitle(transport, options) : findById(transport, options);
}

const datagouv = "https://www.data.gouv.fr/api";

async function findById(
  {resource: id}: Transport & {kind: "datagouv-ressource"},
  {where = id, datagouvApi = datagouv, ...options}: ResolveOptions
): Promise<ResolvedTransport> {
  const catalogue = `${datagouvApi}/2/datasets/resources/${id}/`;
  const answer = await fetchJson(catalogue, {...options, where}).catch((error) => {
    throw error instanceof DataError && error.code === "SRC_GONE"
      ? withdrawn(where, id, "aucune ressource de ce numéro")
      : error;
  });
  const {resource} = (answer ?? {}) as {resource?: DatagouvResource | null};
  if (resource && URL.canParse(resource.url)) return addressOf(resource, catalogue);
  throw withdrawn(where, id, "une ressource sans adresse");
}

function withdrawn(where: string, id: string, found: string): DataError {
  return new DataError("SRC_GONE", {
    where,
    expected: `la ressource ${id} de data.gouv.fr`,
    found,
    action: "chercher la nouvelle ressource sur la page de la source et mettre son numéro dans source.ts"
  });
}

async function findByTitle(
  {dataset, title}: Transport & {kind: "datagouv"},
  {where = dataset, datagouvApi = datagouv, ...options}: ResolveOptions
): Promise<ResolvedTransport> {
  const catalogue = `${datagouvApi}/1/datasets/${dataset}/`;
  const answer = await fetchJson(catalogue, {...options, where});
  const {resources = []} = (answer ?? {}) as {resources?: DatagouvResource[]};
  const pattern = new RegExp(title, "iu");
  const [newest] = resources
    .filter((resource) => pattern.test(resource.title) && URL.canParse(resource.url))
    .sort((a, b) => dateOf(b) - dateOf(a));
  if (newest) return addressOf(newest, catalogue);
  const titles = resources.slice(0, 5).map((resource) => `« ${resource.title} »`);
  throw new DataError("SRC_GONE", {
    where,
    expected: `une ressource dont le titre suit « ${title} » dans le jeu de données ${dataset}`,
    found: titles.length > 0 ? titles.join(", ") : "aucune ressource",
    action: "regarder la page du jeu de données et corriger le titre dans source.ts"
  });
}

function addressOf(resource: DatagouvResource, declared: string): ResolvedTransport {
  const date = dateOf(resource);
  const lastModified = date === 0 ? null : new Date(date).toUTCString();
  return {kind: "http", url: resource.url, declared, checksum: publishedChecksum(resource), lastModified};
}

/** data.gouv.fr writes UTC, with or without saying so. */
function dateOf({last_modified, created_at}: DatagouvResource): number {
  const text = last_modified ?? created_at ?? "";
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`) || 0;
}

function publishedChecksum({filetype, checksum}: DatagouvResource): Checksum | null {
  if (filetype !== "file" || !checksum) return null;
  const {type, value} = checksum;
  return type === "sha1" || type === "sha256" || type === "md5" ? {algorithm: type, value} : null;
}

function findPackageFile(
  transport: Transport & {kind: "npm"},
  {projectRoot, where = transport.package}: ResolveOptions
): ResolvedTransport {
  const root = findPackage(transport.package, projectRoot);
  if (root === null) throw missingPackage(where, `le paquet ${transport.package}`, "aucun paquet de ce nom");
  const path = join(root, transport.path);
  if (relative(root, path).startsWith("..") || !existsSync(path)) {
    throw missingPackage(
      where,
      `${transport.path} dans le paquet ${transport.package}`,
      "aucun fichier à cet endroit"
    );
  }
  const {version} = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {version: string};
  return {kind: "paquet", path, version, origin: `npm:${transport.package}@${version}/${transport.path}`};
}

function findPackage(name: string, from: string): string | null {
  for (let directory = from; ; directory = dirname(directory)) {
    const candidate = join(directory, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return candidate;
    if (dirname(directory) === directory) return null;
  }
}

function missingPackage(where: string, expected: string, found: string): DataError {
  return new DataError("SRC_GONE", {
    where,
    expected,
    found,
    action: "lancer « npm ci » à la racine du projet"
  });
}
