import {basename} from "node:path";
import type {SourceFile} from "@observatoire/catalog";

/** Whether a path bears the producer's name of a file, also as browsers number a second download: "x (1).csv". */
export function matchFileName(path: string, file: SourceFile): boolean {
  const pattern = new RegExp(file.fileName, "iu");
  const name = basename(path);
  return pattern.test(name) || pattern.test(name.replace(/ ?\(\d+\)(?=\.[^.]+(?:\.gz)?$|$)/, ""));
}
