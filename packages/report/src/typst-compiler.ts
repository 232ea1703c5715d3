import {NodeCompiler} from "@myriaddreamin/typst-ts-node-compiler";
import {readFonts} from "./fonts.ts";

let compiler: NodeCompiler | undefined;

/** One compiler for the process: fonts are read and drawings decoded once. It sees this folder and nothing else. */
export function typstCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{fontBlobs: [...readFonts().blobs]}]
  });
  return compiler;
}
