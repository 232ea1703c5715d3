import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";

/** Text of each page, spaces left out: a line break or a no-break space may fall anywhere in a value. */
export async function readPdf(
  bytes: Uint8Array
): Promise<{pages: string[]; text: string; title: unknown; marked: boolean}> {
  const document = await getDocument({data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false})
    .promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(squeeze(content.items.map((item) => ("str" in item ? item.str : "")).join("")));
  }
  const {info} = await document.getMetadata();
  const marked = (await document.getMarkInfo())?.Marked === true;
  await document.destroy();
  return {pages, text: pages.join(""), title: (info as {Title?: unknown}).Title, marked};
}

/** Without spaces nor the hyphens and break marks that a layout adds. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b\u00ad\u2010-]/g, "");
}
