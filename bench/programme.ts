import {spawnSync} from "node:child_process";
import {appendFileSync, cpSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {formatNumber} from "@observatoire/catalog";
import type {Section} from "./document.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const goal = 10;

/**
 * What the project manager waits for, on a published demo: a line of the plan edited until its page shows it, and the documents of a
 * session. Ratios are to the whole refresh of the same run, `refreshSeconds`.
 */
export function measureProgramme(data: string, refreshSeconds: number): Section {
  cpSync(join(root, "data/programme.exemple"), join(data, "plan"), {recursive: true});
  appendFileSync(join(data, "territoire.yaml"), "\nprogramme: plan\n");
  run(data, "programme", "publish");
  const actions = join(data, "plan/actions.csv");
  const title = "Action renommée pour la mesure";
  writeFileSync(
    actions,
    readFileSync(actions, "utf8").replace(
      /(\r\nFON-01;;)[^;]*;/,
      (_line, start: string) => `${start}${title};`
    )
  );
  const shown = run(data, "programme", "publish");
  const page = readFileSync(join(data, "current/site/programme/index.html"), "utf8");
  if (!page.includes(title)) throw new Error("la ligne modifiée n'est pas sur la page");
  const packs = ["public", "comité"].map((reader) => {
    const folder = join(data, "documents", reader);
    const seconds = run(data, "report", "--vers", folder, ...(reader === "public" ? [] : ["--comite"]));
    return {
      reader,
      seconds,
      pdf: statSync(join(folder, reader === "public" ? "dossier.pdf" : "dossier-comite.pdf")).size
    };
  });
  const line = (what: string, seconds: number, note: string) =>
    `| ${what} | ${formatNumber(seconds, {decimals: 1})} | ${formatNumber(seconds / refreshSeconds, {decimals: 2})} | ${note} |`;
  const goalText = `but : moins de ${goal} s`;
  return {
    title: "The plan and the documents",
    body: `Fictional plan (26 actions), demo of 68 communes, two sites. Start of Node included; ratio to the whole demo of the same run.

| mesure | secondes | rapport | |
|---|---:|---:|---|
${line("une ligne de CSV modifiée, jusqu'à la page (`programme publish`)", shown, goalText)}
${packs.map(({reader, seconds, pdf}) => line(`documents, ${reader} (\`report\`)`, seconds, `${goalText} ; dossier PDF de ${formatNumber(pdf / 1e6, {decimals: 1})} Mo`)).join("\n")}`
  };
}

/** Seconds of a command of the project; throws what it said when it fails. */
function run(data: string, ...words: string[]): number {
  const started = performance.now();
  const {status, stderr} = spawnSync(process.execPath, [join(root, "bin/observatoire.js"), ...words], {
    encoding: "utf8",
    env: {...process.env, OBSERVATOIRE_DATA: data}
  });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - started) / 1000;
}
