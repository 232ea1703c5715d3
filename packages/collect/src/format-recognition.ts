import {formatNumber} from "@observatoire/catalog";
import type {RecognisedFile, Recognition} from "./recognise-folder.ts";

const words: Readonly<Record<RecognisedFile["status"], string>> = {
  retenu: "retenu",
  ecarte: "écarté",
  refuse: "refusé",
  inconnu: "inconnu"
};

/** French plain lines: one per file of the folder, then what is missing. */
export function formatRecognition({folder, files, missing}: Recognition): string[] {
  const paths = (kept: readonly RecognisedFile[]) => new Set(kept.map(({path}) => path)).size;
  const retained = files.filter(({status}) => status === "retenu");
  return [
    `Dossier « ${folder} » : ${count(paths(files), "fichier")}, ${count(paths(retained), "retenu")}`,
    ...files.map((file) => `  ${words[file.status].padEnd(8)} ${file.path} : ${describe(file)}`),
    ...missing.map(({source, file, title}) => `  ${"absent".padEnd(8)} ${source}/${file} : ${title}`)
  ];
}

function describe({source, file, reason, rows, covered, vintage}: RecognisedFile): string {
  if (reason !== null) return reason;
  const facts = [
    `${source}/${file}`,
    vintage,
    rows === null ? null : count(rows, "ligne"),
    covered === null ? null : `${count(covered, "commune")} du périmètre`
  ];
  return facts.filter((fact) => fact !== null).join(", ");
}

const count = (value: number, word: string) => `${formatNumber(value)} ${word}${value > 1 ? "s" : ""}`;
