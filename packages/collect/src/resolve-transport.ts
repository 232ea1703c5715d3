import {existsSync, readFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {DataError, type Transport} from "@observatoire/catalog";
import type {DownloadLimits} from "./download-limits.ts";
import {fetchJson} from "./fetch-json.ts";
import type {Checksum} from "./part-file.ts";

export interface ResolveOptions {
  fetch?: typeof globalThis.fetch;
  /** Where the search for installed packages starts; it goes up from there. */
  projectRoot: string;
  where?: string;
  /** Root of data.gouv.fr's API, for tests. */
  datagouvApi?: string;
  limits?: Partial<DownloadLimits>;
}

/** Where the bytes are: an address to download, with what its catalogue says of it, or a file of an installed package. */
export type ResolvedTransport =
  | {kind: "http"; url: string; checksum: Checksum | null; lastModified: string | null}
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
    return {kind: "http", url: transport.url, checksum: null, lastModified: null};
  }
  if (transport.kind === "npm") return findPackageFile(transport, options);
  return findResource(transport, options);
}

async function findResource(
  {dataset, title}: Transport & {kind: "datagouv"},
  {where = dataset, datagouvApi = "https://www.data.gouv.fr/api/1", ...options}: ResolveOptions
): Promise<ResolvedTransport> {
  const url = `${datagouvApi}/datasets/${dataset}/`;
  const {resources = []} = (await fetchJson(url, {...options, where})) as {resources?: DatagouvResource[]};
  const pattern = new RegExp(title, "iu");
  const dateOf = ({last_modified, created_at}: DatagouvResource) =>
    Date.parse(last_modified ?? created_at ?? "") || 0;
  const [newest] = resources
    .filter((resource) => pattern.test(resource.title) && URL.canParse(resource.url))
    .sort((a, b) => dateOf(b) - dateOf(a));
  if (newest) {
    const date = dateOf(newest);
    const lastModified = date === 0 ? null : new Date(date).toUTCString();
    return {kind: "http", url: newest.url, checksum: publishedChecksum(newest), lastModified};
  }
  const titles = resources.slice(0, 5).map((resource) => `« ${resource.title} »`);
  throw new DataError("SRC_GONE", {
    where,
    expected: `une ressource dont le titre suit « ${title} » dans le jeu de données ${dataset}`,
    found: titles.length > 0 ? titles.join(", ") : "aucune ressource",
    action: "regarder la page du jeu de données et corriger le titre dans source.ts"
  });
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
