import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {hashesIn} from "./hashes-in.ts";
import {hashOf} from "./versioned-input.ts";
import {frozenVersion, planVersionsIn, session} from "./versioned-plan.ts";

const readings = [
  {site: "site", visibilite: "public"},
  {site: "site-comite", visibilite: "comite"}
] as const;

/** What is wrong with the frozen session: in its folder, or on the pages and among the documents of a run. */
export function readSession(run: string, folder: string, frozen: Record<string, string>): string[] {
  const now = hashesIn(folder);
  const changed = [...new Set([...Object.keys(frozen), ...Object.keys(now)])]
    .filter((path) => frozen[path] !== now[path])
    .map((path) => `la séance figée a changé : ${path}`);
  return [...changed, ...readings.flatMap((one) => readPages(join(run, one.site), folder, one, frozen))];
}

function readPages(
  site: string,
  folder: string,
  {visibilite, ...shown}: (typeof readings)[number],
  frozen: Record<string, string>
): string[] {
  const found: string[] = [];
  const pages = join(folder, visibilite, "pages");
  for (const name of readdirSync(pages)) {
    const path = join(site, `seances/${session}-${name}`);
    const body = readFileSync(join(pages, name), "utf8");
    if (!existsSync(path)) found.push(`${shown.site} : la page ${name} de la séance manque`);
    else if (!readFileSync(path, "utf8").includes(body)) {
      found.push(`${shown.site} : la page ${name} de la séance n'est plus celle qui a été figée`);
    }
  }
  const opening = join(site, `seances/${session}.html`);
  if (!existsSync(opening)) found.push(`${shown.site} : la page de la séance manque`);
  const told = planVersionsIn(readFileSync(join(pages, "programme-index.html"), "utf8"), visibilite);
  if (told.join() !== String(frozenVersion)) {
    found.push(`${shown.site} : la séance dit la version ${told.join()} du plan, attendu ${frozenVersion}`);
  }
  for (const [path, sha256] of Object.entries(frozen)) {
    const name = path.startsWith(`${visibilite}/documents/`) ? path.slice(visibilite.length + 1) : null;
    if (name === null) continue;
    const document = join(site, "seances", session, name);
    if (!existsSync(document) || hashOf(readFileSync(document)) !== sha256) {
      found.push(`${shown.site} : le document ${name} de la séance n'est pas celui qui a été figé`);
    }
  }
  return found;
}
