import {basename} from "node:path";
import {listForms, type SourceFile} from "@observatoire/catalog";

/** Whether a path bears the producer's name of a file in any of its forms, also as browsers number a second download: "x (1).csv". */
export function matchFileName(path: string, file: SourceFile): boolean {
  const name = basename(path);
  const plain = name.replace(/ ?\(\d+\)(?=\.[^.]+(?:\.gz)?$|$)/, "");
  return listForms(file).some(({fileName}) => {
    const pattern = new RegExp(fileName, "iu");
    return pattern.test(name) || pattern.test(plain);
  });
}
