import {readdir, readFile, rm, stat} from "node:fs/promises";
import {join} from "node:path";

const keptForMs = 30 * 86_400_000;

interface SetAside {
  path: string;
  /** Refused or damaged, and the year it bears on when the file is a series: each keeps its latest one. */
  kind: string;
  at: number;
}

/** Removes what was set aside (refused, damaged) of a source file more than 30 days ago, or before a later one. */
export async function pruneSetAside(
  folder: string,
  {series, now}: {series: boolean; now: Date}
): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.filter((name) => /^\.(refuse|abime)-/.test(name)).map((name) => readSetAside(folder, name, series))
  );
  const latestFirst = found.sort((a, b) => b.at - a.at);
  for (const [index, {path, kind, at}] of latestFirst.entries()) {
    const isLatest = latestFirst.findIndex((one) => one.kind === kind) === index;
    if (!isLatest || now.getTime() - at > keptForMs) await rm(path, {recursive: true, force: true});
  }
}

async function readSetAside(folder: string, name: string, series: boolean): Promise<SetAside> {
  const path = join(folder, name);
  const {mtimeMs} = await stat(join(path, "refus.json")).catch(() => stat(path));
  const year = await readFile(join(path, "snapshot.json"), "utf8")
    .then((text) => String(JSON.parse(text).vintageDate).slice(0, 4))
    .catch(() => "");
  return {path, kind: `${name.split("-")[0]} ${series ? year : ""}`, at: mtimeMs};
}
