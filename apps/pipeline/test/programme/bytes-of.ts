import {readdirSync, readFileSync} from "node:fs";
import {extname, join} from "node:path";
import {unzipSync} from "fflate";
import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";

/** Every text of every file of a folder, by path: what is packed in a workbook or slides is unpacked, PDFs are read. */
export async function textsOf(folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(folder, {recursive: true, encoding: "utf8", withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    texts.set(path.slice(folder.length + 1), await textOf(path));
  }
  return texts;
}

async function textOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  if (/^\.(xlsx|pptx)$/.test(extname(path))) {
    return Object.values(unzipSync(bytes))
      .map((part) => Buffer.from(part).toString())
      .join("\n");
  }
  return extname(path) === ".pdf" ? await pdfText(bytes) : bytes.toString();
}

/** The words of a PDF, page after page, with its metadata. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({data: new Uint8Array(bytes), verbosity: 0}).promise;
  const texts: string[] = [JSON.stringify((await pdf.getMetadata()).info)];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const {items} = await (await pdf.getPage(number)).getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await pdf.destroy();
  return texts.join("\n");
}
