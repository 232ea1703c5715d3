/** Folder of the files that no search engine may list. */
export const hiddenDownloads = "telecharger/non-indexable/";

const link = new RegExp(`<a\\b([^>]*\\shref="[^"]*${hiddenDownloads}[^"]*"[^>]*)>`, "g");

/** Links to those files ask robots not to follow them: `<a href="…" rel="nofollow">`. */
export function markHiddenLinks(html: string): string {
  if (!html.includes(hiddenDownloads)) return html;
  return html.replace(link, (_whole, attributes: string) => {
    if (/\srel="[^"]*\bnofollow\b/.test(attributes)) return `<a${attributes}>`;
    return /\srel="/.test(attributes)
      ? `<a${attributes.replace(/\srel="/, ' rel="nofollow ')}>`
      : `<a${attributes} rel="nofollow">`;
  });
}
