/** Titles of figures one level below the section they stand in: the reader of the outline meets them in order. */
export function nestHeadings(html: string): string {
  let section = 2;
  return html.replace(/<h([2-5])([ >][\s\S]*?)<\/h\1>/g, (whole, level: string, rest: string) => {
    if (!/^[^>]*class="figure-title"/.test(rest)) {
      section = Number(level);
      return whole;
    }
    return `<h${section + 1}${rest}</h${section + 1}>`;
  });
}
