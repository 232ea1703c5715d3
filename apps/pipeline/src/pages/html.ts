/** Text made safe; only this module makes one. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | null | false | undefined | readonly Part[];

const escapes: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

/** Template that escapes what it is given: html`<p>${text}</p>`; nested templates and lists of them stay as they are. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return {html: strings.reduce((text, piece, index) => text + render(parts[index - 1]) + piece)};
}

function render(part: Part): string {
  if (part === null || part === false || part === undefined) return "";
  if (typeof part === "object") return "html" in part ? part.html : part.map(render).join("");
  return String(part).replace(/[&<>"]/g, (character) => escapes[character]!);
}
