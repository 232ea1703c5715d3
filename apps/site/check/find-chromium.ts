import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {delimiter, join} from "node:path";
import {DataError} from "@observatoire/catalog";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const usualPlaces = [
  "/usr/bin",
  "/usr/local/bin",
  "/snap/bin",
  "/opt/google/chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
];

export interface FindOptions {
  env?: Readonly<Record<string, string | undefined>>;
  exists?: (path: string) => boolean;
  /** Installs Debian's package; returns false when it could not. */
  install?: () => boolean;
}

/**
 * Path of a Chromium: `CHROMIUM`, the PATH, the usual places, then Debian's package when root.
 * Fails with SITE and says what to install.
 */
export function findChromium({
  env = process.env,
  exists = existsSync,
  install = installPackage
}: FindOptions = {}): string {
  const found = lookFor(env, exists) ?? (install() ? lookFor(env, exists) : undefined);
  if (found !== undefined) return found;
  throw new DataError("SITE", {
    where: "contrôle du site",
    expected: "un navigateur Chromium ou Chrome",
    found: "aucun sur cette machine",
    action: "installer le paquet « chromium », ou donner le chemin d'un Chrome dans la variable CHROMIUM"
  });
}

function lookFor(
  env: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean
): string | undefined {
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [
    env.CHROMIUM ?? "",
    env.PUPPETEER_EXECUTABLE_PATH ?? "",
    ...[...folders, ...usualPlaces].flatMap((folder) => names.map((name) => join(folder, name))),
    ...usualPlaces.filter((place) => place.startsWith("/Applications"))
  ];
  return candidates.find((path) => path !== "" && exists(path));
}

function installPackage(): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const install = () =>
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
      stdio: "ignore",
      env: {...process.env, DEBIAN_FRONTEND: "noninteractive"}
    }).status === 0;
  return install() || (spawnSync("apt-get", ["update"], {stdio: "ignore"}).status === 0 && install());
}
